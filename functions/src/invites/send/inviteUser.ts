/** Inviting a person: one transaction decides everything; claims and mail, which it has written down as work, follow. */
import type { Standing } from '../../domain/authority.ts';
import { callerKeys } from '../../domain/standing.ts';
import { recordingRefusals } from '../../audit/recordingRefusals.ts';
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import type { RepeatableAnswer } from '../../contract/serverDocuments.ts';
import type { Written } from '../../contract/documents.ts';
import { bucketKey, HRX_INVITES_LIMIT, INVITES_LIMIT, takeOne } from '../../limits/rateLimits.ts';
import type { Caller } from '../../platform/authenticate.ts';
import type { Deps } from '../../deps.ts';
import { requireActor } from '../../tenants/requireActor.ts';
import { assertOwnAccount } from '../../accounts/assertOwnAccount.ts';
import type { ClaimsWork } from '../../members/memberships.ts';
import type { Account } from '../../domain/account.ts';
import { assertInvitable, assertRoom, freedByReplacing } from './assertInvitable.ts';
import { chooseIds } from './chooseIds.ts';
import { followUp, millisOf } from '../followUp.ts';
import { inviteeAccount, readInvitee } from './invitee.ts';
import { assertMayOffer, mayStandBeforeAcceptance, offerOf } from './offer.ts';
import { answerGiven, keepAnswer, repetitionOf } from '../../platform/idempotency.ts';
import { answerUrl } from '../links/answerUrl.ts';
import { writeInvitation } from './writeInvitation.ts';

type Request = CallableRequest<'inviteUser'>;

/** What the transaction has done, or finds that an earlier one with the same key did. */
interface Decision {
  answer: Written<RepeatableAnswer>;
  claimsWork: ClaimsWork | null;
  account: Account | null;
}

/**
 * Invites a person by their address, whether they have an account or not. An account that was there before is only
 * looked at.
 *
 * @throws auth/session-ended, auth/account-disabled, tenant/not-found, invite/not-allowed, invite/offer-too-high, invite/level-above-role,
 *   invite/self, invite/owner, invite/already-member, invite/already-invited, invite/declined-recently,
 *   invite/too-many-pending, limits/seats, limits/invites, limits/refusals, request/key-reused.
 */
export async function inviteUser(
  deps: Deps,
  caller: Caller,
  request: Request,
): Promise<CallableResponse<'inviteUser'>> {
  const { tenantId } = request;
  const offer = offerOf(request);
  const attempt = { callable: 'inviteUser', tenantId, targetUid: null };
  const decision = await recordingRefusals(deps, caller, attempt, () => decide(deps, caller, request, offer));
  const { answer } = decision;
  const { uid, inviteId, generation } = answer;
  const claimsApplied = await followUp(deps, {
    tenantId,
    claimsWork: decision.claimsWork,
    account: decision.account,
    mail: { task: { tenantId, uid, inviteId, generation }, send: 1 },
  });
  return {
    uid,
    inviteId,
    inviteLink: answerUrl(deps, answer),
    userExists: answer.userExists,
    claimsApplied: answer.inClaims && claimsApplied,
    expiresAt: new Date(millisOf(answer.expiresAt)).toISOString(),
  };
}

function decide(deps: Deps, caller: Caller, request: Request, offer: Standing): Promise<Decision> {
  const { tenantId, email, firstName, lastName } = request;
  const ids = chooseIds(deps.random);
  const repetition = repetitionOf(caller, 'inviteUser', request);
  const wanted = { uid: ids.uid, email, displayName: `${firstName} ${lastName}` };
  const account = inviteeAccount(deps, wanted, caller.uid);
  const limitKey = bucketKey('invites', caller.uid);

  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const [read, found, own] = await Promise.all([
      tx.readAll({ ...callerKeys(tenantId, caller.uid), bucket: limitKey, given: repetition?.key ?? null }),
      account.find(),
      account.findCaller(),
    ]);
    assertOwnAccount(caller, own);
    const admitted = requireActor(caller, read);
    const { actor, settings } = admitted;
    assertMayOffer(actor, offer);

    const given = answerGiven(repetition, read.given, now);
    if (given) return { answer: given, claimsWork: { uid: given.uid, options: {} }, account: null };

    const bucket = takeOne(read.bucket, actor.kind === 'hrx' ? HRX_INVITES_LIMIT : INVITES_LIMIT, now);
    // Before an account is made. Somebody who has one may have an ended invitation whose place is free again.
    if (!found) assertRoom(settings, 0);
    const early = mayStandBeforeAcceptance(offer, settings);
    const invitee = await readInvitee(tx, tenantId, account, early);
    assertInvitable(invitee, {
      callerUid: caller.uid,
      isHrx: actor.kind === 'hrx',
      ownerUid: settings.ownerUid,
      now,
    });
    assertRoom(settings, freedByReplacing(invitee.invite));

    const inviterName = actor.kind === 'hrx' ? (read.staff?.name ?? 'HRX') : nameOf(read.member, caller.uid);
    const written = writeInvitation(tx, deps, {
      request,
      offer,
      ids,
      admitted,
      inviter: { uid: caller.uid, name: inviterName, isHrx: actor.kind === 'hrx' },
      invitee,
      early,
      now,
    });
    tx.set(limitKey, bucket);
    keepAnswer(tx, repetition, written.answer, now);
    return { ...written, account: invitee.account };
  });
}

function nameOf(member: { firstName: string; lastName: string } | undefined, uid: string): string {
  return member ? `${member.firstName} ${member.lastName}` : uid;
}
