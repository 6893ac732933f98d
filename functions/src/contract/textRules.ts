/**
 * What may not stand in text that people type and others read in our mails and pages: a name or a message is how somebody
 * poses as us, or sends people to a number or an address of theirs. No zod here.
 */

/** Any control, format (bidi, zero width), private or unassigned character, and the line and paragraph separators. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u;
const LINE_BREAK = /\n/g;
/** Something that a mail client turns into a link: `https://…`, `www.…`, `evil.example`. */
const LINK = /:\/\/|www\.|[\p{L}\p{N}]\.\p{L}{2,}/iu;
/** The dots of other scripts, which browsers take for one in a domain (UTS 46, 2.3). NFKC makes two of them `。`. */
const IDEOGRAPHIC_DOT = /\u3002/g;
const IPV4 = /(?:^|\D)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/;
const IPV6 = /(?:^|[^\p{L}\p{N}])(?:[0-9a-f]{1,4})?(?:::?[0-9a-f]{1,4}){3,}/iu;
/** Dates and times of day are no numbers that anybody could dial. */
const DATE =
  /\b(?:(?:19|20)\d\d[-./](?:0?[1-9]|1[0-2])[-./](?:0?[1-9]|[12]\d|3[01])|(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|[12]\d|3[01])[-./](?:19|20)\d\d)\b/g;
const TIME = /\b(?:[01]?\d|2[0-3]):[0-5]\d\b/g;
/** Seven digits or more, of any script, with whatever stands between them but letters and line breaks. */
const NUMBER = /\p{Nd}(?:[^\p{L}\p{Nd}\n]*\p{Nd}){6,}/u;
/** Two letters and two digits, then groups: an account number (ISO 13616), also where letters stand between its digits. */
const IBAN = /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{2,4}){3,}\b/i;

/** @returns whether somebody would see less, or something else, than what is written. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** The same for text of several lines. */
export function hasInvisibleInLines(text: string): boolean {
  return INVISIBLE.test(text.replace(LINE_BREAK, ''));
}

/** @returns whether a mail client would make a link of a part of it, or a person type it into an address bar. */
export function hasLink(text: string): boolean {
  const plain = text.normalize('NFKC').replace(IDEOGRAPHIC_DOT, '.');
  return LINK.test(plain) || IPV4.test(digitsOf(plain)) || IPV6.test(plain);
}

/** @returns whether there is a number in it that could be dialled or paid to. */
export function hasLongNumber(text: string): boolean {
  const plain = digitsOf(text.normalize('NFKC'));
  return IBAN.test(plain) || NUMBER.test(plain.replace(DATE, 'x').replace(TIME, 'x'));
}

/** Digits of every script as ASCII ones: each script's ten stand in a row (The Unicode Standard, 4.6), zero first. */
function digitsOf(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });
}
