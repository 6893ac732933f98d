/** The callables about invitations. */
import * as z from 'zod';
import type { CallableTable } from './CallableTable.ts';
import {
  designationField,
  emailField,
  expiresInHoursField,
  idempotencyKeyField,
  instantField,
  messageField,
  nameField,
  passwordField,
  permissionsField,
  reasonField,
  roleField,
  secretField,
  securityLevelField,
  tenantIdField,
  uidField,
} from './fields.ts';
import { INVITE_STEPS, LINK_KINDS, LINK_STATUSES, REDEEM_WAYS } from './statuses.ts';

export const inviteCallables = {
  inviteUser: {
    who: 'tenant',
    request: z.strictObject({
      email: emailField,
      firstName: nameField,
      lastName: nameField,
      tenantId: tenantIdField,
      desiredRole: roleField,
      securityLevel: securityLevelField,
      sendPasswordReset: z.boolean().nullish(),
      customMessage: messageField.nullish(),
      permissions: permissionsField.nullish(),
      designation: designationField.nullish(),
      department: designationField.nullish(),
      expiresInHours: expiresInHoursField.nullish(),
      idempotencyKey: idempotencyKeyField.nullish(),
    }),
    response: z.strictObject({
      uid: uidField,
      inviteId: z.string(),
      /** The hand-over link: never the mailed one. */
      inviteLink: z.url(),
      /** True for an account that somebody has begun to use. */
      userExists: z.boolean(),
      /** True when the role is in the person's claims now. */
      claimsApplied: z.boolean(),
      expiresAt: instantField,
    }),
  },
  /** The link that there is; with `fresh` a new one, which ends it. */
  createInviteLink: {
    who: 'tenant',
    request: z.strictObject({
      tenantId: tenantIdField,
      uid: uidField,
      fresh: z.boolean().nullish(),
      idempotencyKey: idempotencyKeyField.nullish(),
    }),
    response: z.strictObject({ inviteLink: z.url(), expiresAt: instantField }),
  },
  getInvite: {
    who: 'anybody',
    request: z.strictObject({ secret: secretField }),
    /** What is null is not told: a dead link's holder learns what became of it, and in which tenant. */
    response: z.strictObject({
      status: z.enum(LINK_STATUSES),
      kind: z.enum(LINK_KINDS),
      step: z.enum(INVITE_STEPS),
      tenantId: tenantIdField,
      tenantName: z.string(),
      inviterName: z.string().nullable(),
      role: roleField.nullable(),
      securityLevel: securityLevelField.nullable(),
      /** What a person wrote; null too for a sentence of the forms. */
      message: z.string().nullable(),
      maskedEmail: z.string(),
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      expiresAt: instantField,
    }),
  },
  redeemInvite: {
    who: 'anybody',
    request: z.strictObject({
      secret: secretField,
      password: passwordField.nullish(),
      /** The address that the link was mailed to, as the person typed it: asked for where the way is `email-link`. */
      email: emailField.nullish(),
    }),
    /**
     * For `set-password` and `sign-in` there is a password to sign in with, for the others a code. The same call without
     * a password changes nothing where the way is `set-password`: with a hand-over link it is refused, with a mailed one
     * it answers the way alone.
     */
    response: z.strictObject({
      way: z.enum(REDEEM_WAYS),
      /** Told to the holder of a mailed link alone. */
      email: z.string().nullable(),
      /**
       * Firebase's one-time code: for `password-reset` what `confirmPasswordReset` takes; for `email-link` the `oobCode`
       * of the address that `signInWithEmailLink` takes, which the page builds:
       * `<origin>/auth/action?mode=signIn&apiKey=<apiKey>&oobCode=<code>`. null for every other way.
       */
      code: z.string().nullable(),
    }),
  },
  sendInviteMail: {
    who: 'anybody',
    request: z.strictObject({ secret: secretField }),
    response: z.strictObject({}),
  },
  /** For the holder of an expired or replaced link; the answer is the same whatever becomes of it. */
  requestFreshLink: {
    who: 'anybody',
    request: z.strictObject({ secret: secretField }),
    response: z.strictObject({}),
  },
  acceptInvite: {
    who: 'self',
    request: z.strictObject({
      tenantId: tenantIdField,
      firstName: nameField.nullish(),
      lastName: nameField.nullish(),
    }),
    response: z.strictObject({
      tenantId: tenantIdField,
      slug: z.string(),
      role: roleField,
      userId: uidField,
      /** True when the account was made for this invitation or an earlier one of ours. */
      userCreated: z.boolean(),
    }),
  },
  /**
   * Exactly one of the two: the signed-in invitee names the tenant; who holds a mailed link shows its secret, and types
   * the address that it was mailed to.
   */
  declineInvite: {
    who: 'anybody',
    request: z
      .strictObject({
        tenantId: tenantIdField.nullish(),
        secret: secretField.nullish(),
        email: emailField.nullish(),
        reason: reasonField.nullish(),
      })
      .refine(({ tenantId, secret }) => Boolean(tenantId) !== Boolean(secret), {
        error: 'Send either tenantId or secret.',
        path: ['tenantId'],
      }),
    response: z.strictObject({}),
  },
} as const satisfies CallableTable;
