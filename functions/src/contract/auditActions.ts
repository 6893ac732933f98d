/** Everything that the audit can say was done, in the words that are stored. No zod here. */

const INVITE_ACTIONS = [
  'invite.created',
  'invite.link_copied',
  'invite.link_renewed',
  'invite.resent',
  'invite.updated',
  'invite.address_corrected',
  'invite.accepted',
  'invite.declined',
  'invite.revoked',
  'invite.expired',
  'invite.renewed',
  'invite.reminders_off',
] as const;

const TENANT_ACTIONS = ['tenant.settings_changed'] as const;

const MEMBER_ACTIONS = ['member.role_changed'] as const;

const JOB_ACTIONS = ['job.started', 'job.paused', 'job.resumed', 'job.cancelled', 'job.retried'] as const;

const STAFF_ACTIONS = ['staff.granted', 'staff.revoked'] as const;

export const AUDIT_ACTIONS = [
  ...INVITE_ACTIONS,
  ...TENANT_ACTIONS,
  ...MEMBER_ACTIONS,
  ...JOB_ACTIONS,
  ...STAFF_ACTIONS,
  'denied',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
