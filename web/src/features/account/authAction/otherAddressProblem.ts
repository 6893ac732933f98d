/** @returns what is wrong with an address that was typed for the account of a link, or null. */
export function otherAddressProblem(typed: string, email: string): string | null {
  return typed.trim().toLowerCase() === email.toLowerCase() ? null : `This link is for ${email}.`;
}
