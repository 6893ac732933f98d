/** The end of a projection: the record that the claims are there, if nothing has changed meanwhile. */
import { documentKeys, type DocumentKey } from '../contract/documentKeys.ts';
import type { MemberDocument, UserDocument } from '../contract/documents.ts';
import type { StaffDocument } from '../contract/serverDocuments.ts';
import type { SyncState } from '../contract/statuses.ts';
import type { Tx } from '../platform/transaction.ts';
import { newLease } from './claimsLease.ts';
import { claimsFields, projectedFields } from './claimsWork.ts';
import type { ProjectionInput, VersionedUser, Turn, WrittenClaims } from './projection.ts';

export interface Finishing {
  uid: string;
  holder: string;
  written: WrittenClaims;
  now: Date;
}

/** Finishes in one write where nothing has changed since the read. @returns undefined where a transaction has to look. */
export async function finishUnchanged(
  read: VersionedUser | undefined,
  { uid, holder, written }: Finishing,
): Promise<Turn | undefined> {
  const { input } = written;
  if (!read || !isAsWritten(read.document, holder, input)) return undefined;
  const updated = await read.updateIfUnchanged((update) => {
    update(documentKeys.user(uid), projectedFields(input.version, written.leftOut));
    for (const tenantId of input.waiting) update(documentKeys.member(tenantId, uid), { sync: 'synced' });
  });
  return updated ? doneTurn(written) : undefined;
}

/** Finishes, or says how it goes on where memberships changed or the lease was lost. */
export async function finish(tx: Tx, finishing: Finishing): Promise<Turn> {
  const { uid, holder, written } = finishing;
  const { user, members } = await readWithMembers(tx, uid, written.input.waiting);
  if (user === undefined) return { kind: 'missing' };
  if (isAsWritten(user, holder, written.input)) {
    tx.update(documentKeys.user(uid), projectedFields(written.input.version, written.leftOut));
    tellMembers(tx, members, 'synced');
    return doneTurn(written);
  }
  return user.claimsLease?.holder === holder ? goOn(tx, user, finishing) : startOver(tx, user, finishing);
}

/** @returns whether the lease is still ours, and the memberships are those that stand in the claims now. */
function isAsWritten(user: UserDocument, holder: string, { version }: ProjectionInput): boolean {
  return user.claimsLease?.holder === holder && user.membershipsVersion === version;
}

function doneTurn({ input, leftOut }: WrittenClaims): Turn {
  return { kind: 'done', claimsVersion: input.version, leftOut };
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
  const { fields, leaseTaken } = claimsFields(user, { tenantId: null, holder, now });
  tx.update(documentKeys.user(uid), fields);
  const version = fields.membershipsVersion;
  return leaseTaken
    ? { kind: 'taken', input: { ...inputOf(user, staff), version } }
    : { kind: 'busy', version };
}

/** @returns what claims are computed from. */
export function inputOf(user: UserDocument, staff: StaffDocument | undefined): ProjectionInput {
  return {
    version: user.membershipsVersion,
    memberships: user.memberships,
    staffActive: staff?.active === true,
    waiting: user.sync.waiting,
  };
}

/** Reads the person, and those of these tenants' member documents that there are, in one round trip. */
export async function readWithMembers(tx: Tx, uid: string, tenantIds: readonly string[]) {
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

/** Writes into member documents how far their claims are. */
export function tellMembers(tx: Tx, members: readonly MemberDocument[], sync: SyncState): void {
  for (const member of members) tx.update(documentKeys.member(member.tenantId, member.uid), { sync });
}
