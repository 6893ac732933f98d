/** The way in for the holder of a live link, on fresh facts. */
import type { RedeemWay } from '../../contract/statuses.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import type { Tx } from '../../platform/transaction.ts';
import { hasJoined } from '../../domain/memberState.ts';
import { isPastEnd } from '../../domain/inviteStatus.ts';
import { factsWithoutDocument, isNeverUsed, isProven, type Account } from '../../domain/account.ts';
import type { OpenedLink } from '../links/openLink.ts';
import { redeemWay } from './redeemWay.ts';

/** @param tx the transaction that acts on the answer; null where it is only shown. */
export async function findRedeemWay(
  deps: Pick<InviteDeps, 'invites' | 'clock'>,
  opened: OpenedLink,
  account: Account,
  tx: Tx | null,
): Promise<RedeemWay> {
  const { link, user, invite } = opened;
  const facts = user ?? factsWithoutDocument(account.uid);
  const neverUsed = isNeverUsed(account, facts);
  return redeemWay({
    kind: link.kind,
    begun: facts.begun !== null,
    proven: isProven(account, facts),
    neverUsed,
    passwordless: !invite.sendPasswordReset,
    mayStart:
      link.kind === 'handover' && neverUsed && !account.disabled && (await mayStart(deps, opened, tx)),
  });
}

/** A hand-over link starts an account only where no other tenant has a part in it: its holder may be anybody. */
async function mayStart(
  deps: Pick<InviteDeps, 'invites' | 'clock'>,
  { settings, invite, user }: OpenedLink,
  tx: Tx | null,
): Promise<boolean> {
  if (!settings.handoverLinks) return false;
  // An invited membership elsewhere lives as long as its invitation, which is looked at below.
  const elsewhere = Object.entries(user?.memberships ?? {}).filter(
    ([tenantId, membership]) => tenantId !== invite.tenantId && hasJoined(membership),
  );
  if (elsewhere.length > 0) return false;
  const now = deps.clock.now();
  return (await deps.invites.listUnansweredElsewhere(invite, tx)).every((other) => isPastEnd(other, now));
}
