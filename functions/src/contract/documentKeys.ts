/** Each document's place together with its type, so that nothing is read as what it is not. No zod here. */
import type {
  AuditDocument,
  InviteEventDocument,
  MemberDocument,
  PendingInviteDocument,
  TenantDocument,
  TenantSettingsDocument,
  UserDocument,
} from './documents.ts';
import type { JobDocument, JobPageDocument } from './jobDocuments.ts';
import { paths } from './paths.ts';
import type {
  IdempotencyDocument,
  NoticeDigestDocument,
  OutboxDocument,
  RecoveryMailDocument,
  RateLimitDocument,
  ReminderLinkDocument,
  ReminderStopDocument,
  StaffDocument,
} from './serverDocuments.ts';

export interface DocumentKey<Document> {
  readonly path: string;
  /** Never there: it only carries the type. */
  readonly document?: Document;
}

export function documentKey<Document>(path: string): DocumentKey<Document> {
  return { path };
}

export const documentKeys = {
  tenant: (tenantId: string) => documentKey<TenantDocument>(paths.tenant(tenantId)),
  tenantSettings: (tenantId: string) => documentKey<TenantSettingsDocument>(paths.tenantSettings(tenantId)),
  pendingInvite: (tenantId: string, uid: string) =>
    documentKey<PendingInviteDocument>(paths.pendingInvite(tenantId, uid)),
  inviteEvent: (tenantId: string, uid: string, id: string) =>
    documentKey<InviteEventDocument>(paths.inviteEvent(tenantId, uid, id)),
  member: (tenantId: string, uid: string) => documentKey<MemberDocument>(paths.member(tenantId, uid)),
  audit: (tenantId: string, id: string) => documentKey<AuditDocument>(`${paths.audit(tenantId)}/${id}`),
  job: (tenantId: string, jobId: string) => documentKey<JobDocument>(paths.job(tenantId, jobId)),
  jobPage: (tenantId: string, jobId: string, n: number) =>
    documentKey<JobPageDocument>(paths.jobPage(tenantId, jobId, n)),
  hrxAudit: (id: string) => documentKey<AuditDocument>(`${paths.hrxAudit()}/${id}`),
  user: (uid: string) => documentKey<UserDocument>(paths.user(uid)),
  staff: (uid: string) => documentKey<StaffDocument>(paths.staff(uid)),
  idempotency: (key: string) => documentKey<IdempotencyDocument>(paths.idempotency(key)),
  recoveryMail: (secretHash: string) => documentKey<RecoveryMailDocument>(paths.recoveryMail(secretHash)),
  outbox: (id: string) => documentKey<OutboxDocument>(paths.outboxItem(id)),
  reminderLink: (secretHash: string) => documentKey<ReminderLinkDocument>(paths.reminderLink(secretHash)),
  reminderStop: (id: string) => documentKey<ReminderStopDocument>(paths.reminderStop(id)),
  noticeDigest: (id: string) => documentKey<NoticeDigestDocument>(paths.noticeDigest(id)),
  rateLimit: (key: string) => documentKey<RateLimitDocument>(paths.rateLimit(key)),
} as const;
