import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { Loading } from '../../shared/ui/Loading.tsx';
import { CheckMailStep } from './CheckMailStep.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import { DeadLink } from './DeadLink.tsx';
import { InviteSummary } from './InviteSummary.tsx';
import { ScreenHeading } from './ScreenHeading.tsx';
import { SetPasswordStep } from './SetPasswordStep.tsx';
import { SignInStep } from './SignInStep.tsx';
import { SwitchAccountStep } from './SwitchAccountStep.tsx';
import { useRedeem, type Redeem } from './useRedeem.ts';

interface RedeemInviteProps {
  secret: string;
  onJoined: (tenantId: string) => void;
}

/** One link: what it offers, and the one next step for whoever holds it. */
export function RedeemInvite({ secret, onJoined }: RedeemInviteProps) {
  const redeem = useRedeem(secret, onJoined);
  const { screen, state } = redeem;

  switch (screen.name) {
    case 'loading':
      return <Loading label="Opening your invitation" />;
    case 'load-failed':
      return (
        <>
          <ScreenHeading>We could not open your invitation</ScreenHeading>
          <Alert severity="error" sx={{ my: 3 }}>
            {state.problem?.message}
          </Alert>
          <Button variant="contained" size="large" fullWidth onClick={redeem.reload}>
            Try again
          </Button>
        </>
      );
    case 'dead':
      return <DeadLink {...screen} />;
    default:
      return (
        <>
          <InviteSummary invite={screen.invite} onEnd={redeem.reload} />
          <NextStep redeem={redeem} />
        </>
      );
  }
}

function NextStep({ redeem }: { redeem: Redeem }) {
  const { screen } = redeem;
  switch (screen.name) {
    case 'set-password':
      return <SetPasswordStep invite={screen.invite} redeem={redeem} />;
    case 'sign-in':
      return <SignInStep invite={screen.invite} redeem={redeem} />;
    case 'confirm':
      return <ConfirmStep invite={screen.invite} person={screen.person} redeem={redeem} />;
    case 'switch-account':
      return <SwitchAccountStep invite={screen.invite} person={screen.person} redeem={redeem} />;
    case 'check-mail':
      return <CheckMailStep invite={screen.invite} redeem={redeem} />;
    case 'not-now':
      return (
        <Alert severity="info">
          This invitation cannot be accepted right now. Ask{' '}
          {screen.invite.inviterName ?? 'the person who invited you'} to look at it.
        </Alert>
      );
    case 'loading':
    case 'load-failed':
    case 'dead':
      return null;
  }
}
