/**
 * Searching invitations that are not loaded: the server stores the starts of every word of a person's name and address,
 * and a page asks for the one that was typed (`array-contains`). No zod here.
 */

/** What is typed beyond this is not looked at: an index entry for every start of every word has to end somewhere. */
const TOKEN_LENGTH_MAX = 32;
/** Names and addresses of the longest allowed stay under it; it bounds the document whatever a field's bound becomes. */
const TOKENS_MAX = 400;

interface Searchable {
  email: string;
  firstName: string;
  lastName: string;
}

function canonical(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** @returns the token to ask for when somebody typed this; empty where nothing is asked. */
export function searchTokenFor(typed: string): string {
  return Array.from(canonical(typed)).slice(0, TOKEN_LENGTH_MAX).join('').trim();
}

/** @returns the starts of the words of name and address, of the whole name both ways round, and of the whole address. */
export function searchTokensOf({ email, firstName, lastName }: Searchable): string[] {
  const texts = [
    `${firstName} ${lastName}`,
    `${lastName} ${firstName}`,
    email,
    ...wordsOf(`${firstName} ${lastName}`),
    ...wordsOf(email),
    // The whole domain too, for who types `acme.example`.
    email.slice(email.indexOf('@') + 1),
  ];
  return [...new Set(texts.flatMap(startsOf))].slice(0, TOKENS_MAX);
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
}

function startsOf(text: string): string[] {
  const characters = Array.from(canonical(text)).slice(0, TOKEN_LENGTH_MAX);
  return characters.map((_, end) => searchTokenFor(characters.slice(0, end + 1).join('')));
}
