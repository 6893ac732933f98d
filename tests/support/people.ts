/** People with their browsers: each signs in with the real web SDK, and calls functions by their deployed names. */
import { randomBytes } from 'node:crypto';
import { initializeApp } from 'firebase/app';
import {
  connectAuthEmulator,
  initializeAuth,
  inMemoryPersistence,
  signInWithEmailAndPassword,
  type Auth,
} from 'firebase/auth';
import { connectFunctionsEmulator, getFunctions, httpsCallable } from 'firebase/functions';
import type {
  CallableInput,
  CallableName,
  CallableResponse,
} from '../../functions/src/contract/callables.ts';
import type { Claims } from '../../functions/src/contract/documents.ts';
import { adminAuth } from './admin.ts';
import { suite } from './suite.ts';

export const PASSWORD = 'demo-pass-1';

/** A browser, signed in or not. */
export interface Browser {
  auth: Auth;
  call<Name extends CallableName>(name: Name, input: CallableInput<Name>): Promise<CallableResponse<Name>>;
  /** Calls with anything at all, as somebody does who writes their own client. */
  callWith(name: string, input: unknown): Promise<unknown>;
  signIn(email: string, password?: string): Promise<void>;
}

export interface Person extends Browser {
  uid: string;
  email: string;
}

let browsers = 0;

/** @param functionsPort where its calls go: to the one process of all functions, or to the Functions emulator */
export function openBrowser(functionsPort = suite.ports.handlers): Browser {
  browsers += 1;
  const config = { apiKey: 'test', projectId: suite.projectId, authDomain: `${suite.projectId}.example` };
  const app = initializeApp(config, `browser-${browsers}`);
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  connectAuthEmulator(auth, suite.authUrl, { disableWarnings: true });
  const functions = getFunctions(app, suite.region);
  connectFunctionsEmulator(functions, suite.host, functionsPort);
  const callWith = async (name: string, input: unknown): Promise<unknown> =>
    (await httpsCallable(functions, name)(input)).data;
  return {
    auth,
    callWith,
    call: async (name, input) => (await callWith(name, input)) as CallableResponse<typeof name>,
    signIn: async (email, password = PASSWORD) => {
      await signInWithEmailAndPassword(auth, email, password);
    },
  };
}

/** @returns somebody of the demo world, signed in: `adam@acme.example` and the like. */
export async function signInAs(email: string, password = PASSWORD): Promise<Person> {
  const browser = openBrowser();
  await browser.signIn(email, password);
  const uid = browser.auth.currentUser!.uid;
  return { ...browser, uid, email };
}

/** @returns a new name every time: tests share one suite. */
export function unique(prefix: string): string {
  return `${prefix}-${randomBytes(5).toString('hex')}`;
}

export function newAddress(name = 'person'): string {
  return `${unique(name)}@people.example`;
}

export interface PersonOptions {
  name?: string;
  emailVerified?: boolean;
  claims?: Record<string, unknown>;
}

/** @returns somebody with an account of their own and a browser in which they are signed in. */
export async function newPerson({
  name = 'person',
  emailVerified = true,
  claims,
}: PersonOptions = {}): Promise<Person> {
  const email = newAddress(name);
  const { uid } = await adminAuth.createUser({ email, emailVerified, password: PASSWORD });
  if (claims) await adminAuth.setCustomUserClaims(uid, claims);
  return signInAs(email);
}

/** @returns the claims that a new ID token would carry, without what Firebase puts there itself. */
export async function claimsOf(uid: string): Promise<Claims & Record<string, unknown>> {
  return (await adminAuth.getUser(uid)).customClaims ?? {};
}
