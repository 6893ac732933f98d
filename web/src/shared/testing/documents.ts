/** Firestore documents for component tests. */
import type {
  Instant,
  MemberDocument,
  PendingInviteDocument,
} from '../../../../functions/src/contract/documents.ts';

/** @returns an instant as Firestore gives it. */
export function anInstant(millis: number): Instant {
  return { toMillis: () => millis };
}

/** @returns Rita of Acme's membership, but for `overrides`. */
export function aMember(overrides: Partial<MemberDocument> = {}): MemberDocument {
  return {
    uid: 'rita',
    tenantId: 'acme',
    email: 'rita@acme.example',
    firstName: 'Rita',
    lastName: 'Rowe',
    role: 'Recruiter',
    securityLevel: '3',
    permissions: [],
    state: 'active',
    invitedUntil: null,
    designation: null,
    department: null,
    invitedByUid: 'adam',
    invitedByName: 'Adam Ash',
    inviteId: 'i-1',
    sync: 'synced',
    createdAt: anInstant(0),
    joinedAt: anInstant(0),
    updatedAt: anInstant(0),
    ...overrides,
  };
}

/** @returns what a page reads of Otto's invitation into Acme, but for `overrides`. */
export function aPendingInvite(overrides: Partial<PendingInviteDocument> = {}): PendingInviteDocument {
  return {
    uid: 'otto',
    email: 'otto@example.com',
    tenantId: 'acme',
    tenantName: 'Acme Staffing',
    inviterName: 'Adam Ash',
    role: 'Recruiter',
    message: null,
    status: 'pending',
    expiresAt: anInstant(Date.now() + 86_400_000 * 3.5),
    ...overrides,
  } as PendingInviteDocument;
}
