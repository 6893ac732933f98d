/** What `updateInvite` makes of an invitation: which fields change, and from what to what. Pure. */
import type { CallableRequest } from '../../contract/callables.ts';
import type { InviteEventDetails, PendingInviteDocument } from '../../contract/documents.ts';
import { searchTokensOf } from '../../contract/search.ts';

const FIELDS = [
  'role',
  'securityLevel',
  'permissions',
  'firstName',
  'lastName',
  'message',
  'designation',
  'department',
] as const;

export type EditableField = (typeof FIELDS)[number];
export type Editable = Pick<PendingInviteDocument, EditableField>;

/** @returns the invitation's fields as the request wants them: what it leaves out stays, and an empty text is none. */
export function wantedFields(
  request: CallableRequest<'updateInvite'>,
  before: Pick<PendingInviteDocument, EditableField>,
): Editable {
  const text = (wanted: string | null | undefined, stored: string | null) =>
    typeof wanted === 'string' ? wanted.trim() || null : stored;
  return {
    role: request.desiredRole ?? before.role,
    securityLevel: request.securityLevel ?? before.securityLevel,
    permissions: request.permissions ?? before.permissions,
    firstName: request.firstName ?? before.firstName,
    lastName: request.lastName ?? before.lastName,
    message: text(request.customMessage, before.message),
    designation: text(request.designation, before.designation),
    department: text(request.department, before.department),
  };
}

/** @returns the fields that differ; permissions in another order do not. */
export function changedFields(before: Editable, after: Editable): EditableField[] {
  const comparable = (value: Editable[EditableField]) =>
    Array.isArray(value) ? [...value].sort().join() : value;
  return FIELDS.filter((field) => comparable(before[field]) !== comparable(after[field]));
}

/** @returns what else of the document follows its names. */
export function searchFieldsOf(email: string, { firstName, lastName }: Editable) {
  return { searchTokens: searchTokensOf({ email, firstName, lastName }) };
}

/** @returns the timeline's words for it: the names of the fields, and for each of them from what to what. */
export function changeDetails(
  changed: readonly EditableField[],
  before: Editable,
  after: Editable,
): InviteEventDetails {
  const pairs = changed.flatMap((field): [string, InviteEventDetails[string]][] => [
    [`${field}From`, before[field]],
    [`${field}To`, after[field]],
  ]);
  return { changed: [...changed], ...Object.fromEntries(pairs) };
}
