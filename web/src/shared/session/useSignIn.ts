import { useRef, useState } from 'react';
import { isFirebaseError } from '../firebase/isFirebaseError.ts';
import { secondFactorOf, type SecondFactor } from './secondFactorOf.ts';
import { signInWithGoogle } from './signInWithGoogle.ts';
import { toProblem, type Problem } from '../callable/toProblem.ts';

export interface SignIn {
  busy: 'password' | 'google' | null;
  problem: Problem | null;
  /** The first step is done, and this one is asked for. */
  secondFactor: SecondFactor | null;
  withPassword: (email: string, password: string) => void;
  withGoogle: () => void;
  /** Back to the first step, as if nothing had been tried. */
  startAgain: () => void;
}

/** Closing the popup is an answer, not a problem. */
const CHANGED_THEIR_MIND = [
  'auth/popup-closed-by-user',
  'auth/cancelled-popup-request',
  'auth/user-cancelled',
];

/**
 * The first step of a sign-in, one at a time. Once it is done the session follows (AuthProvider), and whoever shows this
 * with it: so it stays busy.
 * @param signIn signs in with a password
 */
export function useSignIn(signIn: (email: string, password: string) => Promise<void>): SignIn {
  const isWorking = useRef(false);
  const [busy, setBusy] = useState<SignIn['busy']>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [secondFactor, setSecondFactor] = useState<SecondFactor | null>(null);

  const run = async (how: 'password' | 'google', action: () => Promise<void>) => {
    if (isWorking.current) return;
    isWorking.current = true;
    setBusy(how);
    setProblem(null);
    try {
      await action();
    } catch (error) {
      const asked = await secondFactorOf(error).catch(() => null);
      if (asked) setSecondFactor(asked);
      else if (!hasChangedTheirMind(error)) setProblem(toProblem(error));
      isWorking.current = false;
      setBusy(null);
    }
  };

  return {
    busy,
    problem,
    secondFactor,
    withPassword: (email, password) => void run('password', () => signIn(email, password)),
    withGoogle: () => void run('google', signInWithGoogle),
    startAgain: () => {
      setSecondFactor(null);
      setProblem(null);
    },
  };
}

function hasChangedTheirMind(error: unknown): boolean {
  return isFirebaseError(error) && CHANGED_THEIR_MIND.includes(error.code);
}
