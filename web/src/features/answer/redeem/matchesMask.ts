/** What a masked address shows in place of the letters that it hides. */
const HIDDEN = /[•*]+/g;
const REGEXP_CHARACTER = /[\\^$.*+?()[\]{}|]/g;

/**
 * @param mask such as `j•••@acme.example`
 * @returns whether `email` could be the masked address. It proves nothing: the server compares the whole address.
 */
export function matchesMask(email: string, mask: string): boolean {
  const visible = mask
    .toLowerCase()
    .split(HIDDEN)
    .map((part) => part.replace(REGEXP_CHARACTER, '\\$&'));
  return new RegExp(`^${visible.join('[^@]*')}$`).test(email.trim().toLowerCase());
}

/** @returns what is wrong with the address that was typed for the masked one, or null. */
export function addressProblem(email: string, mask: string): string | null {
  return matchesMask(email, mask)
    ? null
    : `This is not the invited email address. The invitation is for ${mask}.`;
}
