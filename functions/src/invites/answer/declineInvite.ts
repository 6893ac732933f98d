/** Declining: the signed-in invitee does, or who holds the mailed link. A handed-over one says nothing about its holder. */
import { isSessionCurrent } from '../../domain/standing.ts';
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import type { Caller } from '../../platform/authenticate.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { DomainError } from '../../platform/DomainError.ts';
import type { Tx } from '../../platform/transaction.ts';
import { assertOwnAccount } from '../../accounts/assertOwnAccount.ts';
import type { ClaimsWork } from '../../claims/claimsWork.ts';
import { factsWithoutDocument } from '../../domain/account.ts';
import { assertTypedAddress } from './assertTypedAddress.ts';
import { isInvitedAccount, mayDeclineAs } from './mayAcceptAs.ts';
import { endInvitation } from '../end/endInvitation.ts';
import { runEffects } from '../../tenants/runEffects.ts';
import { readInviteFacts, type InviteFacts } from '../end/readInviteFacts.ts';
import { openLink } from '../links/openLink.ts';

type Request = CallableRequest<'declineInvite'>;

/** Which invitation, and whose answer this is. */
interface Asked {
  tenantId: string;
  uid: string;
  /** Asked in the transaction. @throws where it is not for this caller to say. */
  admit: (tx: Tx, facts: InviteFacts) => Promise<void> | void;
}

/**
 * The same answer again is the same answer.
 *
 * @throws invite/not-found, the exact state of an invitation that ended otherwise; for who holds a link
 *   invite/mail-link-needed, invite/address-needed, invite/wrong-address, limits/addresses; for who is signed in
 *   invite/wrong-account, invite/address-not-proven, auth/*.
 */
export async function declineInvite(
  deps: InviteDeps,
  caller: Caller | null,
  request: Request,
): Promise<CallableResponse<'declineInvite'>> {
  const { tenantId, secret } = request;
  const asked = secret
    ? await byMail(deps, { ...request, secret })
    : await bySession(deps, caller, tenantId ?? '');
  const claimsWork = await decide(deps, asked, request.reason ?? null);
  await runEffects(deps, asked.tenantId, { claimsWork });
  return {};
}

async function byMail(deps: InviteDeps, asked: Request & { secret: string }): Promise<Asked> {
  const { secret } = asked;
  const { link, status, invite } = await openLink(deps.reads, secret, deps.clock.now());
  const { kind, tenantId, uid } = link;
  if (kind !== 'mail') throw new DomainError('invite/mail-link-needed');
  // What has ended is told by itself, below.
  if (status === 'pending') await assertTypedAddress(deps, asked, invite.email);
  return {
    tenantId,
    uid,
    admit: async (tx) => {
      const { status } = await openLink(tx, secret, deps.clock.now());
      if (status === 'replaced') throw new DomainError('invite/replaced');
    },
  };
}

/** It takes the invitee themselves. */
async function bySession(deps: InviteDeps, caller: Caller | null, tenantId: string): Promise<Asked> {
  if (!caller) throw new DomainError('auth/required');
  const account = assertOwnAccount(caller, await deps.accounts.findByUid(caller.uid));
  return {
    tenantId,
    uid: caller.uid,
    admit: (_tx, { invite, user }) => {
      if (!isSessionCurrent(caller.authTimeMillis, user)) throw new DomainError('auth/session-ended');
      if (!isInvitedAccount(account, invite)) throw new DomainError('invite/wrong-account');
      if (!mayDeclineAs(account, user ?? factsWithoutDocument(account.uid), invite)) {
        throw new DomainError('invite/address-not-proven');
      }
    },
  };
}

function decide(
  deps: InviteDeps,
  { tenantId, uid, admit }: Asked,
  reason: string | null,
): Promise<ClaimsWork | null> {
  const holder = deps.random.hex(10);
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const facts = await readInviteFacts(tx, tenantId, uid);
    await admit(tx, facts);
    if (facts.invite.status === 'declined') return { uid, options: {} };
    const words = reason?.trim();
    return endInvitation(tx, deps, {
      facts,
      event: 'decline',
      actor: { uid, kind: 'invitee' },
      reason: words ? { words } : null,
      holder,
      now,
    });
  });
}
