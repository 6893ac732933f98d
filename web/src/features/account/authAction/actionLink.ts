import { watchLinkArrivals } from '../../../shared/routing/watchLinkArrivals.ts';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';

/** What Firebase's links ask for (firebase.google.com/docs/auth/custom-email-handler), and its later additions. */
export const ACTION_MODES = [
  'resetPassword',
  'verifyEmail',
  'recoverEmail',
  'verifyAndChangeEmail',
  'signIn',
  'revertSecondFactorAddition',
] as const;
export type ActionMode = (typeof ACTION_MODES)[number];

/** What `/auth/action` was opened with: a code of Firebase's, or the secret of a mail of our own. */
export type ActionLink =
  | { kind: 'none' }
  | { kind: 'broken' }
  | { kind: 'secret'; opens: 'new-password' | 'sign-in'; secret: string }
  /** `href`: the whole link, which `signInWithEmailLink` reads itself. `continueUrl` is not checked yet. */
  | { kind: 'code'; mode: ActionMode; code: string; continueUrl: string | null; href: string };

/** Exactly what the contract's `secretField` takes. */
const SECRET = /^#[0-9a-f]{64}$/;
/** Firebase's codes; the SDK sends them as they are. */
const CODE = /^[\w-]{1,512}$/;

/** @returns what an address holds; a mode or a code that nobody knows is broken. */
export function readActionLink({ search, hash }: { search: string; hash: string }): ActionLink {
  const params = new URLSearchParams(search);
  if (SECRET.test(hash)) {
    const opens = params.get('mode') === 'signIn' ? 'sign-in' : 'new-password';
    return { kind: 'secret', opens, secret: hash.slice(1) };
  }
  if (hash.length > 1) return { kind: 'broken' };
  if (!params.has('mode') && !params.has('oobCode')) return { kind: 'none' };
  const mode = ACTION_MODES.find((known) => known === params.get('mode'));
  const code = params.get('oobCode') ?? '';
  if (!mode || !CODE.test(code)) return { kind: 'broken' };
  const href = `${window.location.origin}${pagePaths.authAction.path}${search}`;
  return { kind: 'code', mode, code, continueUrl: params.get('continueUrl'), href };
}

export const {
  take: takeActionLink,
  forget: forgetActionLink,
  current: currentAction,
  subscribe: subscribeToActions,
} = watchLinkArrivals<ActionLink>({
  path: pagePaths.authAction.path,
  none: { kind: 'none' },
  read: ({ search, hash }) =>
    search === '' && hash === '' ? null : { link: readActionLink({ search, hash }), search: '' },
});

// The app's entry imports this file first: see features/answer/redeem/inviteLink.ts.
takeActionLink();
