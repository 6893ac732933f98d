/**
 * What of names may stand in a mail's headers. They were checked when they were typed; here once more, since a mailbox
 * shows the sender and the subject before anything else. nodemailer encodes them (RFC 2047). Pure.
 */
import { tenantNameField } from '../../contract/fields.ts';
import { isNameSpelling, posesAsOffice } from '../../contract/personName.ts';
import type { Role } from '../../contract/roles.ts';
import { withArticle } from '../../contract/roleWords.ts';

/** @returns the name before our address, like "Acme Staffing via HRX Invites"; undefined: ours alone. */
export function senderName(tenantName: string): string | undefined {
  return isTenantName(tenantName) ? `${tenantName} via HRX Invites` : undefined;
}

interface Inviting {
  tenantName: string;
  /** As the mail signs it. */
  inviterName: string;
  inviterIsHrx: boolean;
  role: Role;
}

/** @returns the subject: as much of it as may stand there. */
export function inviteSubject({ tenantName, inviterName, inviterIsHrx, role }: Inviting): string {
  if (!isTenantName(tenantName)) return `You are invited to join as ${withArticle(role)}`;
  if (!isPersonName(inviterName)) return `You are invited to ${tenantName}`;
  return `${inviterName}${inviterIsHrx ? ' of HRX' : ''} invites you to ${tenantName}`;
}

/** @returns a person's name, where it may stand in a header. */
export function headerName({
  firstName,
  lastName,
}: {
  firstName: string;
  lastName: string;
}): string | undefined {
  const name = `${firstName} ${lastName}`;
  return isPersonName(name) ? name : undefined;
}

function isTenantName(name: string): boolean {
  return tenantNameField.safeParse(name).success;
}

function isPersonName(name: string): boolean {
  return isNameSpelling(name) && !posesAsOffice(name);
}
