const SIMPLE_ESCAPES: Record<string, string> = {
  ...{ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' },
  ...{ '\\': '\\', "'": "'", '"': '"', '`': '`', '?': '?' },
};
const CODED_ESCAPES: Record<string, number> = { x: 2, u: 4, U: 8 };
const MAX_INT = 2n ** 63n - 1n;

/**
 * The text of a quoted literal, its escapes resolved.
 * @throws Error for an escape that the rules language does not have, such as a lone `\d` (write `\\d`).
 */
export function readString(image: string): string {
  const body = image.slice(1, -1);
  let text = '';
  for (let at = 0; at < body.length;) {
    const { value, length } =
      body[at] === '\\' ? readEscape(body, at) : { value: body.charAt(at), length: 1 };
    text += value;
    at += length;
  }
  return text;
}

function readEscape(body: string, at: number): { value: string; length: number } {
  const letter = body.charAt(at + 1);
  const simple = SIMPLE_ESCAPES[letter];
  if (simple !== undefined) return { value: simple, length: 2 };
  const digits = CODED_ESCAPES[letter];
  const code = digits === undefined ? NaN : Number(`0x${body.slice(at + 2, at + 2 + digits)}`);
  if (digits === undefined || Number.isNaN(code) || code > 0x10ffff) {
    throw new Error(`unknown escape \\${letter} in a string (a backslash itself is written \\\\)`);
  }
  return { value: String.fromCodePoint(code), length: 2 + digits };
}

/**
 * A 64-bit integer literal.
 * @throws Error when it does not fit.
 */
export function readInt(image: string): bigint {
  const value = BigInt(image);
  if (value > MAX_INT) throw new Error(`${image} does not fit into 64 bits`);
  return value;
}
