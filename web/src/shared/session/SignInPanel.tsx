import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { Suspense, type ReactNode } from 'react';
import { lazyPart } from '../connection/lazyPart.ts';
import { pagePaths } from '../routing/pagePaths.ts';
import { Loading } from '../ui/Loading.tsx';
import { GoogleMark } from './GoogleMark.tsx';
import { isSent } from './MailRequested.tsx';
import { SignInForm } from './SignInForm.tsx';
import { signIn } from './signIn.ts';
import { prepareGoogle } from './signInWithGoogle.ts';
import { SignInLinkMailed } from './SignInLinkMailed.tsx';
import { useAddressField } from './useAddressField.ts';
import { useMailRequest } from './useMailRequest.ts';
import { useSignIn } from './useSignIn.ts';

const SecondFactorStep = lazyPart(() => import('./SecondFactorStep.tsx'), 'SecondFactorStep');

interface SignInPanelProps {
  /** Says what is wrong with the address before it is sent; null: nothing. */
  checkEmail?: (email: string) => string | null;
  /** Stands below, as long as a way in is to be chosen. */
  footnote?: ReactNode;
}

/** Every way in for somebody who has an account: password, mailed link or Google, then the second step where it has one. */
export function SignInPanel({ checkEmail, footnote }: SignInPanelProps) {
  const { busy, problem, secondFactor, withPassword, withGoogle, startAgain } = useSignIn(signIn);
  const link = useMailRequest('requestSignInLink');
  const addressRefusal = link.error?.fields['email'] ?? null;
  const address = useAddressField({ check: checkEmail, refusal: addressRefusal });

  const handleMailLink = () => {
    startAgain();
    const email = address.take();
    if (email !== null) link.send(email);
  };

  if (secondFactor) {
    return (
      <Suspense fallback={<Loading label="Loading the second step" />}>
        <SecondFactorStep secondFactor={secondFactor} onBack={startAgain} />
      </Suspense>
    );
  }
  if (isSent(link)) return <SignInLinkMailed request={link} />;
  return (
    <>
      <SignInForm address={address} busy={busy === 'password'} problem={problem} onSubmit={withPassword} />
      <Box sx={{ textAlign: 'center', mt: 1 }}>
        <Button href={pagePaths.forgotPassword.getHref()}>Forgot your password?</Button>
      </Box>
      <Divider sx={{ my: 1.5, color: 'text.secondary', fontSize: '0.875rem' }}>or without a password</Divider>
      <Stack spacing={1.5}>
        {link.error && addressRefusal === null && <Alert severity="error">{link.error.message}</Alert>}
        <Button
          variant="outlined"
          size="large"
          fullWidth
          loading={link.loading}
          disabled={busy !== null}
          onClick={handleMailLink}
        >
          Email me a sign-in link
        </Button>
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
      </Stack>
      {footnote}
    </>
  );
}
