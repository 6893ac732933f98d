/** The one way to act in a tenant: who asks, whether they belong there, whether they may, then the operation; one transaction. */
import { assertOwnAccount } from '../accounts/assertOwnAccount.ts';
import type { AccountStore } from '../accounts/accounts.auth.ts';
import { writeAudit, type AuditEntry } from '../audit/writeAudit.ts';
import { recordingRefusals } from '../audit/recordingRefusals.ts';
import type { CallableRequest, TenantCallableName } from '../contract/callables.ts';
import type { TenantDocument, TenantSettingsDocument } from '../contract/documents.ts';
import type { IdempotencyDocument } from '../contract/serverDocuments.ts';
import { factsWithoutDocument, isProven, type Account } from '../domain/account.ts';
import type { Actor } from '../domain/authority.ts';
import {
  actorKeys,
  isSessionCurrent,
  signatureOf,
  standingOf,
  type ActorDocuments,
} from '../domain/standing.ts';
import type { Caller } from '../platform/authenticate.ts';
import { DomainError } from '../platform/DomainError.ts';
import { idempotencySlot, keepAnswer, keptAnswer, type IdempotencySlot } from '../platform/idempotency.ts';
import type { PlatformDeps } from '../platform/platformDeps.ts';
import type { Keys, Read, Tx } from '../platform/transaction.ts';
import { actingAs } from './actingAs.ts';
import type { Effects } from './runEffects.ts';

export interface ActingDeps extends PlatformDeps {
  accounts: Pick<AccountStore, 'findByUid'>;
}

/** Somebody who was let in. */
export interface Acting {
  uid: string;
  actor: Actor;
  /** How what they do is signed. */
  name: string;
  isHrx: boolean;
}

/** What the operation is done with, inside its transaction. */
export interface Act<K extends Keys> {
  tx: Tx;
  now: Date;
  caller: Acting;
  tenant: TenantDocument;
  settings: TenantSettingsDocument;
  /** The command's own documents. */
  read: Read<K>;
  /** Writes the entry about it, in this transaction. */
  audit: (entry: Pick<AuditEntry, 'action' | 'targetUid' | 'inviteId' | 'before' | 'after'>) => void;
}

/** The operation's answer, and the work that it wrote down. */
export interface Done<Answer> {
  answer: Answer;
  effects: Effects;
}

export interface TenantOperation<Name extends TenantCallableName, K extends Keys, Answer extends object> {
  callable: Name;
  request: CallableRequest<Name>;
  /** Whom a refusal names in the audit. */
  targetUid: string | null;
  /** The documents that the operation decides on: read together with the caller's own, in one round trip. */
  keys: K;
  /** Asked beside the documents, once. Without it the caller's record is asked for by itself. */
  findCaller?: () => Promise<Account | undefined>;
  /** @throws the refusal, where this actor may not do it whatever else is true. */
  assertMay: (actor: Actor) => void;
  /** Decides on the rest and writes. May run more than once: what it chooses at random was chosen before. */
  run: (act: Act<K>) => Promise<Done<Answer>>;
  /** What the same call with the same key gets. Without it, the kept answer and no work. */
  repeat?: (answer: Answer, act: Act<K>) => Done<Answer>;
}

/**
 * @returns the operation's answer. With an `idempotencyKey` it is kept, and the same call again gets it without a second run.
 * @throws auth/required, auth/account-disabled, auth/session-ended, auth/address-not-proven; tenant/not-found to strangers, the same whether there
 *   is such a tenant or not; request/key-reused; limits/refusals for who was refused too often; and what the operation throws.
 *   A refusal that means "not you" is counted and recorded for HRX.
 */
export function actInTenant<Name extends TenantCallableName, K extends Keys, Answer extends object>(
  deps: ActingDeps,
  caller: Caller,
  operation: TenantOperation<Name, K, Answer>,
): Promise<Done<Answer>> {
  const { callable, request, targetUid } = operation;
  const { tenantId } = request;
  const slot = idempotencySlot(caller, callable, request);
  return recordingRefusals(deps, caller, { callable, tenantId, targetUid }, () =>
    decide(deps, caller, operation, slot),
  );
}

/** A row of a job: done for who started it, with what they may do now, however old their session is by then. */
export interface RowOfJob {
  starterUid: string;
  /** The row's own key: run twice, it is done once. */
  key: string;
}

/**
 * The same for a row of somebody's job.
 *
 * @throws what `actInTenant` throws but for what is about a session. A refusal is the row's outcome, and counted nowhere.
 */
export function actForRow<Name extends TenantCallableName, K extends Keys, Answer extends object>(
  deps: ActingDeps,
  { starterUid, key }: RowOfJob,
  operation: TenantOperation<Name, K, Answer>,
): Promise<Done<Answer>> {
  const starter = { uid: starterUid, authTimeMillis: Infinity };
  const slot = idempotencySlot(starter, operation.callable, { ...operation.request, idempotencyKey: key });
  return decide(deps, starter, operation, slot);
}

function decide<Name extends TenantCallableName, K extends Keys, Answer extends object>(
  deps: ActingDeps,
  caller: Caller,
  operation: TenantOperation<Name, K, Answer>,
  slot: IdempotencySlot | null,
): Promise<Done<Answer>> {
  const { tenantId } = operation.request;
  const findCaller = once(operation.findCaller ?? (() => deps.accounts.findByUid(caller.uid)));
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const [{ kept, ...documents }, account] = await Promise.all([
      tx.readAll({
        ...(operation.keys as Keys),
        ...actorKeys(tenantId, caller.uid),
        kept: slot?.key ?? null,
      }) as Promise<ActorDocuments & Read<K> & { kept: IdempotencyDocument | undefined }>,
      findCaller(),
    ]);
    const own = assertOwnAccount(caller, account);
    const { standing, name, tenant, settings } = admit(caller, documents);
    const facts = documents.actorUser ?? factsWithoutDocument(caller.uid);
    const actor = actingAs(standing, isProven(own, facts), operation.assertMay);
    const act: Act<K> = {
      tx,
      now,
      caller: { uid: caller.uid, actor, name, isHrx: actor.kind === 'hrx' },
      tenant,
      settings,
      read: documents as unknown as Read<K>,
      audit: (entry) =>
        writeAudit(tx, deps.random, { ...entry, tenantId, actorUid: caller.uid, actorKind: actor.kind }, now),
    };
    const before = keptAnswer(slot, kept, now) as Answer | undefined;
    if (before) return operation.repeat ? operation.repeat(before, act) : { answer: before, effects: {} };
    const done = await operation.run(act);
    keepAnswer(tx, slot, done.answer, now);
    return done;
  });
}

/** The first questions: does this session count, and does the caller belong there? */
function admit(caller: Caller, documents: ActorDocuments) {
  const { actorUser, actorMember, actorStaff, tenant, settings } = documents;
  if (!isSessionCurrent(caller.authTimeMillis, actorUser)) throw new DomainError('auth/session-ended');
  const standing = standingOf({ member: actorMember, staff: actorStaff });
  if (!standing || !tenant || !settings) throw new DomainError('tenant/not-found');
  return {
    standing,
    tenant,
    settings,
    name: signatureOf(caller.uid, { member: actorMember, staff: actorStaff }),
  };
}

function once<Value>(find: () => Promise<Value>): () => Promise<Value> {
  let found: Promise<Value> | undefined;
  return () => (found ??= find());
}
