/** Accepting: only the signed-in invitee does, in one transaction that asks everything anew. */
import { standingKeys, standingOf, isSessionCurrent } from '../../domain/standing.ts';
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';
import type { Caller } from '../../platform/authenticate.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { DomainError } from '../../platform/DomainError.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { ClaimsWork } from '../../claims/claimsWork.ts';
import { assertOwnAccount } from '../../accounts/assertOwnAccount.ts';
import { factsWithoutDocument, type Account } from '../../domain/account.ts';
import { isInvitedAccount, mayAcceptAs } from './mayAcceptAs.ts';
import { assertOwnName } from '../assertOwnName.ts';
import { runEffects } from '../../tenants/runEffects.ts';
import { assertRoom } from '../../tenants/seats.ts';
import { statusAfter } from '../end/statusAfter.ts';
import { revokeForLostRight } from '../end/revokeForLostRight.ts';
import { readInviteFacts } from '../end/readInviteFacts.ts';
import { mayStandFor } from '../offer.ts';
import { writeAcceptance } from './writeAcceptance.ts';

type Request = CallableRequest<'acceptInvite'>;
type Response = CallableResponse<'acceptInvite'>;

/** What the transaction has done: also taking the invitation back is something that it commits. */
interface Decision {
  response: Response | 'inviter-lost-right';
  claimsWork: ClaimsWork | null;
}

/**
 * @throws invite/not-found where nobody invited this account, the exact state of an ended invitation,
 *   invite/wrong-account, invite/address-not-proven, invite/inviter-lost-right, limits/seats, auth/*.
 */
export async function acceptInvite(deps: InviteDeps, caller: Caller, request: Request): Promise<Response> {
  const account = assertOwnAccount(caller, await deps.accounts.findByUid(caller.uid));
  const { response, claimsWork } = await decide(deps, caller, request, account);
  await runEffects(deps, request.tenantId, { claimsWork, account });
  if (response === 'inviter-lost-right') throw new DomainError('invite/inviter-lost-right');
  return response;
}

function decide(deps: InviteDeps, caller: Caller, request: Request, account: Account): Promise<Decision> {
  const holder = deps.random.hex(10);
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const facts = await readInviteFacts(tx, request.tenantId, caller.uid);
    const { invite, tenant, settings, member, user } = facts;
    if (!isSessionCurrent(caller.authTimeMillis, user)) throw new DomainError('auth/session-ended');
    if (!isInvitedAccount(account, invite)) throw new DomainError('invite/wrong-account');
    const response = (): Response => ({
      tenantId: invite.tenantId,
      slug: tenant.slug,
      role: invite.role,
      userId: account.uid,
      userCreated: (user ?? factsWithoutDocument(account.uid)).origin === 'invited',
    });
    // The same click again, or another tab: the same answer.
    if (invite.status === 'accepted' && member?.state === 'active' && member.inviteId === invite.inviteId) {
      return {
        response: { ...response(), role: member.role },
        claimsWork: { uid: account.uid, options: {} },
      };
    }
    statusAfter(invite, 'accept', now);
    const person = acceptedName(request, invite);
    // Who invited answers for the name that they wrote; the invitee for another one.
    if (person.firstName !== invite.firstName || person.lastName !== invite.lastName) {
      assertOwnName(person, tenant.name);
    }
    if (!mayAcceptAs(account, user ?? factsWithoutDocument(account.uid), invite)) {
      throw new DomainError('invite/address-not-proven');
    }
    if (!(await mayStillBeOffered(tx, invite))) {
      const actor = { uid: account.uid, kind: 'invitee' } as const;
      const claimsWork = revokeForLostRight(tx, deps, { facts, actor, holder, now });
      return { response: 'inviter-lost-right', claimsWork };
    }
    // The seat was kept free for this person; it is gone only where the limit was lowered since.
    assertRoom(settings, ['convert']);
    const claimsWork = writeAcceptance(tx, deps, person, { facts, holder, now });
    return { response: response(), claimsWork };
  });
}

function acceptedName(request: Request, invite: PendingInviteDocument) {
  return {
    firstName: request.firstName ?? invite.firstName,
    lastName: request.lastName ?? invite.lastName,
  };
}

/** What who answers for the offer may do now decides, not what they could do when they made it. */
async function mayStillBeOffered(tx: Tx, invite: PendingInviteDocument): Promise<boolean> {
  const guarantor = await tx.readAll(standingKeys(invite.tenantId, invite.offeredByUid));
  return mayStandFor(standingOf(guarantor), invite);
}
