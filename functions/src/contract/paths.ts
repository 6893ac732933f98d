/** Where everything lives in Firestore, in one place for functions, web and tests. No zod here. */

export const PENDING_INVITES = 'pending_invites';
export const INVITE_EVENTS = 'events';
export const JOBS = 'jobs';

export const paths = {
  tenants: () => 'tenants',
  tenant: (tenantId: string) => `tenants/${tenantId}`,
  tenantSettings: (tenantId: string) => `tenants/${tenantId}/private/settings`,
  pendingInvites: (tenantId: string) => `tenants/${tenantId}/${PENDING_INVITES}`,
  pendingInvite: (tenantId: string, uid: string) => `tenants/${tenantId}/${PENDING_INVITES}/${uid}`,
  inviteEvents: (tenantId: string, uid: string) =>
    `tenants/${tenantId}/${PENDING_INVITES}/${uid}/${INVITE_EVENTS}`,
  inviteEvent: (tenantId: string, uid: string, id: string) =>
    `tenants/${tenantId}/${PENDING_INVITES}/${uid}/${INVITE_EVENTS}/${id}`,
  members: (tenantId: string) => `tenants/${tenantId}/members`,
  member: (tenantId: string, uid: string) => `tenants/${tenantId}/members/${uid}`,
  inviteSecret: (tenantId: string, uid: string) => `tenants/${tenantId}/invite_secrets/${uid}`,
  audit: (tenantId: string) => `tenants/${tenantId}/audit`,
  jobs: (tenantId: string) => `tenants/${tenantId}/${JOBS}`,
  job: (tenantId: string, jobId: string) => `tenants/${tenantId}/${JOBS}/${jobId}`,
  jobPages: (tenantId: string, jobId: string) => `tenants/${tenantId}/${JOBS}/${jobId}/rows`,
  /** Padded, so that they are listed in their order. */
  jobPage: (tenantId: string, jobId: string, n: number) =>
    `tenants/${tenantId}/${JOBS}/${jobId}/rows/${String(n).padStart(4, '0')}`,
  hrxAudit: () => 'hrx_audit',
  users: () => 'users',
  user: (uid: string) => `users/${uid}`,
  staff: (uid: string) => `staff/${uid}`,
  inviteLink: (secretHash: string) => `invite_links/${secretHash}`,
  idempotency: (key: string) => `idempotency/${key}`,
  recoveryMail: (secretHash: string) => `recovery_mails/${secretHash}`,
  outbox: () => 'outbox',
  outboxItem: (id: string) => `outbox/${id}`,
  reminderLink: (secretHash: string) => `reminder_links/${secretHash}`,
  reminderStop: (id: string) => `reminder_stops/${id}`,
  noticeDigests: () => 'notice_digests',
  noticeDigest: (id: string) => `notice_digests/${id}`,
  rateLimit: (key: string) => `rate_limits/${key}`,
} as const;
