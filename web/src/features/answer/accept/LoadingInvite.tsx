import Typography from '@mui/material/Typography';
import { SlowNote } from '../../../shared/connection/SlowNote.tsx';

/** The invitation is on its way: in the words that web/invite.html shows before this, so that nothing changes twice. */
export function LoadingInvite() {
  return (
    <div role="status">
      <Typography variant="h1">Your invitation</Typography>
      <Typography sx={{ mt: 1 }}>It opens in a moment. Keep this page open.</Typography>
      <SlowNote />
    </div>
  );
}
