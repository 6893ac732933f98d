import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import type { Invite } from '../redeem/redeemReducer.ts';

/** Somebody has to look at the account first: nobody may open it with a mail alone, whatever they do here. */
export function AdminNeeded({ invite }: { invite: Invite }) {
  return (
    <Alert severity="info" sx={{ alignItems: 'flex-start', overflowWrap: 'anywhere' }}>
      <AlertTitle>Somebody has to look at this account first</AlertTitle>
      The account of {invite.maskedEmail} is blocked, has another address by now, or has powers that nobody
      confirmed. For its safety this link does not open it, and nothing was changed. Ask{' '}
      {invite.inviterName ?? 'the person who invited you'} or your HRX contact to look at it, then open this
      link again.
    </Alert>
  );
}
