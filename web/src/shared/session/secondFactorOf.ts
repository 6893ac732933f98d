import type {
  MultiFactorAssertion,
  MultiFactorError,
  MultiFactorInfo,
  MultiFactorResolver,
} from 'firebase/auth';
import { updateCurrentUser } from 'firebase/auth';
import { env } from '../firebase/env.ts';
import { isFirebaseError } from '../firebase/isFirebaseError.ts';
import { auth } from '../firebase/auth.ts';
import type * as RareAuth from './rareAuth.ts';

/** One second step that the account has: a code of an app (TOTP), or one that comes as a text message. */
export interface SecondStep {
  id: string;
  kind: 'app' | 'sms';
  /** What its owner called it, or the hidden number. */
  label: string;
}

/** The first step is done, and the account asks for a second one. */
export interface SecondFactor {
  steps: readonly SecondStep[];
  /** Sends the text message of an `sms` step. @throws FirebaseError */
  sendCode: (id: string) => Promise<void>;
  /** Signs in. @throws FirebaseError, such as `auth/invalid-verification-code` */
  finish: (id: string, code: string) => Promise<void>;
}

/** The SDK's `factorId`s (FactorId of firebase/auth). */
const KINDS: Readonly<Record<string, SecondStep['kind']>> = { totp: 'app', phone: 'sms' };

/**
 * Both kinds of second step that Firebase has are offered: an account that has one could not sign in here without it.
 * @returns the second step that `error` asks for; null where it is another error
 */
export async function secondFactorOf(error: unknown): Promise<SecondFactor | null> {
  if (!isFirebaseError(error) || error.code !== 'auth/multi-factor-auth-required') return null;
  const rare = await import('./rareAuth.ts');
  const resolver = rare.getMultiFactorResolver(auth, error as MultiFactorError);
  /** Text messages that were sent: step → what Firebase calls the message. */
  const sent = new Map<string, string>();

  return {
    steps: resolver.hints.map(stepOf).filter((step) => step !== null),
    sendCode: async (id) => {
      const { PhoneAuthProvider, RecaptchaVerifier } = rare;
      const verifier = new RecaptchaVerifier(authForVerifier(), newVerifierBox(), { size: 'invisible' });
      try {
        const message = { multiFactorHint: hintOf(resolver, id), session: resolver.session };
        sent.set(id, await new PhoneAuthProvider(auth).verifyPhoneNumber(message, verifier));
      } finally {
        verifier.clear();
      }
    },
    finish: async (id, code) => {
      const assertion = assertionFor(rare, hintOf(resolver, id), code, sent.get(id) ?? '');
      const { user } = await resolver.resolveSignIn(assertion);
      // The first step may have been taken beside the session (signInWithGoogle).
      if (auth.currentUser?.uid !== user.uid) await updateCurrentUser(auth, user);
    },
  };
}

function stepOf({ uid, factorId, displayName, ...rest }: MultiFactorInfo): SecondStep | null {
  const kind = KINDS[factorId];
  const phone = 'phoneNumber' in rest ? String(rest.phoneNumber) : null;
  return kind ? { id: uid, kind, label: phone ?? displayName ?? 'your app' } : null;
}

function hintOf(resolver: MultiFactorResolver, id: string): MultiFactorInfo {
  const hint = resolver.hints.find(({ uid }) => uid === id);
  if (!hint) throw new Error('The account has no such second step.');
  return hint;
}

function assertionFor(
  rare: typeof RareAuth,
  { uid, factorId }: MultiFactorInfo,
  code: string,
  message: string,
): MultiFactorAssertion {
  if (KINDS[factorId] === 'app') return rare.TotpMultiFactorGenerator.assertionForSignIn(uid, code);
  return rare.PhoneMultiFactorGenerator.assertion(rare.PhoneAuthProvider.credential(message, code));
}

/** reCAPTCHA keeps robots from having messages sent; the emulator sends none, and has none. */
function authForVerifier(): typeof auth {
  auth.settings.appVerificationDisabledForTesting = env.authEmulator !== null;
  return auth;
}

/** Nothing is to be seen: the verifier draws only when it doubts. */
function newVerifierBox(): HTMLElement {
  const box = document.createElement('div');
  document.body.append(box);
  return box;
}
