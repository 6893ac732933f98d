/** Changing what an active member is. Who is lowered by it loses the invitations that they could no longer send. */
import {
  can,
  canChangeRoles,
  canGrant,
  isLevelWithinRole,
  isLowered,
  permissionsAfter,
  type Actor,
  type Standing,
} from '../domain/authority.ts';
import type { CallableRequest } from '../contract/callables.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import type { MemberDocument, TenantSettingsDocument } from '../contract/documents.ts';
import { startJob } from '../jobs/startJob.ts';
import { writeAccountNotice } from '../notices/writeNotice.ts';
import { DomainError } from '../platform/DomainError.ts';
import { tenantCommand } from '../tenants/tenantCommand.ts';
import { assertAdminLeft } from './assertAdminLeft.ts';
import type { MemberDeps } from './memberDeps.ts';
import { writeMembership } from './membershipDocuments.ts';

type Request = CallableRequest<'setTenantRole'>;

/**
 * @throws invite/level-above-role, tenant/not-found, members/not-allowed, members/self, members/not-found,
 *   members/owner, invite/offer-too-high, members/last-admin.
 */
export const setTenantRole = tenantCommand<MemberDeps>()('setTenantRole', {
  prepare({ deps, request }) {
    if (!isLevelWithinRole(request)) throw new DomainError('invite/level-above-role');
    return { holder: deps.random.hex(10), jobId: deps.random.hex(10) };
  },

  keys: ({ request: { tenantId, uid } }) => ({
    target: documentKeys.member(tenantId, uid),
    targetUser: documentKeys.user(uid),
    targetStaff: documentKeys.staff(uid),
  }),

  assertMay(actor) {
    if (!canChangeRoles(actor)) throw new DomainError('members/not-allowed');
  },

  async run({ tx, now, deps, caller, request, prepared, settings, read, audit }) {
    const { tenantId, uid, role, securityLevel } = request;
    const { target, targetUser, targetStaff } = read;
    const { member, after } = assertMayChange(caller, request, settings, target);
    if (member.role === 'Admin' && role !== 'Admin') await assertAdminLeft(deps, tx, { tenantId, uid });

    audit({
      action: 'member.role_changed',
      targetUid: uid,
      inviteId: null,
      before: auditFacts(member),
      after: auditFacts(after),
    });
    const claimsWork = writeMembership(tx, {
      uid,
      tenantId,
      user: targetUser,
      member: { ...member, role, securityLevel, permissions: [...after.permissions], updatedAt: now },
      staffActive: targetStaff?.active === true,
      holder: prepared.holder,
      now,
    });
    writeAccountNotice(tx, { notice: 'role_given', uid, tenantId }, prepared.holder, now);
    const job = mayHaveSentTooMuch(member, after)
      ? startJob(tx, {
          jobId: prepared.jobId,
          tenantId,
          kind: 'revoke-lost-invitations',
          startedByUid: caller.uid,
          parameters: { inviterUid: uid },
          now,
        })
      : null;
    return { answer: { uid, role, securityLevel }, effects: { claimsWork, job } };
  },

  respond: (answer, { claimsApplied }) => ({ ...answer, claimsApplied }),
});

function auditFacts({ role, securityLevel, permissions }: Standing) {
  return { role, securityLevel, permissions: [...permissions] };
}

/** @returns whether somebody who could invite has lost something: acceptance asks anew, and a job ends what they have sent. */
function mayHaveSentTooMuch(before: Standing, after: Standing): boolean {
  return can({ kind: 'member', ...before }, 'invites:create') && isLowered(before, after);
}

/** @returns the active member who may be changed by this caller in this way, and what they become. */
function assertMayChange(
  caller: { uid: string; actor: Actor },
  request: Request,
  { ownerUid }: Pick<TenantSettingsDocument, 'ownerUid'>,
  target: MemberDocument | undefined,
): { member: MemberDocument; after: Standing } {
  if (request.uid === caller.uid) throw new DomainError('members/self');
  if (target?.state !== 'active') throw new DomainError('members/not-found');
  if (request.uid === ownerUid) throw new DomainError('members/owner');
  if (!canGrant(caller.actor, target)) throw new DomainError('members/not-allowed');
  const { role, securityLevel } = request;
  const after = { role, securityLevel, permissions: permissionsAfter(target, request, request.permissions) };
  if (!canGrant(caller.actor, after)) throw new DomainError('invite/offer-too-high');
  return { member: target, after };
}
