import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Suspense, useState } from 'react';
import { DECLINE_QUERY } from '../../../../../functions/src/contract/declineQuery.ts';
import { lazyPart } from '../../../shared/connection/lazyPart.ts';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { AdminNeeded } from './AdminNeeded.tsx';
import { CheckMailStep } from './CheckMailStep.tsx';
import type { InviteScreen } from '../redeem/chooseScreen.ts';
import { ConfirmStep } from './ConfirmStep.tsx';
import { DeadLink } from './DeadLink.tsx';
import { Expiry } from './Expiry.tsx';
import { InviteSummary } from './InviteSummary.tsx';
import { LoadingInvite } from './LoadingInvite.tsx';
import { NoPasswordStep } from './NoPasswordStep.tsx';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';
import { SetPasswordStep } from './SetPasswordStep.tsx';
import { SwitchAccountStep } from './SwitchAccountStep.tsx';
import { useRedeem, type Redeem } from '../redeem/useRedeem.ts';

// Few come here, or Firebase is needed first: most people's page loads faster without.
const DeclineForm = lazyPart(() => import('../offer/DeclineForm.tsx'), 'DeclineForm');
const SignInStep = lazyPart(() => import('./SignInStep.tsx'), 'SignInStep');
const ProveAddressStep = lazyPart(() => import('./ProveAddressStep.tsx'), 'ProveAddressStep');

/** Saying no is there for whoever looks for it. */
const QUIET = { color: 'text.secondary', fontWeight: 500 };

interface RedeemInviteProps {
  secret: string;
  onJoined: (tenantId: string) => void;
}

/** One link: what it offers, and the one next step for whoever holds it. */
export function RedeemInvite({ secret, onJoined }: RedeemInviteProps) {
  const redeem = useRedeem(secret, onJoined);
  const { screen, state } = redeem;
  const [isDeclining, setIsDeclining] = useState(() => wantsToDecline(window.location.search));

  switch (screen.name) {
    case 'loading':
      return <LoadingInvite />;
    case 'load-failed':
      return (
        <>
          <ScreenHeading>We couldn't open your invitation</ScreenHeading>
          <Alert severity="error" sx={{ my: 3 }}>
            {state.problem?.message}
          </Alert>
          <Button variant="contained" size="large" fullWidth onClick={redeem.reload}>
            Try again
          </Button>
        </>
      );
    case 'dead':
      return <DeadLink {...screen} secret={secret} />;
    default:
      return (
        <>
          <InviteSummary invite={screen.invite} />
          <Box sx={{ mt: 2 }}>
            <Suspense fallback={<Loading label="Loading the next step" />}>
              {isDeclining && mayDecline(screen) ? (
                <DeclineForm
                  tenantName={screen.invite.tenantName}
                  asksAddressOf={screen.name === 'confirm' ? null : screen.invite}
                  busy={state.work === 'declining'}
                  problem={state.problem}
                  onDecline={redeem.decline}
                  onBack={() => setIsDeclining(false)}
                />
              ) : (
                <NextStep redeem={redeem} />
              )}
            </Suspense>
          </Box>
          {!isDeclining && mayDecline(screen) && (
            <Button fullWidth color="inherit" onClick={() => setIsDeclining(true)} sx={{ mt: 1, ...QUIET }}>
              Decline
            </Button>
          )}
          <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'center', mt: 1 }}>
            {'Expires '}
            <Expiry at={Date.parse(screen.invite.expiresAt)} onEnd={redeem.reload} />
          </Typography>
        </>
      );
  }
}

/** The mail has a link for it. It only opens the question: a mail scanner that opens it declines nothing. */
function wantsToDecline(search: string): boolean {
  return new URLSearchParams(search).has(DECLINE_QUERY);
}

/** A handed-over link proves nothing of its holder: there only the invited account itself says no. */
function mayDecline({ name, invite }: InviteScreen): boolean {
  return invite.kind === 'mail' || name === 'confirm';
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
    case 'no-password':
      return <NoPasswordStep invite={screen.invite} redeem={redeem} />;
    case 'prove-address':
      return <ProveAddressStep person={screen.person} redeem={redeem} />;
    case 'admin-needed':
      return <AdminNeeded invite={screen.invite} />;
    case 'loading':
    case 'load-failed':
    case 'dead':
      return null;
  }
}
