/** The callables about an invitation that is open: for its inviter, and for who manages all. */
import * as z from 'zod';
import type { CallableTable } from './CallableTable.ts';
import { idempotencyKeyField, instantField, reasonField, tenantIdField, uidField } from './fields.ts';

const invitation = { tenantId: tenantIdField, uid: uidField };

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
} as const satisfies CallableTable;
