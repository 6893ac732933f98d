import type { CustomPatternMatcherReturn, IToken } from 'chevrotain';

const SEGMENT_ENDS = '/ \t\r\n(){}[],;$:?&|=!<>+*%"\'`';
const DEFAULT_DATABASE = '(default)';
/** Tokens after which a slash divides, because they end a value. */
const VALUE_ENDS = new Set([
  ...['Identifier', 'string', 'bytes', 'int', 'float', 'true', 'false', 'null'],
  ...['CloseParen', 'CloseBracket'],
]);

/**
 * Reads `/users` at `offset` when it is a piece of a path: where a value may begin, or right behind another piece.
 * Answers null where the slash divides, or where no text follows it.
 */
export function scanPathSegment(
  text: string,
  offset: number,
  previous: IToken[],
): CustomPatternMatcherReturn | null {
  if (text[offset] !== '/' || !mayBeginPath(previous, offset)) return null;
  const end = segmentEnd(text, offset + 1);
  return end === offset + 1 ? null : [text.slice(offset, end)];
}

function segmentEnd(text: string, start: number): number {
  if (text.startsWith(DEFAULT_DATABASE, start)) return start + DEFAULT_DATABASE.length;
  let end = start;
  while (end < text.length && !SEGMENT_ENDS.includes(text.charAt(end))) end += 1;
  return end;
}

function mayBeginPath(previous: IToken[], offset: number): boolean {
  const last = previous.at(-1);
  if (last === undefined) return true;
  const adjacent = last.startOffset + last.image.length === offset;
  if (adjacent && closesPathPiece(previous, last)) return true;
  return !VALUE_ENDS.has(last.tokenType.name);
}

function closesPathPiece(previous: IToken[], last: IToken): boolean {
  if (last.tokenType.name === 'PathSegment' || last.tokenType.name === 'CloseBrace') return true;
  return last.tokenType.name === 'CloseParen' && opener(previous)?.tokenType.name === 'PathBind';
}

/** The token that opened the parenthesis which the last token closes. */
function opener(previous: IToken[]): IToken | undefined {
  let depth = 0;
  return previous.findLast(({ tokenType: { name } }) => {
    if (name === 'CloseParen') depth += 1;
    if (name === 'OpenParen' || name === 'PathBind') depth -= 1;
    return depth === 0;
  });
}
