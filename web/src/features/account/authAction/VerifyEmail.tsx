import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { safeContinue } from '../../../shared/routing/safeNext.ts';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';
import { SignInPanel } from '../../../shared/session/SignInPanel.tsx';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';
import { CheckedCodeScreen } from './CheckedCodeScreen.tsx';
import { ConfirmAddress } from './ConfirmAddress.tsx';
import { otherAddressProblem } from './otherAddressProblem.ts';

/**
 * A link that confirms an address. An account that began with a handed-over link has a password that its inviter may
 * know: a bare click would vouch for it. So the person signs in first, and we look at what we know of the account.
 */
export function VerifyEmail({ code, continueUrl }: { code: string; continueUrl: string | null }) {
  const next = safeContinue(continueUrl) ?? pagePaths.root.getHref();
  return (
    <CheckedCodeScreen code={code} mode="verifyEmail">
      {(email) => <AsItsOwner code={code} email={email} next={next} />}
    </CheckedCodeScreen>
  );
}

interface AsItsOwnerProps {
  code: string;
  email: string;
  next: string;
}

function AsItsOwner({ code, email, next }: AsItsOwnerProps) {
  const { user, loading, signOut } = useAuth();
  if (loading) return <Loading label="Loading your account" />;
  if (!user) {
    return (
      <>
        <ScreenHeading>Sign in to confirm your email address</ScreenHeading>
        <Typography sx={{ mt: 1.5, mb: 2.5, overflowWrap: 'anywhere' }}>
          This link confirms <strong>{email}</strong>. Sign in with that account first.
        </Typography>
        <SignInPanel checkEmail={(typed) => otherAddressProblem(typed, email)} />
      </>
    );
  }
  if (otherAddressProblem(user.email ?? '', email) !== null) {
    return (
      <>
        <ScreenHeading>This link is for another account</ScreenHeading>
        <Typography sx={{ mt: 1.5, mb: 2.5, overflowWrap: 'anywhere' }}>
          You are signed in as <strong>{user.email}</strong>. The link is for <strong>{email}</strong>.
        </Typography>
        <Button variant="contained" size="large" fullWidth onClick={() => void signOut()}>
          Switch account
        </Button>
      </>
    );
  }
  return <ConfirmAddress user={user} code={code} email={email} next={next} />;
}
