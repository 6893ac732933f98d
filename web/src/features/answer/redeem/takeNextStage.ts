import type { CallableResponse } from '../../../../../functions/src/contract/callables.ts';
import type { RedeemWay } from '../../../../../functions/src/contract/statuses.ts';

/** How far a person has come on their way in, and what the next stage needs. Kept in memory, so that a retry goes on. */
export type Progress =
  | { stage: 'redeem' }
  /** The account was there before, and nobody knows whose it is: the person is asked before it becomes theirs alone. */
  | { stage: 'reclaim' }
  | { stage: 'set-password'; email: string; code: string }
  /** Without a password: Firebase's one-time code signs in. */
  | { stage: 'email-link'; email: string; code: string }
  /**
   * `fail`: this password was set, and stays. Else an answer may have been lost, and it is not known whether the typed
   * password was set; `ifRefused` says where to go when it was not.
   */
  | { stage: 'sign-in'; email: string; password: string; ifRefused: 'fail' | 'redeem' | 'ask' }
  | { stage: 'accept' }
  | { stage: 'refresh' }
  | { stage: 'done' };

/** The server offers another way than this one: the page shows it instead. */
export interface Detour {
  stage: 'detour';
  to: 'sign-in' | 'check-mail';
}

/** What the person typed; empty names are not sent. */
export interface Typed {
  /** For a hand-over link, whose answers hold no address; and for a mailed one that signs in without a password. */
  email: string;
  password: string;
  firstName: string;
  lastName: string;
}

/** Everything outside that a way in needs; each throws what `toProblem` turns into words. */
export interface WayInPorts {
  /**
   * @param password where the server sets it: for a hand-over link, and to reclaim
   * @param email what was typed beside a mailed link: the server asks for it where it lets in without a password
   */
  redeem(password: string | null, email: string | null): Promise<CallableResponse<'redeemInvite'>>;
  setPassword(code: string, password: string): Promise<void>;
  signIn(email: string, password: string): Promise<void>;
  signInByCode(email: string, code: string): Promise<void>;
  accept(names: { firstName: string | null; lastName: string | null }): Promise<unknown>;
  refreshClaims(): Promise<void>;
  /** The code of whatever a port threw. */
  codeOf(error: unknown): string;
}

/** Firebase's answers to a reset code that was used or has run out. */
const CODE_IS_SPENT = ['auth/invalid-action-code', 'auth/expired-action-code'];
/** And to a password that is not the account's, with as little difference as it makes. */
export const PASSWORD_IS_REFUSED: readonly string[] = [
  'auth/invalid-credential',
  'auth/wrong-password',
  'auth/user-not-found',
];

/**
 * Does the next stage. A stage whose answer was lost can be done again: what it left behind is recognised.
 * @returns where that leads
 * @throws what the port threw, when the person has to look at it; the same stage can then be tried again
 */
export async function takeNextStage(
  progress: Progress,
  kind: 'mail' | 'handover',
  typed: Typed,
  ports: WayInPorts,
): Promise<Progress | Detour> {
  switch (progress.stage) {
    case 'redeem':
      return kind === 'mail' ? redeemMail(typed, ports) : redeemHandover(typed, ports);
    case 'reclaim':
      return reclaim(typed.password, ports);
    case 'email-link':
      return signInByCode(progress, ports);
    case 'set-password':
      return setPassword(progress, typed.password, ports);
    case 'sign-in':
      // A typing error in an address can still be mended, while the password is set for good.
      return signIn(progress, kind === 'handover' ? typed.email : progress.email, typed, ports);
    case 'accept':
      await ports.accept({
        firstName: typed.firstName.trim() || null,
        lastName: typed.lastName.trim() || null,
      });
      return { stage: 'refresh' };
    case 'refresh':
      await ports.refreshClaims();
      return { stage: 'done' };
    case 'done':
      return progress;
  }
}

async function redeemMail(
  { password, email: typedEmail }: Typed,
  ports: WayInPorts,
): Promise<Progress | Detour> {
  const { way, email, code } = await ports.redeem(null, typedEmail || null);
  if (way === 'password-reset' && email !== null && code !== null)
    return { stage: 'set-password', email, code };
  if (way === 'email-link' && email !== null && code !== null) return { stage: 'email-link', email, code };
  if (way === 'set-password') return { stage: 'reclaim' };
  // The account has a password by now: perhaps this very one, set by a try whose answer was lost.
  if (way === 'sign-in' && email !== null && password !== '')
    return { stage: 'sign-in', email, password, ifRefused: 'ask' };
  return detourFor(way);
}

async function redeemHandover({ email, password }: Typed, ports: WayInPorts): Promise<Progress | Detour> {
  try {
    const { way } = await ports.redeem(password, null);
    if (way === 'set-password') return { stage: 'sign-in', email, password, ifRefused: 'fail' };
    return detourFor(way);
  } catch (error) {
    // As above: the server refuses a password for an account that has one.
    if (ports.codeOf(error) !== 'invite/password-not-taken') throw error;
    return { stage: 'sign-in', email, password, ifRefused: 'ask' };
  }
}

async function reclaim(password: string, ports: WayInPorts): Promise<Progress | Detour> {
  try {
    const { way, email } = await ports.redeem(password, null);
    if (way === 'set-password' && email !== null)
      return { stage: 'sign-in', email, password, ifRefused: 'fail' };
    return detourFor(way);
  } catch (error) {
    // Perhaps by a try whose answer was lost: asked once more, the server tells the address to sign in with.
    if (ports.codeOf(error) !== 'invite/password-not-taken') throw error;
    return { stage: 'redeem' };
  }
}

async function signInByCode(
  { email, code }: Extract<Progress, { stage: 'email-link' }>,
  ports: WayInPorts,
): Promise<Progress> {
  try {
    await ports.signInByCode(email, code);
    return { stage: 'accept' };
  } catch (error) {
    if (!CODE_IS_SPENT.includes(ports.codeOf(error))) throw error;
    return { stage: 'redeem' };
  }
}

function detourFor(way: RedeemWay): Detour {
  return { stage: 'detour', to: way === 'check-mail' ? 'check-mail' : 'sign-in' };
}

async function setPassword(
  { email, code }: Extract<Progress, { stage: 'set-password' }>,
  password: string,
  ports: WayInPorts,
): Promise<Progress> {
  try {
    await ports.setPassword(code, password);
    return { stage: 'sign-in', email, password, ifRefused: 'fail' };
  } catch (error) {
    if (!CODE_IS_SPENT.includes(ports.codeOf(error))) throw error;
    return { stage: 'sign-in', email, password, ifRefused: 'redeem' };
  }
}

async function signIn(
  { password, ifRefused }: Extract<Progress, { stage: 'sign-in' }>,
  email: string,
  typed: Typed,
  ports: WayInPorts,
): Promise<Progress | Detour> {
  try {
    await ports.signIn(email, ifRefused === 'fail' ? password : typed.password);
    return { stage: 'accept' };
  } catch (error) {
    if (ifRefused === 'fail' || !PASSWORD_IS_REFUSED.includes(ports.codeOf(error))) throw error;
    return ifRefused === 'ask' ? { stage: 'detour', to: 'sign-in' } : { stage: 'redeem' };
  }
}
