/** A person's memberships in `users/{uid}`: the copy of each member document that claims are computed from. Pure. */
import { withClaimsWork, type ClaimsChange, type ClaimsWork } from '../claims/claimsWork.ts';
import type { UserDocument, UserMembership, Written } from '../contract/documents.ts';
import { newUserDocument } from '../domain/account.ts';
import { standsInClaims } from '../domain/standsInClaims.ts';

export interface UserMembershipChange extends ClaimsChange {
  tenantId: string;
  /** undefined takes the membership away. */
  membership: Written<UserMembership> | undefined;
  /** The invitation that an account without a document was made for. */
  inviteId: string;
}

export interface ChangedUser {
  /** The whole document to write. */
  document: Written<UserDocument>;
  /** null where the claims stay as they are. */
  claimsWork: ClaimsWork | null;
}

/**
 * Half of what `membershipDocuments` makes: who changes a membership asks that.
 *
 * @param user what the transaction read.
 * @returns the person with this one membership changed, and the work on their claims where it stands in them before or after.
 */
export function withMembership(
  user: Written<UserDocument> | undefined,
  change: UserMembershipChange,
): ChangedUser {
  const { uid, tenantId, membership, inviteId } = change;
  const memberships: Record<string, Written<UserMembership>> = { ...user?.memberships };
  const before = user?.memberships[tenantId];
  if (membership) memberships[tenantId] = membership;
  else Reflect.deleteProperty(memberships, tenantId);
  const document = {
    ...(user ?? newUserDocument(uid, { tenantId, inviteId })),
    memberships,
    idleSince: Object.keys(memberships).length > 0 ? null : (user?.idleSince ?? change.now),
  };
  if (!standsInClaims(before) && !standsInClaims(membership)) return { document, claimsWork: null };
  return withClaimsWork(user, document, change);
}
