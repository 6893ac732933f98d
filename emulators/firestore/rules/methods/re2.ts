/**
 * Regular expressions of the rules are RE2 (github.com/google/re2/wiki/Syntax). This turns one into a JavaScript
 * expression that means the same, and refuses what RE2 refuses (lookaround, back-references) or what is not covered.
 */

const SYNTAX = '^$\\.*+?()[]{}|/';
const PERL_CLASSES: Record<string, string> = { s: '[\\t\\n\\f\\r ]', S: '[^\\t\\n\\f\\r ]' };
const SAME_ESCAPES = 'dDwWbBnrtfv';
const POSIX_CLASSES: Record<string, string> = {
  ...{ alnum: '0-9A-Za-z', alpha: 'A-Za-z', ascii: '\\x00-\\x7f', blank: '\\t ', digit: '0-9' },
  ...{ lower: 'a-z', upper: 'A-Z', space: '\\t\\n\\v\\f\\r ', word: '0-9A-Za-z_', xdigit: '0-9A-Fa-f' },
  ...{ punct: '!-\\/:-@\\[-`\\{-~' },
};

/**
 * Compiles an RE2 expression; `whole` anchors it at both ends.
 * @throws Error for what RE2 does not accept, or this translation does not cover.
 */
export function compileRe2(pattern: string, whole: boolean): RegExp {
  const { flags, body } = leadingFlags(pattern);
  const source = translate(body, flags.includes('s'));
  return new RegExp(whole ? `^(?:${source})$` : source, `gu${flags.includes('i') ? 'i' : ''}`);
}

function leadingFlags(pattern: string): { flags: string; body: string } {
  const end = pattern.indexOf(')');
  const flags = pattern.startsWith('(?') ? pattern.slice(2, end) : '';
  const known = /^[is]+$/.test(flags);
  return known ? { flags, body: pattern.slice(end + 1) } : { flags: '', body: pattern };
}

function translate(pattern: string, dotAll: boolean): string {
  let source = '';
  for (let at = 0; at < pattern.length;) {
    const piece = nextPiece(pattern, at, dotAll);
    source += piece.source;
    at += piece.length;
  }
  return source;
}

interface Piece {
  source: string;
  length: number;
}

function nextPiece(pattern: string, at: number, dotAll: boolean): Piece {
  const character = pattern.charAt(at);
  if (character === '\\') return escapePiece(pattern, at);
  if (character === '[') return classPiece(pattern, at);
  if (character === '(' && pattern[at + 1] === '?') return groupPiece(pattern, at);
  if (character === '.') return { source: dotAll ? '[^]' : '[^\\n]', length: 1 };
  if ((character === '}' || character === '{') && !isRepetition(pattern, at)) {
    return { source: `\\${character}`, length: 1 };
  }
  if (character === ']') return { source: '\\]', length: 1 };
  return { source: character, length: 1 };
}

/** Whether the brace at `at` belongs to `{2}`, `{2,}` or `{2,3}`; RE2 takes any other brace as itself. */
function isRepetition(pattern: string, at: number): boolean {
  const open = pattern.lastIndexOf('{', at);
  const close = pattern.indexOf('}', at);
  if (open < 0 || close < 0) return false;
  return /^[0-9]+(?:,[0-9]*)?$/.test(pattern.slice(open + 1, close));
}

function groupPiece(pattern: string, at: number): Piece {
  if (pattern.startsWith('(?:', at)) return { source: '(?:', length: 3 };
  if (pattern.startsWith('(?i:', at)) return { source: '(?i:', length: 4 };
  if (pattern.startsWith('(?P<', at)) return { source: '(?<', length: 4 };
  throw new Error(`RE2 has no ${pattern.slice(at, at + 4)} here (no lookaround; flags only at the start)`);
}

function escapePiece(pattern: string, at: number): Piece {
  const letter = pattern.charAt(at + 1);
  const perl = PERL_CLASSES[letter];
  if (perl !== undefined) return { source: perl, length: 2 };
  if (letter === 'A') return { source: '^', length: 2 };
  if (letter === 'z') return { source: '$', length: 2 };
  return plainEscape(pattern, at);
}

function plainEscape(pattern: string, at: number): Piece {
  const letter = pattern.charAt(at + 1);
  if (letter !== '' && SAME_ESCAPES.includes(letter)) return { source: `\\${letter}`, length: 2 };
  if (letter === 'x' && pattern[at + 2] !== '{') return { source: pattern.slice(at, at + 4), length: 4 };
  if (letter === 'p' || letter === 'P') {
    const end = pattern[at + 2] === '{' ? pattern.indexOf('}', at) + 1 : at + 3;
    const name = pattern.slice(at + 2, end);
    return { source: `\\${letter}${name.startsWith('{') ? name : `{${name}}`}`, length: end - at };
  }
  if (letter === '' || isWordCharacter(letter)) throw new Error(`RE2 expression with \\${letter}`);
  return { source: SYNTAX.includes(letter) || letter === '-' ? escaped(letter) : letter, length: 2 };
}

/** `-` may be escaped in a class only, so it goes by its code. */
const escaped = (letter: string) => (letter === '-' ? '\\x2d' : `\\${letter}`);

function isWordCharacter(character: string): boolean {
  return (
    character === '_' ||
    character.toLowerCase() !== character.toUpperCase() ||
    (character >= '0' && character <= '9')
  );
}

function classPiece(pattern: string, start: number): Piece {
  let at = start + 1;
  let source = '[';
  if (pattern[at] === '^') {
    source += '^';
    at += 1;
  }
  const first = at;
  while (pattern[at] !== ']' || at === first) {
    if (at >= pattern.length) throw new Error('an unclosed [ in a regular expression');
    const piece = classItem(pattern, at);
    source += piece.source;
    at += piece.length;
  }
  return { source: `${source}]`, length: at + 1 - start };
}

function classItem(pattern: string, at: number): Piece {
  const character = pattern.charAt(at);
  if (pattern.startsWith('[:', at)) {
    const end = pattern.indexOf(':]', at);
    const posix = POSIX_CLASSES[pattern.slice(at + 2, end)];
    if (posix === undefined) throw new Error(`an unknown class ${pattern.slice(at, end + 2)}`);
    return { source: posix, length: end + 2 - at };
  }
  if (character === '[' || character === ']') return { source: `\\${character}`, length: 1 };
  if (character !== '\\') return { source: character, length: 1 };
  const letter = pattern.charAt(at + 1);
  if (letter === 's') return { source: '\\t\\n\\f\\r ', length: 2 };
  if (letter === 'S' || letter === 'b' || letter === 'B')
    throw new Error(`\\${letter} inside [] is not covered`);
  return plainEscape(pattern, at);
}
