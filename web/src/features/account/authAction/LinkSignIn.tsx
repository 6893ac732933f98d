import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { Navigate } from 'react-router-dom';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { safeContinue } from '../../../shared/routing/safeNext.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import { signInByCode } from '../../../shared/session/signInByCode.ts';
import { recall, remember } from '../../../shared/session/remembered.ts';
import { SecondFactorStep } from '../../../shared/session/SecondFactorStep.tsx';
import type { Problem } from '../../../shared/callable/toProblem.ts';
import { useAddressField } from '../../../shared/session/useAddressField.ts';
import { useSignIn } from '../../../shared/session/useSignIn.ts';
import { EmailField } from '../../../shared/ui/EmailField.tsx';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';
import { signInByLink } from './actionCodes.ts';
import { DeadCode } from './DeadCode.tsx';
import { CODE_IS_DEAD } from './useActionCode.ts';

/** Firebase's mail. */
export function LinkSignInByCode({ href, continueUrl }: { href: string; continueUrl: string | null }) {
  const signIn = (email: string) => signInByLink(email, href);
  return <LinkSignIn continueUrl={continueUrl} signIn={signIn} />;
}

/** Our own mail: its secret is worth one code of Firebase’s. */
export function LinkSignInBySecret({ secret }: { secret: string }) {
  /** Told once: a try that goes wrong after that goes on with it. */
  const code = useRef<string | null>(null);
  const { call: redeemSignInLink } = useCallable('redeemSignInLink');
  const signIn = async (email: string) => {
    code.current ??= (await redeemSignInLink({ secret, email })).code;
    await signInByCode(email, code.current);
  };
  return <LinkSignIn continueUrl={null} signIn={signIn} />;
}

const IS_DEAD = [...CODE_IS_DEAD, 'recovery/not-found'];
/** An address that is not the link's: Firebase's word (signInWithEmailLink), and ours. */
const IS_OTHER_ADDRESS = ['auth/invalid-email', 'recovery/other-address'];

interface LinkSignInProps {
  continueUrl: string | null;
  signIn: (email: string) => Promise<void>;
}

/**
 * A mailed link that signs in. It does not tell its address, so that who finds the link alone cannot use it, nor be led
 * into somebody else's account by it. The browser that asked for the link remembers.
 */
function LinkSignIn({ continueUrl, signIn }: LinkSignInProps) {
  const { user } = useAuth();
  const [remembered] = useState(() => recall('linkAddress', null));
  const { busy, problem, secondFactor, withPassword, startAgain } = useSignIn(signIn);
  const { email, field, take } = useAddressField({
    initial: remembered ?? '',
    refusal: problem && addressRefusal(problem),
  });
  const isIn = user !== null && user.email === email.toLowerCase();

  useEffect(() => {
    if (isIn) remember('linkAddress', null, null);
  }, [isIn]);

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    const address = take();
    if (address !== null) withPassword(address, '');
  };

  if (isIn) return <Navigate to={safeContinue(continueUrl) ?? pagePaths.root.getHref()} replace />;
  if (problem && IS_DEAD.includes(problem.code)) return <DeadCode why="signIn" />;
  if (secondFactor) return <SecondFactorStep secondFactor={secondFactor} onBack={startAgain} />;
  return (
    <>
      <ScreenHeading>Sign in with this link</ScreenHeading>
      <Typography sx={{ mt: 1.5, mb: 2.5 }}>
        {remembered === null
          ? 'Enter the email address that received this link. No password needed.'
          : 'No password needed. We sent the link to this email address.'}
      </Typography>
      <Stack
        component="form"
        noValidate
        spacing={2.5}
        aria-label="Sign in with this link"
        onSubmit={handleSubmit}
      >
        {problem && addressRefusal(problem) === null && <Alert severity="error">{problem.message}</Alert>}
        <EmailField {...field} />
        <Button type="submit" variant="contained" size="large" loading={busy !== null}>
          Sign in
        </Button>
      </Stack>
    </>
  );
}

/** @returns what `problem` says of the address that was typed; null: nothing */
function addressRefusal({ code, fields }: Problem): string | null {
  if (IS_OTHER_ADDRESS.includes(code)) return 'This link was sent to another email address.';
  return fields['email'] ?? null;
}
