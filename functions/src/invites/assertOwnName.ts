/** A person's whole name, against the name of the company that they are invited to. */
import { posesAsCompany, posesAsOffice } from '../contract/personName.ts';
import { DomainError } from '../platform/DomainError.ts';

/** @throws request/invalid for a name that an inviter or invitee could pose with. Each part has passed `nameField`. */
export function assertOwnName(person: { firstName: string; lastName: string }, companyName: string): void {
  if (!posesAsOffice(`${person.firstName} ${person.lastName}`) && !posesAsCompany(person, companyName))
    return;
  const fields = { lastName: 'Enter the person’s own name, not the name of a company.' };
  throw new DomainError('request/invalid', { details: { fields } });
}
