/** The Firestore documents that a signed-in person may read, as the server writes them: a file for each feature. No zod here. */
export type { AuditAction } from './auditActions.ts';
export type * from './auditDocuments.ts';
export type * from './inviteDocuments.ts';
export type * from './inviteEvents.ts';
export type * from './instants.ts';
export type * from './jobDocuments.ts';
export type * from './memberDocuments.ts';
export type * from './tenantDocuments.ts';
export type * from './userDocuments.ts';
