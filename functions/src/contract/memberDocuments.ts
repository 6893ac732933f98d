/** A membership as its tenant keeps it. No zod here. */
import type { Instant } from './instants.ts';
import type { Permission, Role, SecurityLevel } from './roles.ts';
import type { MemberState, SyncState } from './statuses.ts';

/** `tenants/{t}/members/{uid}`: the membership, which decides; claims are its projection. */
export interface MemberDocument {
  uid: string;
  tenantId: string;
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
  securityLevel: SecurityLevel;
  permissions: Permission[];
  state: MemberState;
  /** While `invited`: when the invitation ends, and with it all that it gives. */
  invitedUntil: Instant | null;
  designation: string | null;
  department: string | null;
  invitedByUid: string | null;
  invitedByName: string | null;
  inviteId: string | null;
  sync: SyncState;
  createdAt: Instant;
  joinedAt: Instant | null;
  updatedAt: Instant;
}
