/** Asking for a new link, by whoever holds an expired or replaced one: it goes to the invited mailbox, and to nobody else. */
import { writeAudit } from '../../audit/writeAudit.ts';
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument, TenantSettingsDocument } from '../../contract/documents.ts';
import { FRESH_LINK_COOLDOWN_SECONDS } from '../../contract/limits.ts';
import { isOpen, statusAt } from '../../domain/inviteStatus.ts';
import { hasJoined } from '../../domain/memberState.ts';
import { standingKeys, standingOf } from '../../domain/standing.ts';
import { countMiss } from '../../limits/countingMisses.ts';
import { bucketKey, RECOVERIES_LIMIT, takeOne } from '../../limits/rateLimits.ts';
import { takeFromWindow } from '../../limits/slidingWindow.ts';
import { writeInviterNotice } from '../../notices/writeNotice.ts';
import { askedByAnybodyCaps, takeRoom } from '../../outbox/caps.ts';
import { isDomainError } from '../../platform/DomainError.ts';
import type { Tx } from '../../platform/transaction.ts';
import { runEffects, type Effects } from '../../tenants/runEffects.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { findLink, followLink, openLink } from '../links/openLink.ts';
import { mayStandBeforeAcceptance } from '../offer.ts';
import { chooseIds, type ChosenIds } from '../send/chooseIds.ts';
import { nextMail } from '../send/inviteMail.ts';
import { invitationWork } from '../send/invitationWork.ts';
import { inviteeAccount, readInvitee, type InviteeAccount } from '../send/readInvitee.ts';
import { sameOffer } from '../send/sameOffer.ts';
import { writeInvitation } from '../send/writeInvitation.ts';
import { writeMail } from '../send/writeNextMail.ts';
import { hasRoom, mayRenew } from './mayRenew.ts';

type Request = CallableRequest<'requestFreshLink'>;

/**
 * The current link of an open invitation is mailed once more. An expired invitation is renewed under a new `inviteId`,
 * where its tenant allows that, twice at most, with guarantor, seat and limits decided anew; else its inviter is told.
 * Whatever becomes of it, the answer is the same.
 *
 * @throws limits/recoveries, limits/misses: for a network that asks too often.
 */
export async function requestFreshLink(
  deps: InviteDeps,
  { secret }: Request,
  network: string,
): Promise<CallableResponse<'requestFreshLink'>> {
  await countNetwork(deps, network);
  const invite = await findInvitation(deps, secret);
  if (!invite) {
    await countMiss(deps, network);
    return {};
  }
  const ids = chooseIds(deps.random);
  const account = inviteeAccount(deps, { uid: ids.uid, email: invite.email }, invite.uid);
  const effects = await decide(deps, { secret, email: invite.email, ids, account });
  await runEffects(deps, invite.tenantId, effects);
  return {};
}

function countNetwork({ transact, clock }: InviteDeps, network: string): Promise<void> {
  const key = bucketKey('recoveries', network);
  return transact(async (tx) => {
    const { bucket } = await tx.readAll({ bucket: key });
    tx.set(key, takeOne(bucket, RECOVERIES_LIMIT, clock.now()));
  });
}

/** @returns undefined for a secret that never was one, or whose time to be told of is over. */
async function findInvitation(
  { reads, clock }: InviteDeps,
  secret: string,
): Promise<PendingInviteDocument | undefined> {
  try {
    return (await followLink(reads, await findLink(reads, secret), clock.now())).invite;
  } catch (thrown) {
    if (isDomainError(thrown, 'invite/not-found')) return undefined;
    throw thrown;
  }
}

interface Asked {
  secret: string;
  /** The address that the account was looked up by. */
  email: string;
  ids: ChosenIds;
  account: InviteeAccount;
}

/** What the steps of a decision share. */
interface Deciding extends Asked {
  tx: Tx;
  now: Date;
  invite: PendingInviteDocument;
  settings: TenantSettingsDocument;
  /** Counts this asking: written where something is done about it. */
  count: () => void;
}

function decide(deps: InviteDeps, asked: Asked): Promise<Effects> {
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const { invite, settings } = await openLink(tx, asked.secret, now);
    // Corrected or erased in this very moment.
    if (invite.email !== asked.email || invite.email === '') return {};
    const count = await countAsking(tx, invite, now);
    if (!count) return {};
    const deciding = { ...asked, tx, now, invite, settings, count };
    if (isOpen(invite, now)) return mailCurrent(deciding);
    return statusAt(invite, now) === 'expired' ? renew(deps, deciding) : {};
  });
}

/**
 * One asking a minute for one invitation, and what anybody can have sent to one address in a day.
 *
 * @returns what counts it; undefined where it was asked too often.
 */
async function countAsking(
  tx: Tx,
  { tenantId, uid, email }: PendingInviteDocument,
  now: Date,
): Promise<(() => void) | undefined> {
  const [cap] = askedByAnybodyCaps(email);
  if (!cap) return undefined;
  const rest = bucketKey('fresh link of', `${tenantId} ${uid}`);
  const { asked, rested } = await tx.readAll({ asked: cap.key, rested: rest });
  const limit = { max: 1, windowSeconds: FRESH_LINK_COOLDOWN_SECONDS };
  const room = takeRoom([cap], [asked], now);
  const taken = takeFromWindow(rested?.takenAt ?? [], limit, now);
  if (room.isFull || !taken.allowed) return undefined;
  return () => {
    for (const { key, bucket } of room.counted) tx.set(key, bucket);
    const expireAt = new Date(now.getTime() + limit.windowSeconds * 1000);
    tx.set(rest, { takenAt: taken.takenAt, expireAt });
  };
}

function mailCurrent({ tx, now, invite, count }: Deciding): Effects {
  const mail = nextMail(invite.mail, now);
  if (!mail) return {};
  count();
  return { outbox: [writeMail(tx, invite, { mail, isCounted: true }, now)] };
}

async function renew(deps: InviteDeps, deciding: Deciding): Promise<Effects> {
  const { tx, now, ids, account, invite: source, settings, count } = deciding;
  const { tenantId, firstName, lastName, email, offeredByUid } = source;
  const { tenant, ...standing } = await tx.readAll({
    tenant: documentKeys.tenant(tenantId),
    ...standingKeys(tenantId, offeredByUid),
  });
  const guarantor = standingOf(standing);
  if (!tenant) return {};
  if (!guarantor || !mayRenew({ source, settings, guarantor, now })) return tellInviter(deciding);
  const early = mayStandBeforeAcceptance(source, settings);
  const displayName = `${firstName} ${lastName}`;
  const invitee = await readInvitee(tx, { tenantId, displayName, account }, early);
  const { invite: current, membership } = invitee;
  // Their account was deleted meanwhile, and they were invited again by a new one.
  if (current && current.uid !== source.uid && isOpen(current, now))
    return mailCurrent({ ...deciding, invite: current });
  const isTheirs = invitee.account.uid === settings.ownerUid || invitee.account.uid === offeredByUid;
  if (isTheirs || (membership && hasJoined(membership))) return {};
  if (!hasRoom(settings, current)) return tellInviter(deciding);
  count();
  const { answer, claimsWork } = writeInvitation(
    {
      tx,
      now,
      caller: {
        uid: offeredByUid,
        actor: guarantor,
        name: source.inviterName,
        isHrx: guarantor.kind === 'hrx',
      },
      tenant,
      settings,
      audit: (entry) => {
        const actor = { actorUid: entry.targetUid ?? source.uid, actorKind: 'invitee' } as const;
        writeAudit(tx, deps.random, { ...entry, tenantId, ...actor }, now);
      },
    },
    deps,
    { request: sameOffer(source, email), offer: source, ids, invitee, early, renews: source },
  );
  // The link that was opened belongs to this one, and is not to renew it without end.
  if (answer.uid !== source.uid)
    tx.update(documentKeys.pendingInvite(tenantId, source.uid), { renewals: source.renewals + 1 });
  const work = { id: invitationWork({ ...answer, send: 1 }).id, round: 1 };
  return { claimsWork, account: invitee.account, outbox: [work] };
}

function tellInviter({ tx, now, ids, invite, count }: Deciding): Effects {
  const { tenantId, uid, inviteId, inviterUid: receiverUid } = invite;
  count();
  const refs = { notice: 'fresh_link_asked', receiverUid, tenantId, uid, inviteId } as const;
  writeInviterNotice(tx, refs, ids.eventId, now);
  return {};
}
