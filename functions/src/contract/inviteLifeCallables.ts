/** The callables about an invitation that is open: for its inviter, and for who manages all. */
import * as z from 'zod';
import type { CallableTable } from './CallableTable.ts';
import {
  designationField,
  emailField,
  expiresInHoursField,
  idempotencyKeyField,
  instantField,
  jobIdField,
  messageField,
  nameField,
  permissionsField,
  reasonField,
  roleField,
  securityLevelField,
  tenantIdField,
  uidField,
} from './fields.ts';
import { inviteCallables } from './inviteCallables.ts';
import { INVITES_JOB_ACTIONS } from './jobDocuments.ts';
import { EMAIL_LENGTH_MAX, JOB_NAMED_ROWS_MAX } from './limits.ts';

const invitation = { tenantId: tenantIdField, uid: uidField };

/** As the page of invitations filters those that are open. */
export const inviteFilterField = z.strictObject({
  /** As it was typed. */
  search: z.string().max(EMAIL_LENGTH_MAX).nullish(),
  role: roleField.nullish(),
  inviterUid: uidField.nullish(),
  /** Only those whose mail has a problem. */
  mailProblem: z.boolean().nullish(),
  /** Only those that somebody should look at. */
  attention: z.boolean().nullish(),
});

export const inviteLifeCallables = {
  /** New links and a new end; older links open nothing any more. */
  resendInvite: {
    who: 'tenant',
    request: z.strictObject({ ...invitation, idempotencyKey: idempotencyKeyField.nullish() }),
    response: z.strictObject({
      inviteLink: z.url(),
      expiresAt: instantField,
      /** null: not once more. */
      nextResendAt: instantField.nullable(),
    }),
  },
  /** The reason is for whoever sees the invitation; the invitee does not read it. */
  revokeInvite: {
    who: 'tenant',
    request: z.strictObject({ ...invitation, reason: reasonField.nullish() }),
    response: z.strictObject({}),
  },
  /** In place: its links go on working. What is left out stays as it is; an empty text takes a text away. */
  updateInvite: {
    who: 'tenant',
    request: z.strictObject({
      ...invitation,
      desiredRole: roleField.nullish(),
      securityLevel: securityLevelField.nullish(),
      permissions: permissionsField.nullish(),
      firstName: nameField.nullish(),
      lastName: nameField.nullish(),
      customMessage: messageField.nullish(),
      designation: z.union([z.literal(''), designationField]).nullish(),
      department: z.union([z.literal(''), designationField]).nullish(),
      /** From now on. */
      expiresInHours: expiresInHoursField.nullish(),
    }),
    /** Whether the role is in the person's claims now. */
    response: z.strictObject({ expiresAt: instantField, claimsApplied: z.boolean() }),
  },
  /** The address was wrong: the invitation ends, and the same offer goes to this address. */
  correctInvite: {
    who: 'tenant',
    request: z.strictObject({
      ...invitation,
      email: emailField,
      idempotencyKey: idempotencyKeyField.nullish(),
    }),
    response: inviteCallables.inviteUser.response,
  },
  /** The same for many: by name, or all open ones that a filter matches. Each row has the outcome of the single call. */
  startInvitesJob: {
    who: 'tenant',
    request: z
      .strictObject({
        tenantId: tenantIdField,
        action: z.enum(INVITES_JOB_ACTIONS, { error: 'Choose resend, revoke or extend.' }),
        selection: z.union(
          [
            z.strictObject({ uids: z.array(uidField).min(1).max(JOB_NAMED_ROWS_MAX) }),
            z.strictObject({ filter: inviteFilterField }),
          ],
          { error: `Select 1 to ${JOB_NAMED_ROWS_MAX} invitations, or a filter.` },
        ),
        /** For `revoke`. */
        reason: reasonField.nullish(),
        /** For `extend`: from when it is done. */
        hours: expiresInHoursField.nullish(),
        idempotencyKey: idempotencyKeyField.nullish(),
      })
      .refine(({ action, hours }) => (action === 'extend') === (typeof hours === 'number'), {
        error: 'Enter the hours to extend by.',
        path: ['hours'],
      })
      .refine(({ action, reason }) => action === 'revoke' || !reason, {
        error: 'Only revoking takes a reason.',
        path: ['reason'],
      }),
    response: z.strictObject({ jobId: jobIdField }),
  },
} as const satisfies CallableTable;
