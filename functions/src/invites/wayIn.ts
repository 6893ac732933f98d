/** How the holder of a live link comes in, and what the page offers them: one table, no side effects. */
import type { InviteStep, LinkKind, RedeemWay } from '../contract/statuses.ts';

export interface WayInFacts {
  kind: LinkKind;
  /** Somebody has begun to use the account through a link of ours. */
  begun: boolean;
  /** Its address is known to be its owner's. */
  proven: boolean;
  neverUsed: boolean;
  /** For a hand-over link: its tenant lets it start accounts, and no other tenant has a part in this one. */
  mayStart: boolean;
}

/**
 * @returns the way in. The order matters: what somebody uses is never opened but by signing in; a mailed link may start
 *   what nobody used; a handed-over one may too, where only its own tenant is concerned. An account that was there
 *   before and is not proven is opened by neither.
 */
export function wayIn(facts: WayInFacts): RedeemWay {
  if (facts.begun || facts.proven) return 'sign-in';
  if (!facts.neverUsed) return 'check-mail';
  if (facts.kind === 'mail') return 'password-reset';
  return facts.mayStart ? 'set-password' : 'check-mail';
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
 * @returns the one next step; a signed-in invitee accepts, or first proves the address through the mailbox.
 */
export function stepFor(
  way: RedeemWay,
  invitee: 'can-accept' | 'cannot-accept' | 'not-signed-in',
): InviteStep {
  if (invitee === 'can-accept') return 'accept';
  if (invitee === 'cannot-accept') return 'check-mail';
  return STEPS[way];
}
