import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { SignInPanel } from '../../../shared/session/SignInPanel.tsx';
import { addressProblem } from '../redeem/matchesMask.ts';
import type { Invite } from '../redeem/redeemReducer.ts';
import type { Redeem } from '../redeem/useRedeem.ts';

/** For somebody whose account is there already: its own ways in, never a new password. */
export function SignInStep({ invite, redeem }: { invite: Invite; redeem: Redeem }) {
  const { state } = redeem;
  return (
    <>
      <Typography variant="h2" gutterBottom>
        Sign in to continue
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 2.5, overflowWrap: 'anywhere' }}>
        {invite.maskedEmail} already has an account. Sign in first. You can then decide if you want to join.
      </Typography>
      {state.problem && (
        <Alert severity="error" sx={{ mb: 2.5 }}>
          {state.problem.message}
        </Alert>
      )}
      <SignInPanel checkEmail={(email) => addressProblem(email, invite.maskedEmail)} />
    </>
  );
}
