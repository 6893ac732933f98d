/** A membership: the member document and its copy in `users/{uid}`, always written together, with the work on the claims. */
import { projectedFields, type ClaimsChange, type ClaimsWork } from '../claims/claimsWork.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import type { MemberDocument, UserDocument, UserMembership, Written } from '../contract/documents.ts';
import type { Tx } from '../platform/transaction.ts';
import type { MemberFields } from './newMemberDocument.ts';
import { withMembership } from './withMembership.ts';

export interface MembershipChange extends ClaimsChange {
  tenantId: string;
  /** `users/{uid}`, as the transaction read it. */
  user: Written<UserDocument> | undefined;
  /** The whole member document as it is to be; null takes the membership away. */
  member: MemberFields | null;
  /** Whether a membership that is only invited stands in the claims. An active one does, a suspended one does not. */
  invitedInClaims?: boolean;
}

export interface MembershipDocuments {
  member: Written<MemberDocument> | null;
  user: Written<UserDocument>;
  claimsWork: ClaimsWork | null;
}

/** @returns both documents as they are to be written, and what is to be done about the claims after the commit. Pure. */
export function membershipDocuments(change: MembershipChange): MembershipDocuments {
  const { tenantId, user, member } = change;
  const membership = member ? copyOf(member, change) : undefined;
  const inviteId = member?.inviteId ?? '';
  const { document, claimsWork } = withMembership(user, { ...change, membership, inviteId });
  const isWaiting = claimsWork !== null || document.sync.waiting.includes(tenantId);
  return {
    member: member && { ...member, sync: isWaiting ? 'pending' : 'synced' },
    user: document,
    claimsWork,
  };
}

/**
 * The one way in which a membership is written.
 *
 * @returns what is to be done about the claims after the commit; null where they stay as they are.
 */
export function writeMembership(tx: Tx, change: MembershipChange): ClaimsWork | null {
  const { uid, tenantId } = change;
  if (!change.member && !change.user?.memberships[tenantId]) return null;
  const { member, user, claimsWork } = membershipDocuments(change);
  if (member) tx.set(documentKeys.member(tenantId, uid), member);
  else tx.delete(documentKeys.member(tenantId, uid));
  tx.set(documentKeys.user(uid), user);
  return claimsWork;
}

/** @returns both documents as they are once the claims hold the change: for worlds that begin in peace. */
export function projectedMembership({
  member,
  user,
}: MembershipDocuments): Omit<MembershipDocuments, 'claimsWork'> {
  return {
    member: member && { ...member, sync: 'synced' },
    user: { ...user, ...projectedFields(user.membershipsVersion, []) },
  };
}

function copyOf(
  { role, securityLevel, state }: MemberFields,
  { tenantId, user, invitedInClaims = false, now }: MembershipChange,
): Written<UserMembership> {
  const before = user?.memberships[tenantId];
  // Each invitation is a new one; another role in the same state is none.
  const since = state !== 'invited' && before?.state === state ? before.since : now;
  return {
    role,
    securityLevel,
    state,
    inClaims: state === 'active' || (state === 'invited' && invitedInClaims),
    since,
  };
}
