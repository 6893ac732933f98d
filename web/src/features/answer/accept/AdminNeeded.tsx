import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import type { Invite } from '../redeem/redeemReducer.ts';

/** Somebody has to look at the account first: nobody may open it with a mail alone, whatever they do here. */
export function AdminNeeded({ invite }: { invite: Invite }) {
  return (
    <Alert severity="info" sx={{ alignItems: 'flex-start', overflowWrap: 'anywhere' }}>
      <AlertTitle>This account must be checked first</AlertTitle>
      The account of {invite.maskedEmail} is blocked, has a new email address, or was never confirmed. This
      link can't open it, and nothing was changed. Ask {invite.inviterName ?? 'the person who invited you'} or
      your HRX contact to check the account. Then open this link again.
    </Alert>
  );
}
