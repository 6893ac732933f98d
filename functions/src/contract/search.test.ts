import { describe, expect, it } from 'vitest';
import { searchTokenFor, searchTokensOf } from './search.ts';

const nina = { email: 'n.new+work@mail.acme.example', firstName: 'Nína María', lastName: "O'Hara" };

function finds(typed: string): boolean {
  return searchTokensOf(nina).includes(searchTokenFor(typed));
}

describe('searching', () => {
  it.each([
    'n',
    'NÍNA',
    'nína ma',
    'Nína  María O',
    "o'hara n",
    'hara',
    'n.new',
    'new',
    'work',
    'n.new+work@mail.acme.example',
    'mail.acme.ex',
    'acme',
    '  nína ',
  ])('finds the person by %j', (typed) => {
    expect(finds(typed)).toBe(true);
  });

  it.each(['ina', 'otto', 'cme', '@', ''])('does not find them by %j', (typed) => {
    expect(finds(typed)).toBe(false);
  });

  it('cuts what was typed as it cuts what was stored', () => {
    const long = { ...nina, firstName: 'a'.repeat(64) };
    expect(searchTokensOf(long)).toContain(searchTokenFor('a'.repeat(50)));
  });

  it('bounds the tokens of the longest person', () => {
    const longest = {
      email: `${'a.'.repeat(32)}@${'b.'.repeat(90)}example`,
      firstName: 'a '.repeat(32),
      lastName: 'c '.repeat(32),
    };
    const tokens = searchTokensOf(longest);
    expect(tokens.length).toBeLessThanOrEqual(400);
    expect(Math.max(...tokens.map((token) => token.length))).toBeLessThanOrEqual(32);
  });
});
