/** Changing an open invitation in place: its links go on working, and the invited membership follows it. */
import { ownAccountOnce } from '../../accounts/assertOwnAccount.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { AuditFacts, Instant, PendingInviteDocument, Written } from '../../contract/documents.ts';
import { canGrant, isLevelWithinRole, isLowered } from '../../domain/authority.ts';
import { attentionOf, nearEndOf } from '../../domain/inviteAttention.ts';
import { standsInClaims } from '../../domain/standsInClaims.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { isoOf } from '../../platform/millisOf.ts';
import type { Act } from '../../tenants/actInTenant.ts';
import { tenantCommand } from '../../tenants/tenantCommand.ts';
import { assertOwnName } from '../assertOwnName.ts';
import { writeInviteEvent } from '../events/writeInviteEvent.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { writeLinkEnds } from '../links/writeLinkEnds.ts';
import { mayStandBeforeAcceptance } from '../offer.ts';
import { standingOfAccount } from '../send/readInvitee.ts';
import { assertMayAct, assertMayManageOpen } from '../assertMayManage.ts';
import { changeDetails, changedFields, searchFieldsOf, wantedFields, type Editable } from './changedOffer.ts';
import { factsOf, invitationKeys, type InvitationKeys } from './invitationKeys.ts';
import { writeInvitedMember } from './writeInvitedMember.ts';

interface Updated {
  expiresAt: Instant | Date;
  /** The role stands in the claims before it is accepted. */
  inClaims: boolean;
  /** The claims have it already: nothing changed of what they say. */
  isSettled: boolean;
}

const IN_AUDIT = ['role', 'securityLevel', 'permissions'] as const;

/**
 * Who raises the offer answers for it from then on.
 *
 * @throws tenant/not-found, invite/not-allowed, invite/not-pending, invite/not-yours, invite/offer-above-yours,
 *   invite/offer-too-high, invite/level-above-role, request/invalid for a name that poses, auth/*.
 */
export const updateInvite = tenantCommand<InviteDeps>()('updateInvite', {
  prepare: ({ deps, request: { uid } }) => ({
    findAccount: ownAccountOnce(deps, { uid }),
    holder: deps.random.hex(10),
    eventId: deps.random.hex(10),
  }),
  keys: ({ request: { tenantId, uid } }) => invitationKeys(tenantId, uid),
  assertMay: assertMayAct,

  async run(act) {
    const { tx, now, deps, caller, request, prepared, read, audit } = act;
    const { tenantId, uid } = request;
    const before = assertMayManageOpen(caller, read.invite, now);
    const after = wantedFields(request, before);
    const changed = changedFields(before, after);
    assertMayBecome(act, before, after);
    const inClaims = await standsEarly(act, prepared.findAccount, before, after);
    const isExtended = typeof request.expiresInHours === 'number';
    if (changed.length === 0 && !isExtended) return { answer: settled(act, before), effects: {} };

    const fields = {
      ...after,
      ...searchFieldsOf(before.email, after),
      ...newEnd(request.expiresInHours ?? null, before, now),
      offeredByUid: isLowered(after, before) ? caller.uid : before.offeredByUid,
    };
    const invite: Written<PendingInviteDocument> = { ...before, ...fields };
    const attention = attentionOf(invite, now);
    tx.update(documentKeys.pendingInvite(tenantId, uid), { ...fields, attention });
    if (isExtended && read.secrets) writeLinkEnds(tx, deps.linkKeys(), invite, read.secrets);
    const facts = factsOf(act, before);
    const { holder, eventId } = prepared;
    const claimsWork = writeInvitedMember(tx, { invite, facts, inClaims, holder, now });
    const ends = isExtended
      ? { expiresAtFrom: isoOf(before.expiresAt), expiresAtTo: isoOf(invite.expiresAt) }
      : {};
    const details = { ...changeDetails(changed, before, after), ...ends };
    const names = [...changed, ...(isExtended ? ['expiresAt'] : [])];
    writeInviteEvent(tx, invite, {
      id: eventId,
      kind: 'updated',
      actor: caller,
      details: { ...details, changed: names },
      at: now,
    });
    audit({
      action: 'invite.updated',
      targetUid: uid,
      inviteId: invite.inviteId,
      before: auditFacts(before),
      after: { ...auditFacts(invite), changed: names },
    });
    const answer: Updated = {
      expiresAt: invite.expiresAt,
      inClaims: read.member?.state === 'invited' && inClaims,
      isSettled: claimsWork === null && settled(act, before).isSettled,
    };
    return { answer, effects: { claimsWork } };
  },

  respond: ({ expiresAt, inClaims, isSettled }, { claimsApplied }) => ({
    expiresAt: isoOf(expiresAt),
    claimsApplied: inClaims && (isSettled || claimsApplied),
  }),
});

type Updating = Pick<Act<InvitationKeys>, 'caller' | 'tenant' | 'settings' | 'read'>;

/** @throws invite/level-above-role, invite/offer-too-high, request/invalid. */
function assertMayBecome({ caller, tenant }: Updating, before: Editable, after: Editable): void {
  if (!isLevelWithinRole(after)) throw new DomainError('invite/level-above-role');
  if (!canGrant(caller.actor, after)) throw new DomainError('invite/offer-too-high');
  const isRenamed = before.firstName !== after.firstName || before.lastName !== after.lastName;
  if (isRenamed) assertOwnName(after, tenant.name);
}

/** @returns whether the offer may stand in the claims before it is accepted: asked anew where it is another one. */
async function standsEarly(
  { settings, read: { member, user }, request: { tenantId } }: Updating & { request: { tenantId: string } },
  findAccount: ReturnType<typeof ownAccountOnce>,
  before: Editable,
  after: Editable,
): Promise<boolean> {
  const copy = user?.memberships[tenantId];
  if (member?.state !== 'invited' || !copy) return false;
  const isSame = !changedFields(before, after).some((field) => IN_AUDIT.some((each) => each === field));
  if (isSame) return copy.inClaims;
  const account = await findAccount();
  const isKnown = account !== undefined && standingOfAccount({ account, user }).isKnown;
  return isKnown && mayStandBeforeAcceptance(after, settings);
}

/** @returns the answer where nothing changes. */
function settled(
  { read: { member, user } }: Updating,
  { tenantId, expiresAt }: PendingInviteDocument,
): Updated {
  const stands = standsInClaims(user?.memberships[tenantId]);
  const isLeftOut = user?.claimsLeftOut.includes(tenantId) === true;
  return { expiresAt, inClaims: stands, isSettled: member?.sync === 'synced' && !isLeftOut };
}

/** A reminder goes out for a new end, too. */
function newEnd(hours: number | null, before: PendingInviteDocument, now: Date) {
  const { expiresAt, lifetimeHours, nearEndAt, remindedAt } = before;
  if (hours === null) return { expiresAt, lifetimeHours, nearEndAt, remindedAt };
  const end = new Date(now.getTime() + hours * 3600_000);
  const nearEnd = nearEndOf({ ...before, expiresAt: end });
  return { expiresAt: end, lifetimeHours: hours, nearEndAt: nearEnd, remindedAt: null };
}

function auditFacts(invite: Written<PendingInviteDocument>): AuditFacts {
  const { role, securityLevel, permissions, expiresAt } = invite;
  return { role, securityLevel, permissions: [...permissions], expiresAt: isoOf(expiresAt) };
}
