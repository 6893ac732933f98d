/** How the holder of a live link comes in, and what the page offers them: one table, no side effects. */
import type { InviteStep, LinkKind, RedeemWay } from '../../contract/statuses.ts';

export interface RedeemFacts {
  kind: LinkKind;
  /** Somebody has begun to use the account through a link of ours. */
  begun: boolean;
  /** Its address is known to be its owner's. */
  proven: boolean;
  neverUsed: boolean;
  /** The inviter wants no password for them. */
  passwordless: boolean;
  /** For a hand-over link: its tenant lets it start accounts, and what is offered takes no proof of the address. */
  mayStart: boolean;
}

/**
 * @returns the way in. The order matters: what somebody uses is never opened but by signing in; a mailed link gives an
 *   account that was there before, and was never proven, to the owner of the mailbox; it may start what nobody used; a
 *   handed-over one may too, where it may start accounts, and opens nothing else.
 */
export function redeemWay(facts: RedeemFacts): RedeemWay {
  if (facts.begun || facts.proven) return 'sign-in';
  if (facts.kind === 'mail') {
    if (!facts.neverUsed) return 'set-password';
    return facts.passwordless ? 'email-link' : 'password-reset';
  }
  return facts.neverUsed && facts.mayStart ? 'set-password' : 'check-mail';
}

/** What the page offers for each way. */
const STEPS: Readonly<Record<RedeemWay, InviteStep>> = {
  'password-reset': 'set-password',
  'set-password': 'set-password',
  'email-link': 'email-link',
  'sign-in': 'sign-in',
  'check-mail': 'check-mail',
};

/**
 * @param invitee whether the caller is signed in as the invited account, and whether it could accept.
 * @param isShut whether an administrator has to look at the account before anybody goes on.
 * @returns the one next step; a signed-in invitee accepts, or first proves the address through the mailbox: with a new
 *   password, where the mailed link in their hand does that.
 */
export function stepFor(
  way: RedeemWay,
  invitee: 'can-accept' | 'cannot-accept' | 'not-signed-in',
  isShut: boolean,
): InviteStep {
  if (isShut) return 'none';
  if (invitee === 'can-accept') return 'accept';
  if (invitee === 'cannot-accept') return way === 'set-password' ? 'set-password' : 'check-mail';
  return STEPS[way];
}
