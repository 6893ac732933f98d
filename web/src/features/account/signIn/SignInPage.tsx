import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { Navigate, useSearchParams } from 'react-router-dom';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';
import { SignInPanel } from '../../../shared/session/SignInPanel.tsx';
import { CardPage } from '../../../shared/ui/CardPage.tsx';
import { Loading } from '../../../shared/ui/Loading.tsx';
import { PageHeading } from '../../../shared/ui/PageHeading.tsx';
import { safeNext } from '../../../shared/routing/safeNext.ts';

const DEPARTURES = {
  'signed-out': 'You are signed out.',
  ended: 'Your session has ended. Sign in again.',
} as const;

/** Signs somebody in who has an account, and leads them to where they wanted to go. */
export function SignInPage() {
  const { user, loading, departure } = useAuth();
  const [params] = useSearchParams();

  if (loading) return <Loading label="Loading your account" />;
  if (user) return <Navigate to={safeNext(params.get('next')) ?? pagePaths.root.getHref()} replace />;

  return (
    <CardPage>
      <PageHeading lead="Use the email address you were invited with.">Sign in</PageHeading>
      {departure && (
        <Alert severity="info" role="status" sx={{ mb: 2.5 }}>
          {DEPARTURES[departure]}
        </Alert>
      )}
      <SignInPanel
        footnote={
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 3 }}>
            No account yet? Open the link in your invitation email.
          </Typography>
        }
      />
    </CardPage>
  );
}
