/** The projector's lease and results: `users/{uid}`, and the `sync` of the member documents that wait for them. */
import { documentKeys, type DocumentKey } from '../contract/documentKeys.ts';
import type { MemberDocument, UserDocument } from '../contract/documents.ts';
import type { StaffDocument } from '../contract/serverDocuments.ts';
import type { SyncState } from '../contract/statuses.ts';
import type { Reads, Transact, Tx } from '../platform/transaction.ts';
import { isLeaseLive, newLease, writeClaimsWork } from './claimsWork.ts';
import type {
  ClaimsProgress,
  ClaimsStore,
  EndedTurn,
  ProjectionInput,
  SyncFailure,
  Turn,
  WrittenClaims,
} from './projection.ts';

/** @returns the store over these transactions and plain reads. */
export function claimsStore(transact: Transact, reads: Reads): ClaimsStore {
  return {
    findProgress: (uid) => findProgress(reads, uid),
    takeLease: (uid, holder, now) => transact((tx) => takeLease(tx, uid, holder, now)),
    finish: (uid, holder, written, now) => transact((tx) => finish(tx, { uid, holder, written, now })),
    fail: (uid, holder, failure) => transact((tx) => fail(tx, uid, holder, failure)),
  };
}

async function findProgress(reads: Reads, uid: string): Promise<ClaimsProgress | undefined> {
  const { user } = await reads.readAll({ user: documentKeys.user(uid) });
  if (user === undefined) return undefined;
  const { membershipsVersion: version, claimsVersion, claimsLeftOut: leftOut, claimsLease } = user;
  return {
    version,
    claimsVersion,
    leftOut,
    leaseUntil: claimsLease && new Date(claimsLease.until.toMillis()),
  };
}

async function takeLease(tx: Tx, uid: string, holder: string, now: Date): Promise<Turn> {
  const { user, staff } = await tx.readAll({ user: documentKeys.user(uid), staff: documentKeys.staff(uid) });
  const ended = user ? endedTurn(user, now) : { kind: 'missing' as const };
  if (user === undefined || ended) return ended ?? { kind: 'missing' };
  tx.update(documentKeys.user(uid), { claimsLease: newLease(holder, now) });
  return { kind: 'taken', input: inputOf(user, staff) };
}

/** @returns why there is nothing to take. */
function endedTurn(user: UserDocument, now: Date): EndedTurn | undefined {
  const { membershipsVersion: version, claimsVersion, claimsLeftOut: leftOut, claimsLease } = user;
  if (isLeaseLive(claimsLease, now)) return { kind: 'busy', version };
  return claimsVersion >= version ? { kind: 'done', claimsVersion, leftOut } : undefined;
}

interface Finishing {
  uid: string;
  holder: string;
  written: WrittenClaims;
  now: Date;
}

async function finish(tx: Tx, finishing: Finishing): Promise<Turn> {
  const { uid, holder, written } = finishing;
  const { input, leftOut } = written;
  const { user, members } = await readWithMembers(tx, uid, input.waiting);
  if (user === undefined) return { kind: 'missing' };
  const isOurs = user.claimsLease?.holder === holder;
  if (isOurs && user.membershipsVersion === input.version) {
    tx.update(documentKeys.user(uid), {
      claimsVersion: input.version,
      claimsLeftOut: [...leftOut],
      claimsLease: null,
      sync: { state: 'synced', attempt: 0, nextAt: null, error: null, waiting: [] },
    });
    tellMembers(tx, members, 'synced');
    return { kind: 'done', claimsVersion: input.version, leftOut };
  }
  return isOurs ? goOn(tx, user, finishing) : startOver(tx, user, finishing);
}

/** Memberships changed meanwhile. What was written is true as of its version, for those who wait for it. */
async function goOn(tx: Tx, user: UserDocument, { uid, holder, written, now }: Finishing): Promise<Turn> {
  const { staff } = await tx.readAll({ staff: documentKeys.staff(uid) });
  tx.update(documentKeys.user(uid), {
    claimsVersion: written.input.version,
    claimsLeftOut: [...written.leftOut],
    claimsLease: newLease(holder, now),
  });
  return { kind: 'taken', input: inputOf(user, staff) };
}

/** The lease was lost before the claims were written: they may be older than what the next holder wrote. */
async function startOver(tx: Tx, user: UserDocument, { uid, holder, now }: Finishing): Promise<Turn> {
  const { staff } = await tx.readAll({ staff: documentKeys.staff(uid) });
  const { fields, leaseTaken } = writeClaimsWork(user, { tenantId: null, holder, now });
  tx.update(documentKeys.user(uid), fields);
  const version = fields.membershipsVersion;
  return leaseTaken
    ? { kind: 'taken', input: { ...inputOf(user, staff), version } }
    : { kind: 'busy', version };
}

async function fail(tx: Tx, uid: string, holder: string, failure: SyncFailure): Promise<void> {
  const { user } = await tx.readAll({ user: documentKeys.user(uid) });
  if (user?.claimsLease?.holder !== holder) return;
  const { waiting } = user.sync;
  const { members } = await readWithMembers(tx, uid, waiting);
  tx.update(documentKeys.user(uid), { claimsLease: null, sync: { ...failure, waiting } });
  tellMembers(tx, members, failure.state);
}

function inputOf(user: UserDocument, staff: StaffDocument | undefined): ProjectionInput {
  return {
    version: user.membershipsVersion,
    memberships: user.memberships,
    staffActive: staff?.active === true,
    waiting: user.sync.waiting,
  };
}

/** Reads the person, and those of these tenants' member documents that there are, in one round trip. */
async function readWithMembers(tx: Tx, uid: string, tenantIds: readonly string[]) {
  const keys: Record<`in ${string}`, DocumentKey<MemberDocument>> & { user: DocumentKey<UserDocument> } = {
    ...Object.fromEntries(
      tenantIds.map((tenantId) => [`in ${tenantId}`, documentKeys.member(tenantId, uid)]),
    ),
    user: documentKeys.user(uid),
  };
  const read = await tx.readAll(keys);
  const members = tenantIds.map((tenantId) => read[`in ${tenantId}`]);
  return { user: read.user, members: members.filter((member) => member !== undefined) };
}

function tellMembers(tx: Tx, members: readonly MemberDocument[], sync: SyncState): void {
  for (const member of members) tx.update(documentKeys.member(member.tenantId, member.uid), { sync });
}
