/** The way in for the holder of a live link, on fresh facts: as it is shown, and as it is decided. */
import type { RedeemWay } from '../../contract/statuses.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import type { Tx } from '../../platform/transaction.ts';
import { hasJoined } from '../../domain/memberState.ts';
import { isPastEnd } from '../../domain/inviteStatus.ts';
import { needsProvenAddress } from '../../domain/authority.ts';
import { factsWithoutDocument, isNeverUsed, isProven, type Account } from '../../domain/account.ts';
import type { OpenedLink } from '../links/openLink.ts';
import { redeemWay } from './redeemWay.ts';

/**
 * @returns the way in as far as this tenant goes: what the holder of a link is shown. The inviter holds one, and is not
 *   to learn from it whether another tenant has a part in the person.
 */
export function shownRedeemWay({ link, user, invite, settings }: OpenedLink, account: Account): RedeemWay {
  const facts = user ?? factsWithoutDocument(account.uid);
  return redeemWay({
    kind: link.kind,
    begun: facts.begun !== null,
    proven: isProven(account, facts),
    neverUsed: isNeverUsed(account, facts),
    passwordless: !invite.sendPasswordReset,
    // What takes a proven address begins with the mail, which proves it.
    mayStart: settings.handoverLinks && !account.disabled && !needsProvenAddress(invite),
  });
}

/**
 * @param tx the transaction that acts on the answer.
 * @returns the way in. A hand-over link starts an account only where no other tenant has a part in it: its holder may be
 *   anybody.
 */
export async function findRedeemWay(
  deps: Pick<InviteDeps, 'invites' | 'clock'>,
  opened: OpenedLink,
  account: Account,
  tx: Tx,
): Promise<RedeemWay> {
  const way = shownRedeemWay(opened, account);
  const starts = opened.link.kind === 'handover' && way === 'set-password';
  return starts && (await isElsewhere(deps, opened, tx)) ? 'check-mail' : way;
}

async function isElsewhere(
  deps: Pick<InviteDeps, 'invites' | 'clock'>,
  { invite, user }: OpenedLink,
  tx: Tx,
): Promise<boolean> {
  // An invited membership elsewhere lives as long as its invitation, which is looked at below.
  const elsewhere = Object.entries(user?.memberships ?? {}).filter(
    ([tenantId, membership]) => tenantId !== invite.tenantId && hasJoined(membership),
  );
  if (elsewhere.length > 0) return true;
  const now = deps.clock.now();
  return (await deps.invites.listUnansweredElsewhere(invite, tx)).some((other) => !isPastEnd(other, now));
}
