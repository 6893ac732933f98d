import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router-dom';
import { pagePaths } from '../../shared/pagePaths.ts';
import { useAuth } from '../../shared/session/AuthContext.ts';
import { signIn } from '../../shared/session/signIn.ts';
import { SignInForm } from '../../shared/session/SignInForm.tsx';
import { toProblem, type Problem } from '../../shared/session/toProblem.ts';
import { CardPage } from '../../shared/ui/CardPage.tsx';
import { Loading } from '../../shared/ui/Loading.tsx';
import { PageHeading } from '../../shared/ui/PageHeading.tsx';
import { safeNext } from './safeNext.ts';

const DEPARTURES = {
  'signed-out': 'You are signed out.',
  ended: 'Your session has ended. Sign in again to go on.',
} as const;

/** Signs somebody in who has an account, and leads them to where they wanted to go. */
export function SignInPage() {
  const { user, loading, departure } = useAuth();
  const [params] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  if (loading) return <Loading label="Looking who is signed in" />;
  if (user) return <Navigate to={safeNext(params.get('next')) ?? pagePaths.root.getHref()} replace />;

  const handleSubmit = async (email: string, password: string) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      // It stays busy: the session follows in a moment, and this page with it.
      await signIn(email, password);
    } catch (error) {
      setProblem(toProblem(error));
      setBusy(false);
    }
  };

  return (
    <CardPage>
      <PageHeading lead="With the address that you were invited with.">Sign in</PageHeading>
      {departure && !problem && (
        <Alert severity="info" role="status" sx={{ mb: 2.5 }}>
          {DEPARTURES[departure]}
        </Alert>
      )}
      <SignInForm
        busy={busy}
        problem={problem}
        onSubmit={(email, password) => void handleSubmit(email, password)}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 3 }}>
        No account yet? It begins with an invitation: open the link in its mail.
      </Typography>
    </CardPage>
  );
}
