/** The link to hand over: the one there is, or a fresh one that takes its place and leaves the mailed link alone. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';
import { canGrant } from '../../domain/authority.ts';
import { isOpen } from '../../domain/inviteStatus.ts';
import { bucketKey, LINKS_LIMIT, takeOne } from '../../limits/rateLimits.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { isoOf } from '../../platform/millisOf.ts';
import type { LinkKeys } from '../../platform/linkKeys.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Act } from '../../tenants/actInTenant.ts';
import { tenantCommand } from '../../tenants/tenantCommand.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { writeInviteEvent } from '../events/writeInviteEvent.ts';
import { maySeeInvitation } from '../assertMayManage.ts';
import { mayActOnInvitations } from '../offer.ts';
import { handoverUrl, type HandoverLink } from './handoverUrl.ts';
import type { InviteSecretsDocument } from './inviteSecret.ts';
import { linkDocumentKeys, newLinkDocument } from './linkDocuments.ts';

/**
 * @throws tenant/not-found, invite/not-allowed, invite/offer-too-high, invite/not-pending, request/key-reused, limits/links,
 *   invite/replaced for a repetition whose link is not the current one any more, auth/*.
 */
export const createInviteLink = tenantCommand<InviteDeps>()('createInviteLink', {
  prepare: ({ deps }) => ({ nonce: deps.random.hex(16), eventId: deps.random.hex(10) }),

  keys: ({ request: { tenantId, uid }, caller }) => ({
    ...invitationKeys(tenantId, uid),
    bucket: bucketKey('links', caller.uid),
  }),

  assertMay(actor) {
    if (!mayActOnInvitations(actor)) throw new DomainError('invite/not-allowed');
  },

  run(act) {
    const { tx, now, caller, request, prepared, audit } = act;
    const { tenantId, uid } = request;
    const { invite, secrets } = openInvitation(act);
    tx.set(bucketKey('links', caller.uid), takeOne(act.read.bucket, LINKS_LIMIT, now));
    const current = secrets.links.handover;
    const keys = act.deps.linkKeys();
    // A link whose key was taken away opens nothing any more.
    const isFresh = request.fresh === true || !keys.byId.has(current.keyId);
    const handover = isFresh ? { keyId: keys.currentKeyId, nonce: prepared.nonce } : current;
    if (isFresh) writeHandover(tx, keys, invite, { ...secrets, links: { ...secrets.links, handover } });
    const told = isFresh ? 'link_renewed' : 'link_copied';
    const { inviteId, expiresAt } = invite;
    audit({ action: `invite.${told}`, targetUid: uid, inviteId, before: null, after: null });
    writeInviteEvent(tx, invite, { id: prepared.eventId, kind: told, actor: caller, at: now });
    const { generation } = secrets;
    const answer: CopiedLink = { tenantId, uid, generation, ...handover, expiresAt };
    return Promise.resolve({ answer, effects: {} });
  },

  repeat(answer: CopiedLink, act) {
    assertCurrent(answer, openInvitation(act).secrets);
    return { answer, effects: {} };
  },

  respond: (answer, _done, { deps }) => ({
    inviteLink: handoverUrl(deps, answer),
    expiresAt: isoOf(answer.expiresAt),
  }),
});

function invitationKeys(tenantId: string, uid: string) {
  return {
    invite: documentKeys.pendingInvite(tenantId, uid),
    secrets: linkDocumentKeys.secrets(tenantId, uid),
  };
}
type InvitationKeys = ReturnType<typeof invitationKeys>;

interface CopiedLink extends HandoverLink {
  expiresAt: PendingInviteDocument['expiresAt'];
}

/** @throws invite/not-pending: also for an invitation that this caller does not see. invite/offer-too-high. */
function openInvitation({
  caller,
  now,
  read: { invite, secrets },
}: Pick<Act<InvitationKeys>, 'caller' | 'now' | 'read'>) {
  if (!invite || !secrets || !isOpen(invite, now) || !maySeeInvitation(caller, invite)) {
    throw new DomainError('invite/not-pending');
  }
  if (!canGrant(caller.actor, invite)) throw new DomainError('invite/offer-too-high');
  return { invite, secrets };
}

/** A link that a newer one has replaced is no answer: it opens nothing, and the inviter has to know that. */
function assertCurrent(answer: HandoverLink, { generation, links }: InviteSecretsDocument): void {
  const isCurrent = answer.generation === generation && answer.nonce === links.handover.nonce;
  if (!isCurrent) throw new DomainError('invite/replaced');
}

function writeHandover(
  tx: Tx,
  keys: LinkKeys,
  { tenantId, uid, inviteId, expiresAt }: PendingInviteDocument,
  secrets: InviteSecretsDocument,
): void {
  tx.set(linkDocumentKeys.secrets(tenantId, uid), secrets);
  const { generation, links } = secrets;
  const seed = { ...links.handover, kind: 'handover', tenantId, uid, generation } as const;
  const link = newLinkDocument(keys, seed, { inviteId, expiresAt: new Date(expiresAt.toMillis()) });
  tx.create(link.key, link.document);
}
