/** A person's memberships in `users/{uid}`: the copy of each member document that claims are computed from. Pure. */
import { standsInClaims, writeClaimsWork } from '../claims/claimsWork.ts';
import type { ProjectionInput, ProjectOptions } from '../claims/projection.ts';
import type { UserDocument, UserMembership, Written } from '../contract/documents.ts';

export interface MembershipChange {
  uid: string;
  tenantId: string;
  /** undefined takes the membership away. */
  membership: Written<UserMembership> | undefined;
  /** Whether `staff/{uid}` is active; null where nobody read it, and then the projector does. */
  staffActive: boolean | null;
  /** Who will project the claims after the commit. */
  holder: string;
  now: Date;
}

/** What is to be done about somebody's claims once the commit is there. */
export interface ClaimsWork {
  uid: string;
  options: ProjectOptions;
}

export interface ChangedUser {
  /** The whole document to write. */
  document: Written<UserDocument>;
  /** null where the claims stay as they are. */
  claimsWork: ClaimsWork | null;
}

/**
 * @param user what the transaction read.
 * @param blank what to start from where there was nothing.
 * @returns the person with this one membership changed, and the work on their claims where it stands in them before or after.
 */
export function withMembership(
  user: UserDocument | undefined,
  blank: Written<UserDocument>,
  change: MembershipChange,
): ChangedUser {
  const { uid, tenantId, membership, staffActive, holder, now } = change;
  const memberships: Record<string, Written<UserMembership>> = { ...user?.memberships };
  const before = user?.memberships[tenantId];
  if (membership) memberships[tenantId] = membership;
  else Reflect.deleteProperty(memberships, tenantId);
  const document = { ...(user ?? blank), memberships };
  if (!standsInClaims(before) && !standsInClaims(membership)) return { document, claimsWork: null };

  return withClaimsWork(user, document, { uid, tenantId, staffActive, holder, now });
}

/**
 * @param user what the transaction read.
 * @param document what is to be written: with other memberships than before, or for who became staff or is it no longer.
 * @param change.tenantId the tenant whose membership changed; null where none did.
 * @returns it with the work on the claims written into it.
 */
export function withClaimsWork(
  user: UserDocument | undefined,
  document: Written<UserDocument>,
  change: Omit<MembershipChange, 'tenantId' | 'membership'> & { tenantId: string | null },
): ChangedUser {
  const { uid, tenantId, staffActive, holder, now } = change;
  const { fields, leaseTaken } = writeClaimsWork(user, { tenantId, holder, now });
  if (staffActive === null) {
    const claimsLease = user?.claimsLease ?? null;
    return { document: { ...document, ...fields, claimsLease }, claimsWork: { uid, options: {} } };
  }
  const { membershipsVersion: version, sync } = fields;
  const { memberships } = document;
  const input: ProjectionInput = { version, memberships, staffActive, waiting: sync.waiting };
  return {
    document: { ...document, ...fields },
    claimsWork: { uid, options: leaseTaken ? { lease: { holder, input } } : {} },
  };
}
