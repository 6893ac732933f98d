import { describe, expect, it } from 'vitest';
import { describeError, redact } from './log.ts';

describe('redact', () => {
  it.each([
    ['no user record for nina.new@acme.example.', 'no user record for …'],
    [`hash ${'ab'.repeat(32)} unknown`, 'hash … unknown'],
    ['smtp://user:pass@mail.example:25', 'smtp://…mail.example:25'],
    [
      'http://x/?mode=resetPassword&oobCode=AbC-1_2&apiKey=k',
      'http://x/?mode=resetPassword&oobCode=…&apiKey=k',
    ],
    ['nothing to hide: tenant acme', 'nothing to hide: tenant acme'],
  ])('writes %j as %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it('looks into causes and stacks [ATTACK-15]', () => {
    const error = new Error('outer', { cause: new Error('for nina@acme.example') });
    expect(JSON.stringify(describeError(error))).not.toContain('nina@');
  });
});
