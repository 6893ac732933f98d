import type { CallableInput } from '../../../../../functions/src/contract/callables.ts';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import type { InviteFormInput, InviteFormValues } from '../form/inviteFormSchema.ts';

/** @returns the form filled in with what an invitation says. */
export function formOfInvite(invite: PendingInviteDocument): InviteFormInput {
  const { email, firstName, lastName, role, securityLevel, message, designation, department } = invite;
  return {
    email,
    firstName,
    lastName,
    desiredRole: role,
    securityLevel,
    customMessage: message ?? '',
    designation: designation ?? '',
    department: department ?? '',
    expiresInHours: '',
    withoutPassword: !invite.sendPasswordReset,
  };
}

/** What people call the fields that can be changed. */
const FIELD_WORDS = {
  firstName: 'First name',
  lastName: 'Last name',
  desiredRole: 'Role',
  securityLevel: 'Security level',
  customMessage: 'Message',
  designation: 'Job title',
  department: 'Department',
} as const;
type OfferField = keyof typeof FIELD_WORDS;
const FIELDS = Object.keys(FIELD_WORDS) as OfferField[];

export interface OfferChange {
  field: OfferField;
  /** "Role: Worker → Recruiter". */
  words: string;
}

/** @returns what the form changes of the invitation, in the order of its fields. */
export function offerChanges(before: InviteFormInput, after: InviteFormInput): OfferChange[] {
  return FIELDS.filter((field) => before[field].trim() !== after[field].trim()).map((field) => ({
    field,
    words: `${FIELD_WORDS[field]}: ${before[field] || 'none'} → ${after[field].trim() || 'none'}`,
  }));
}

/** @returns the request that changes these fields, and leaves the others as they are. */
export function updateRequest(
  { tenantId, uid }: PendingInviteDocument,
  changes: readonly OfferChange[],
  values: InviteFormValues,
): CallableInput<'updateInvite'> {
  const changed = Object.fromEntries(changes.map(({ field }) => [field, values[field]]));
  const { expiresInHours } = values;
  return {
    tenantId,
    uid,
    ...changed,
    ...(expiresInHours !== '' && { expiresInHours: Number(expiresInHours) }),
  };
}
