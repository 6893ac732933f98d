import Typography from '@mui/material/Typography';
import { SignInForm } from '../../shared/session/SignInForm.tsx';
import { addressProblem } from './matchesMask.ts';
import type { Invite } from './redeemState.ts';
import type { Redeem } from './useRedeem.ts';

/** For somebody whose account is there already: its own password, never a new one. */
export function SignInStep({ invite, redeem }: { invite: Invite; redeem: Redeem }) {
  const { state } = redeem;
  return (
    <>
      <Typography variant="h2" gutterBottom>
        Sign in to go on
      </Typography>
      <Typography sx={{ color: 'text.secondary', mb: 2.5, overflowWrap: 'anywhere' }}>
        {invite.maskedEmail} has an account. Sign in with its password; you confirm before you join.
      </Typography>
      <SignInForm
        busy={state.work !== null}
        problem={state.problem}
        onSubmit={redeem.signIn}
        checkEmail={(email) => addressProblem(email, invite.maskedEmail)}
      />
    </>
  );
}
