/** The projector's lease and results: `users/{uid}`, and the `sync` of the member documents that wait for them. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { UserDocument } from '../contract/documents.ts';
import type { VersionedRead } from '../platform/versionedRead.ts';
import type { Reads, Transact, Tx } from '../platform/transaction.ts';
import { isLeaseLive, newLease } from './claimsLease.ts';
import { finish, finishUnchanged, inputOf, readWithMembers, tellMembers } from './finish.firestore.ts';
import type { ClaimsProgress, ClaimsStore, EndedTurn, SyncFailure, Turn } from './projection.ts';

/** @returns the store over these transactions and plain reads. */
export function claimsStore(transact: Transact, reads: Reads, read: VersionedRead): ClaimsStore {
  return {
    findProgress: (uid) => findProgress(reads, uid),
    takeLease: (uid, holder, now) => transact((tx) => takeLease(tx, uid, holder, now)),
    readUser: (uid) => read(documentKeys.user(uid)),
    async finish(uid, holder, written, now, read) {
      const finishing = { uid, holder, written, now };
      return (await finishUnchanged(read, finishing)) ?? transact((tx) => finish(tx, finishing));
    },
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

async function fail(tx: Tx, uid: string, holder: string, failure: SyncFailure): Promise<void> {
  const { user } = await tx.readAll({ user: documentKeys.user(uid) });
  if (user?.claimsLease?.holder !== holder) return;
  const { waiting } = user.sync;
  const { members } = await readWithMembers(tx, uid, waiting);
  tx.update(documentKeys.user(uid), { claimsLease: null, sync: { ...failure, waiting } });
  tellMembers(tx, members, failure.state);
}
