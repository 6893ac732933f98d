/** The contract: each callable's name with the shape of its request and of its response. Types derive from this table. */
import * as z from 'zod';
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
import { jobCallables } from './jobCallables.ts';
import { INVITE_STEPS, LINK_KINDS, LINK_STATUSES, REDEEM_WAYS } from './statuses.ts';

/**
 * Whose callable it is. `tenant`: of people with standing in the tenant that the request names, who act there; `self`: of
 * whoever is signed in, about themselves; `anybody`: what they hold, or nothing, lets them.
 */
type Who = 'tenant' | 'self' | 'anybody';

/** The web SDK sends `null` where the caller wrote `undefined`, so what may be left out may also be null. */
export const CALLABLES = {
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
  setTenantRole: {
    who: 'tenant',
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
    who: 'tenant',
    request: z.strictObject({
      tenantId: tenantIdField,
      uid: uidField,
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
      message: z.string().nullable(),
      maskedEmail: z.string(),
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      expiresAt: instantField,
    }),
  },
  redeemInvite: {
    who: 'anybody',
    request: z.strictObject({ secret: secretField, password: passwordField.nullish() }),
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
  /** Exactly one of the two: the signed-in invitee names the tenant, who holds a mailed link shows its secret. */
  declineInvite: {
    who: 'anybody',
    request: z
      .strictObject({
        tenantId: tenantIdField.nullish(),
        secret: secretField.nullish(),
        reason: reasonField.nullish(),
      })
      .refine(({ tenantId, secret }) => Boolean(tenantId) !== Boolean(secret), {
        error: 'Send either tenantId or secret.',
        path: ['tenantId'],
      }),
    response: z.strictObject({}),
  },
  /**
   * For anybody; the answer is the same whatever becomes of it. The mail leads to `/auth/action?mode=resetPassword&oobCode=…`
   * (Firebase's code, for `confirmPasswordReset`), or to `/auth/action#<secret>` (ours, for `setNewPassword`), or is the
   * invitation that still waits where nobody has used the account. An invitee who is signed in and told `check-mail` with
   * a mailed link in hand proves their address in this way.
   */
  requestPasswordReset: {
    who: 'anybody',
    request: z.strictObject({ email: emailField }),
    response: z.strictObject({}),
  },
  /** For who holds the secret of our own mail about a new password. Then they sign in with it, everywhere anew. */
  setNewPassword: {
    who: 'anybody',
    request: z.strictObject({ secret: secretField, password: passwordField }),
    response: z.strictObject({ email: z.string() }),
  },
  /**
   * For anybody; the answer is the same whatever becomes of it. The mail leads to `/auth/action?mode=signIn#<secret>` (ours,
   * for `redeemSignInLink`), or, where nobody has proven the address, to `/auth/action#<secret>` (for `setNewPassword`), or
   * is the invitation that still waits where nobody has used the account.
   */
  requestSignInLink: {
    who: 'anybody',
    request: z.strictObject({ email: emailField }),
    response: z.strictObject({}),
  },
  /**
   * For who holds the secret of a mailed sign-in link, and says to which address it came. The code is Firebase's, and signs
   * in as the one of `redeemInvite` does for `email-link`. A wrong address uses nothing up.
   */
  redeemSignInLink: {
    who: 'anybody',
    request: z.strictObject({ secret: secretField, email: emailField }),
    response: z.strictObject({ code: z.string() }),
  },
  ...jobCallables,
} as const satisfies Record<string, { who: Who; request: z.ZodType; response: z.ZodType }>;

export type CallableName = keyof typeof CALLABLES;
type NamesOf<W extends Who> = {
  [Name in CallableName]: (typeof CALLABLES)[Name]['who'] extends W ? Name : never;
}[CallableName];
/** The callables in which somebody acts in a tenant: `tenants/tenantCommand.ts` is the only way to one. */
export type TenantCallableName = NamesOf<'tenant'>;
export type SelfCallableName = NamesOf<'self'>;
export type PublicCallableName = NamesOf<'anybody'>;
/** What a client may send. */
export type CallableInput<Name extends CallableName> = z.input<(typeof CALLABLES)[Name]['request']>;
/** What a use case receives: parsed and canonical. */
export type CallableRequest<Name extends CallableName> = z.output<(typeof CALLABLES)[Name]['request']>;
export type CallableResponse<Name extends CallableName> = z.output<(typeof CALLABLES)[Name]['response']>;
