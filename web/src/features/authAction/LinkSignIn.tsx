import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState, type SyntheticEvent } from 'react';
import { Navigate } from 'react-router-dom';
import { pagePaths } from '../../shared/pagePaths.ts';
import { safeContinue } from '../../shared/safeNext.ts';
import { useAuth } from '../../shared/session/AuthContext.ts';
import { SecondFactorStep } from '../../shared/session/SecondFactorStep.tsx';
import { useSignIn } from '../../shared/session/useSignIn.ts';
import { EmailField } from '../../shared/ui/EmailField.tsx';
import { ScreenHeading } from '../../shared/ui/ScreenHeading.tsx';
import { authActionPorts } from './authActionPorts.ts';
import { DeadCode } from './DeadCode.tsx';
import { CODE_IS_DEAD } from './useActionCode.ts';

/** Firebase's word for an address that is not the link's (signInWithEmailLink). */
const ANOTHER_ADDRESS = 'auth/invalid-email';

/** A mailed link that signs in. It does not tell its address, so that who finds the link alone cannot use it. */
export function LinkSignIn({ href, continueUrl }: { href: string; continueUrl: string | null }) {
  const { user } = useAuth();
  const [email, setEmail] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  const { busy, problem, secondFactor, withPassword, startAgain } = useSignIn((address) =>
    authActionPorts.signInByLink(address, href),
  );

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    const address = email.trim();
    setMistake(address === '' ? 'Fill in your email address.' : null);
    if (address !== '') withPassword(address, '');
  };

  if (user && user.email === email.trim().toLowerCase()) {
    return <Navigate to={safeContinue(continueUrl) ?? pagePaths.root.getHref()} replace />;
  }
  if (problem && CODE_IS_DEAD.includes(problem.code)) return <DeadCode why="signIn" />;
  if (secondFactor) return <SecondFactorStep secondFactor={secondFactor} onBack={startAgain} />;
  const refusal =
    mistake ?? (problem?.code === ANOTHER_ADDRESS ? 'This link was mailed to another address.' : null);
  return (
    <>
      <ScreenHeading>Sign in with this link</ScreenHeading>
      <Typography sx={{ mt: 1.5, mb: 2.5 }}>
        To which address did we mail it? You need no password.
      </Typography>
      <Stack component="form" noValidate spacing={2.5} aria-label="Sign in by link" onSubmit={handleSubmit}>
        {problem && refusal === null && <Alert severity="error">{problem.message}</Alert>}
        <EmailField value={email} onChange={setEmail} error={refusal !== null} helperText={refusal} />
        <Button type="submit" variant="contained" size="large" loading={busy !== null}>
          Sign in
        </Button>
      </Stack>
    </>
  );
}
