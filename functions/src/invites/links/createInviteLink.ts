/** A fresh link to hand over: it takes the place of the one before, and leaves the mailed link alone. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';
import { can, type Actor } from '../../domain/authority.ts';
import { isOpen } from '../../domain/inviteStatus.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { isoOf } from '../../platform/millisOf.ts';
import type { Act } from '../../tenants/actInTenant.ts';
import { tenantCommand } from '../../tenants/tenantCommand.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { assertMayOffer } from '../offer.ts';
import { handoverUrl, type HandoverLink } from './handoverUrl.ts';
import type { InviteSecretsDocument } from './inviteSecret.ts';
import { linkDocumentKeys, newLinkDocument } from './linkDocuments.ts';

/**
 * @throws tenant/not-found, invite/not-allowed, invite/offer-too-high, invite/not-pending, request/key-reused,
 *   invite/replaced for a repetition whose link is not the current one any more, auth/*.
 */
export const createInviteLink = tenantCommand<InviteDeps>()('createInviteLink', {
  prepare: ({ deps }) => ({ nonce: deps.random.hex(16) }),

  keys: ({ request: { tenantId, uid } }) => invitationKeys(tenantId, uid),

  assertMay(actor) {
    if (!can(actor, 'invites:create')) throw new DomainError('invite/not-allowed');
  },

  run({ tx, deps, request, prepared, audit, ...act }) {
    const { tenantId, uid } = request;
    const { invite, secrets } = openInvitation(act);
    const keys = deps.linkKeys();
    const handover = { keyId: keys.currentKeyId, nonce: prepared.nonce };
    const { generation, links } = secrets;
    const { inviteId, expiresAt } = invite;
    tx.set(linkDocumentKeys.secrets(tenantId, uid), { generation, links: { ...links, handover } });
    const seed = { ...handover, kind: 'handover', tenantId, uid, generation } as const;
    const link = newLinkDocument(keys, seed, { inviteId, expiresAt: new Date(expiresAt.toMillis()) });
    tx.create(link.key, link.document);
    audit({ action: 'invite.link_copied', targetUid: uid, inviteId, before: null, after: null });
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

/** @throws invite/not-pending: also for an invitation that this caller does not see. invite/not-allowed, invite/offer-too-high. */
function openInvitation({
  caller,
  now,
  read: { invite, secrets },
}: Pick<Act<InvitationKeys>, 'caller' | 'now' | 'read'>) {
  if (!invite || !secrets || !isOpen(invite, now) || !maySee(caller, invite)) {
    throw new DomainError('invite/not-pending');
  }
  assertMayOffer(caller.actor, invite);
  return { invite, secrets };
}

/** A link that a newer one has replaced is no answer: it opens nothing, and the inviter has to know that. */
function assertCurrent(answer: HandoverLink, { generation, links }: InviteSecretsDocument): void {
  const isCurrent = answer.generation === generation && answer.nonce === links.handover.nonce;
  if (!isCurrent) throw new DomainError('invite/replaced');
}

function maySee({ uid, actor }: { uid: string; actor: Actor }, invite: PendingInviteDocument): boolean {
  return can(actor, 'members:read') || invite.inviterUid === uid;
}
