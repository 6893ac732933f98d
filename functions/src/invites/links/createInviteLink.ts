/** A fresh link to hand over: it takes the place of the one before, and leaves the mailed link alone. */
import { can, type Actor } from '../../domain/authority.ts';
import { callerKeys } from '../../domain/standing.ts';
import { writeAudit } from '../../audit/audit.ts';
import { recordingRefusals } from '../../audit/recordingRefusals.ts';
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument, Written } from '../../contract/documents.ts';
import type { RepeatableAnswer } from '../../contract/serverDocuments.ts';
import type { InviteSecretsDocument } from './inviteSecret.ts';
import { linkDocumentKeys, newLinkDocument } from './linkDocuments.ts';
import type { Caller } from '../../platform/authenticate.ts';
import type { Deps } from '../../deps.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { requireActor } from '../../tenants/requireActor.ts';
import { assertOwnAccount, ownAccountOnce } from '../../accounts/assertOwnAccount.ts';
import { answerUrl } from './answerUrl.ts';
import { millisOf } from '../followUp.ts';
import { isWaiting } from '../../domain/inviteStatus.ts';
import { assertMayOffer } from '../send/offer.ts';
import { answerGiven, keepAnswer, repetitionOf } from '../../platform/idempotency.ts';

type Request = CallableRequest<'createInviteLink'>;

/**
 * @throws tenant/not-found, invite/not-allowed, invite/offer-too-high, invite/not-pending, request/key-reused,
 *   invite/replaced for a repetition whose link is not the current one any more, auth/*.
 */
export async function createInviteLink(
  deps: Deps,
  caller: Caller,
  request: Request,
): Promise<CallableResponse<'createInviteLink'>> {
  const { tenantId, uid } = request;
  const attempt = { callable: 'createInviteLink', tenantId, targetUid: uid };
  const answer = await recordingRefusals(deps, caller, attempt, () => decide(deps, caller, request));
  return {
    inviteLink: answerUrl(deps, answer),
    expiresAt: new Date(millisOf(answer.expiresAt)).toISOString(),
  };
}

function decide(deps: Deps, caller: Caller, request: Request): Promise<Written<RepeatableAnswer>> {
  const { tenantId, uid } = request;
  const repetition = repetitionOf(caller, 'createInviteLink', request);
  const nonce = deps.random.hex(16);
  const findOwn = ownAccountOnce(deps, caller);
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const [{ invite, secrets, given, ...read }, account] = await Promise.all([
      tx.readAll({
        ...callerKeys(tenantId, caller.uid),
        invite: documentKeys.pendingInvite(tenantId, uid),
        secrets: linkDocumentKeys.secrets(tenantId, uid),
        given: repetition?.key ?? null,
      }),
      findOwn(),
    ]);
    assertOwnAccount(caller, account);
    const { actor } = requireActor(caller, read);
    if (!can(actor, 'invites:create')) throw new DomainError('invite/not-allowed');
    // The same answer for an invitation that is not there as for one that this caller does not see.
    if (!invite || !secrets || !isWaiting(invite, now) || !maySee(actor, caller, invite)) {
      throw new DomainError('invite/not-pending');
    }
    assertMayOffer(actor, invite);
    const before = answerGiven(repetition, given, now);
    if (before) return assertCurrent(before, secrets);

    const keys = deps.linkKeys();
    const handover = { keyId: keys.currentKeyId, nonce };
    const { generation, links } = secrets;
    const { inviteId, expiresAt } = invite;
    tx.set(linkDocumentKeys.secrets(tenantId, uid), { generation, links: { ...links, handover } });
    const seed = { ...handover, kind: 'handover', tenantId, uid, generation } as const;
    const link = newLinkDocument(keys, seed, { inviteId, expiresAt: new Date(expiresAt.toMillis()) });
    tx.create(link.key, link.document);
    writeAudit(
      tx,
      deps.random,
      {
        action: 'invite.link_copied',
        tenantId,
        actorUid: caller.uid,
        actorKind: actor.kind,
        targetUid: uid,
        inviteId,
        before: null,
        after: null,
      },
      now,
    );
    const answer = {
      tenantId,
      uid,
      inviteId,
      generation,
      ...handover,
      userExists: false,
      inClaims: false,
      expiresAt,
    };
    keepAnswer(tx, repetition, answer, now);
    return answer;
  });
}

/** A link that a newer one has replaced is no answer: it opens nothing, and the inviter has to know that. */
function assertCurrent(answer: RepeatableAnswer, { generation, links }: InviteSecretsDocument) {
  const isCurrent = answer.generation === generation && answer.nonce === links.handover.nonce;
  if (!isCurrent) throw new DomainError('invite/replaced');
  return answer;
}

function maySee(actor: Actor, caller: Caller, invite: PendingInviteDocument): boolean {
  return can(actor, 'members:read') || invite.inviterUid === caller.uid;
}
