// Finds calls that give a custom token developer claims.
const CALL = 'createCustomToken(';

/** @returns the arguments of each call of `createCustomToken` in the source that has a second one. */
export function customTokensWithClaims(source: string): string[] {
  return source
    .split(CALL)
    .slice(1)
    .map(argumentsIn)
    .filter(([, second = '']) => second.trim() !== '')
    .map((given) => given.join(','));
}

/** @returns what stands between the commas up to the parenthesis that closes the call. */
function argumentsIn(rest: string): string[] {
  let depth = 0;
  let start = 0;
  const found: string[] = [];
  for (let at = 0; at < rest.length && depth >= 0; at += 1) {
    const character = rest.charAt(at);
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth < 0 || (depth === 0 && character === ',')) {
      found.push(rest.slice(start, at));
      start = at + 1;
    }
  }
  return found;
}
