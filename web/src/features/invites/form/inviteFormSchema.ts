import * as z from 'zod';
import {
  designationField,
  emailField,
  messageField,
  nameField,
  roleField,
  securityLevelField,
} from '../../../../../functions/src/contract/fields.ts';
import type { Role, SecurityLevel } from '../../../../../functions/src/contract/roles.ts';
import type { InviteUserParams } from './withPreset.ts';

/** Spaces around what was typed or pasted are nobody's intention. */
const trimmed = z.string().trim();
/** A field that may stay empty, and is then not sent. */
const optional = (field: z.ZodType<string, string>) => trimmed.pipe(z.literal('').or(field));

/** The lifetimes to choose from, in hours; empty leaves it to the tenant. */
export const EXPIRY_CHOICES = ['', '24', '72', '168', '336', '720'] as const;

/** The form's fields: the contract's, as people type them. */
export const inviteFormSchema = z.object({
  email: trimmed.pipe(emailField),
  firstName: trimmed.pipe(nameField),
  lastName: trimmed.pipe(nameField),
  desiredRole: roleField,
  securityLevel: securityLevelField,
  customMessage: optional(messageField),
  designation: optional(designationField),
  department: optional(designationField),
  expiresInHours: z.enum(EXPIRY_CHOICES),
  withoutPassword: z.boolean(),
});

export type InviteFormInput = z.input<typeof inviteFormSchema>;
export type InviteFormValues = z.output<typeof inviteFormSchema>;
export type InviteFormField = keyof InviteFormInput;

interface InviteFormStart {
  role: Role;
  securityLevel: SecurityLevel;
  customMessage: string;
}

/** @returns what the form holds before anybody types. */
export function emptyInviteForm({ role, securityLevel, customMessage }: InviteFormStart): InviteFormInput {
  return {
    email: '',
    firstName: '',
    lastName: '',
    desiredRole: role,
    securityLevel,
    customMessage,
    designation: '',
    department: '',
    expiresInHours: '',
    withoutPassword: false,
  };
}

/** @returns the form's answer as the callable takes it: what was left empty is left out. */
export function toInviteParams(values: InviteFormValues, tenantId: string): InviteUserParams {
  const { expiresInHours, withoutPassword, customMessage, designation, department, ...required } = values;
  return {
    ...required,
    tenantId,
    // Empty is an answer too: the flow's own message was taken out.
    customMessage,
    ...(designation !== '' && { designation }),
    ...(department !== '' && { department }),
    ...(expiresInHours !== '' && { expiresInHours: Number(expiresInHours) }),
    ...(withoutPassword && { sendPasswordReset: false }),
  };
}

/** The callable's names of fields, where the form has other ones. */
const FORM_FIELDS: Readonly<Record<string, InviteFormField>> = { sendPasswordReset: 'withoutPassword' };

/** @returns the form's field that the server means, or null where the form has none. */
export function formFieldFor(serverField: string): InviteFormField | null {
  const name = FORM_FIELDS[serverField] ?? serverField;
  return name in inviteFormSchema.shape ? (name as InviteFormField) : null;
}
