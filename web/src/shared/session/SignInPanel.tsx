import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import Button from '@mui/material/Button';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router-dom';
import { pagePaths } from '../pagePaths.ts';
import { Loading } from '../ui/Loading.tsx';
import { GoogleMark } from './GoogleMark.tsx';
import { SignInForm } from './SignInForm.tsx';
import { signIn as signInWithPassword } from './signIn.ts';
import { prepareGoogle } from './signInWithGoogle.ts';
import { useSignIn } from './useSignIn.ts';

const SecondFactorStep = lazy(async () => ({
  default: (await import('./SecondFactorStep.tsx')).SecondFactorStep,
}));

interface SignInPanelProps {
  /** Says what is wrong with the address before it is sent; null: nothing. */
  checkEmail?: (email: string) => string | null;
  signIn?: (email: string, password: string) => Promise<void>;
}

/** Every way in for somebody who has an account: password or Google, then the second step where the account has one. */
export function SignInPanel({ checkEmail, signIn = signInWithPassword }: SignInPanelProps) {
  const { busy, problem, secondFactor, withPassword, withGoogle, startAgain } = useSignIn(signIn);

  if (secondFactor) {
    return (
      <Suspense fallback={<Loading label="Opening the second step" />}>
        <SecondFactorStep secondFactor={secondFactor} onBack={startAgain} />
      </Suspense>
    );
  }
  return (
    <>
      <SignInForm
        busy={busy === 'password'}
        problem={problem}
        onSubmit={withPassword}
        {...(checkEmail && { checkEmail })}
      />
      <Box sx={{ textAlign: 'center', mt: 1 }}>
        <Button component={Link} to={pagePaths.forgotPassword.getHref()}>
          Forgot your password?
        </Button>
      </Box>
      <Divider sx={{ my: 1.5, color: 'text.secondary', fontSize: '0.875rem' }}>or</Divider>
      <Button
        variant="outlined"
        size="large"
        fullWidth
        loading={busy === 'google'}
        startIcon={<GoogleMark />}
        onPointerEnter={prepareGoogle}
        onFocus={prepareGoogle}
        onClick={withGoogle}
      >
        Continue with Google
      </Button>
    </>
  );
}
