/** Changing what an active member is. */
import { canChangeRoles, canGrant, isLevelWithinRole } from '../domain/authority.ts';
import { callerKeys } from '../domain/standing.ts';
import { writeAudit } from '../audit/audit.ts';
import { recordingRefusals } from '../audit/recordingRefusals.ts';
import type { CallableRequest, CallableResponse } from '../contract/callables.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import type { MemberDocument } from '../contract/documents.ts';
import { followUp } from '../invites/followUp.ts';
import type { Caller } from '../platform/authenticate.ts';
import type { Deps } from '../deps.ts';
import { DomainError } from '../platform/DomainError.ts';
import { requireActor, type Admitted } from '../tenants/requireActor.ts';
import type { Tx } from '../platform/transaction.ts';
import { assertOwnAccount, ownAccountOnce } from '../accounts/assertOwnAccount.ts';
import { withMembership, type ClaimsWork } from './memberships.ts';
import { newUserDocument } from '../domain/account.ts';

type Request = CallableRequest<'setTenantRole'>;

/**
 * @throws invite/level-above-role, tenant/not-found, members/not-allowed, members/self, members/not-found,
 *   members/owner, invite/offer-too-high, members/last-admin.
 */
export async function setTenantRole(
  deps: Deps,
  caller: Caller,
  request: Request,
): Promise<CallableResponse<'setTenantRole'>> {
  const { tenantId, uid, role, securityLevel } = request;
  if (!isLevelWithinRole(request)) throw new DomainError('invite/level-above-role');
  const attempt = { callable: 'setTenantRole', tenantId, targetUid: uid };
  const claimsWork = await recordingRefusals(deps, caller, attempt, () => decide(deps, caller, request));
  const claimsApplied = await followUp(deps, { tenantId, claimsWork, account: null, mail: null });
  return { uid, role, securityLevel, claimsApplied };
}

function decide(deps: Deps, caller: Caller, request: Request): Promise<ClaimsWork | null> {
  const { tenantId, uid } = request;
  const holder = deps.random.hex(10);
  const findOwn = ownAccountOnce(deps, caller);
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const [{ target, targetUser, targetStaff, ...read }, account] = await Promise.all([
      tx.readAll({
        ...callerKeys(tenantId, caller.uid),
        target: documentKeys.member(tenantId, uid),
        targetUser: documentKeys.user(uid),
        targetStaff: documentKeys.staff(uid),
      }),
      findOwn(),
    ]);
    assertOwnAccount(caller, account);
    const admitted = requireActor(caller, read);
    const member = assertMayChange(admitted, caller, request, target);
    await assertAdminLeft(deps, tx, request, member);

    const { role, securityLevel } = request;
    tx.update(documentKeys.member(tenantId, uid), { role, securityLevel, sync: 'pending', updatedAt: now });
    writeAudit(
      tx,
      deps.random,
      {
        action: 'member.role_changed',
        tenantId,
        actorUid: caller.uid,
        actorKind: admitted.actor.kind,
        targetUid: uid,
        inviteId: null,
        before: { role: member.role, securityLevel: member.securityLevel },
        after: { role, securityLevel },
      },
      now,
    );
    const blank = newUserDocument(uid, { tenantId, inviteId: member.inviteId ?? '' });
    const since = targetUser?.memberships[tenantId]?.since ?? now;
    const { document, claimsWork } = withMembership(targetUser, blank, {
      uid,
      tenantId,
      membership: { role, securityLevel, state: 'active', inClaims: true, since },
      staffActive: targetStaff?.active === true,
      holder,
      now,
    });
    tx.set(documentKeys.user(uid), document);
    return claimsWork;
  });
}

/** @returns the active member who may be changed by this caller in this way. */
function assertMayChange(
  { actor, settings }: Admitted,
  caller: Caller,
  request: Request,
  target: MemberDocument | undefined,
): MemberDocument {
  if (!canChangeRoles(actor)) throw new DomainError('members/not-allowed');
  if (request.uid === caller.uid) throw new DomainError('members/self');
  if (target?.state !== 'active') throw new DomainError('members/not-found');
  if (request.uid === settings.ownerUid) throw new DomainError('members/owner');
  if (!canGrant(actor, target)) throw new DomainError('members/not-allowed');
  if (!canGrant(actor, { ...request, permissions: target.permissions })) {
    throw new DomainError('invite/offer-too-high');
  }
  return target;
}

/** A tenant never loses its last active Admin; who is only invited does not count. */
async function assertAdminLeft(deps: Deps, tx: Tx, request: Request, member: MemberDocument): Promise<void> {
  if (member.role !== 'Admin' || request.role === 'Admin') return;
  const admins = await deps.members.countActiveAdmins(tx, request.tenantId);
  if (admins < 2) throw new DomainError('members/last-admin');
}
