import { describe, expect, it } from 'vitest';
import { matchesMask } from './matchesMask.ts';

const MASK = 'j•••@acme.example';

describe('an address behind its mask', () => {
  it.each(['jane@acme.example', 'JANE@acme.example', ' jane@acme.example ', 'jo@acme.example'])(
    'may be %s',
    (email) => {
      expect(matchesMask(email, MASK)).toBe(true);
    },
  );

  it.each([
    'anna@acme.example',
    'jane@globex.example',
    'jane@acme.example.evil.example',
    'jane@evil.example@acme.example',
    'jane@acmeXexample',
    'jane',
    '',
  ])('is not "%s"', (email) => {
    expect(matchesMask(email, MASK)).toBe(false);
  });

  it('is compared whole when nothing is hidden', () => {
    expect(matchesMask('a+b@x.example', 'a+b@x.example')).toBe(true);
    expect(matchesMask('aab@x.example', 'a+b@x.example')).toBe(false);
  });

  it('may hide parts of the domain too', () => {
    expect(matchesMask('jane@acme.example', 'j•••e@a•••.example')).toBe(true);
    expect(matchesMask('jane@bcme.example', 'j•••e@a•••.example')).toBe(false);
  });
});
