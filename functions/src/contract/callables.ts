/** The contract: each callable's name with the shape of its request and of its response. Types derive from this table. */
import { z } from 'zod';
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
  roleField,
  secretField,
  securityLevelField,
  tenantIdField,
  uidField,
} from './fields.ts';
import { INVITE_STEPS, LINK_KINDS, LINK_STATUSES, REDEEM_WAYS } from './statuses.ts';

/** The web SDK sends `null` where the caller wrote `undefined`, so what may be left out may also be null. */
export const CALLABLES = {
  inviteUser: {
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
  setTenantRole: {
    request: z.strictObject({
      tenantId: tenantIdField,
      uid: uidField,
      role: roleField,
      securityLevel: securityLevelField,
    }),
    response: z.strictObject({
      uid: uidField,
      role: roleField,
      securityLevel: securityLevelField,
      claimsApplied: z.boolean(),
    }),
  },
  createInviteLink: {
    request: z.strictObject({
      tenantId: tenantIdField,
      uid: uidField,
      idempotencyKey: idempotencyKeyField.nullish(),
    }),
    response: z.strictObject({ inviteLink: z.url(), expiresAt: instantField }),
  },
  getInvite: {
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
      message: z.string().nullable(),
      maskedEmail: z.string(),
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      expiresAt: instantField,
    }),
  },
  redeemInvite: {
    request: z.strictObject({ secret: secretField, password: passwordField.nullish() }),
    response: z.strictObject({
      way: z.enum(REDEEM_WAYS),
      /** Told to the holder of a mailed link alone. */
      email: z.string().nullable(),
      /** A Firebase password-reset code, for `password-reset` alone. */
      code: z.string().nullable(),
    }),
  },
  sendInviteMail: {
    request: z.strictObject({ secret: secretField }),
    response: z.strictObject({}),
  },
  acceptInvite: {
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
} as const satisfies Record<string, { request: z.ZodType; response: z.ZodType }>;

export type CallableName = keyof typeof CALLABLES;
/** What a client may send. */
export type CallableInput<Name extends CallableName> = z.input<(typeof CALLABLES)[Name]['request']>;
/** What a use case receives: parsed and canonical. */
export type CallableRequest<Name extends CallableName> = z.output<(typeof CALLABLES)[Name]['request']>;
export type CallableResponse<Name extends CallableName> = z.output<(typeof CALLABLES)[Name]['response']>;
