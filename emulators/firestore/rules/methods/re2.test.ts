import { describe, expect, it } from 'vitest';
import { compileRe2 } from './re2.ts';

const matches = (pattern: string, text: string) => compileRe2(pattern, true).test(text);

describe('RE2 expressions', () => {
  it.each([
    ['^[a-z0-9-]{1,3}$', 'a-9', 'a_9'],
    ['a|bc', 'bc', 'abc'],
    ['(?i)hello', 'HeLLo', 'help'],
    ['(?s)a.b', 'a\nb', 'ab'],
    ['a.b', 'a\u2028b', 'a\nb'],
    ['\\d+\\.\\d\\-\\@', '12.3-@', '12x3-@'],
    ['[\\w.+-]+@[[:alpha:]]+', 'a.b+c@de', 'a@1'],
    ['[]a]+', ']a', 'b'],
    ['[^\\]]', 'a', ']'],
    ['\\s', '\t', '\u00a0'],
    ['\\Aab\\z', 'ab', 'abc'],
    ['(?P<x>a)(?:b)', 'ab', 'a'],
    ['\\pL\\p{Nd}\\P{L}', 'é5-', '555'],
    ['x{2}', 'xx', 'x{2}'],
    ['x{a}', 'x{a}', 'xa'],
    ['\\x41😀', 'A😀', 'A'],
    ['a]', 'a]', 'a'],
  ])('%s matches %j and not %j', (pattern, matching, other) => {
    expect(matches(pattern, matching)).toBe(true);
    expect(matches(pattern, other)).toBe(false);
  });

  it.each([
    '(?=a)',
    '(?!a)',
    '(?<=a)',
    '(?<!a)',
    '(a)\\1',
    '\\k<x>',
    'a(?i)b',
    '[[:nope:]]',
    '[a',
    '(',
    '*',
    '\\',
  ])('refuses %s', (pattern) => {
    expect(() => compileRe2(pattern, true)).toThrow(Error);
  });
});
