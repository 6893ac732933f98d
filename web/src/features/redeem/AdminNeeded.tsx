import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import type { Invite } from './redeemState.ts';

/** Somebody has to look at the account first: it has powers that nobody may take over with a mail alone. */
export function AdminNeeded({ invite }: { invite: Invite }) {
  return (
    <Alert severity="info" sx={{ alignItems: 'flex-start' }}>
      <AlertTitle>Somebody has to look at this account first</AlertTitle>
      The account of {invite.maskedEmail} can do things already, and its address was never confirmed. For its
      safety it cannot be taken over with this link; nothing was changed. Ask{' '}
      {invite.inviterName ?? 'the person who invited you'} to have HRX confirm the account. Then open this
      link again.
    </Alert>
  );
}
