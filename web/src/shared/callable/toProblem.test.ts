import { FirebaseError } from 'firebase/app';
import { describe, expect, it } from 'vitest';
import { CallError } from './CallError.ts';
import { toProblem } from './toProblem.ts';

const authError = (code: string) => new FirebaseError(code, `Firebase: words of a library (${code}).`);

describe('a problem for the person', () => {
  it('keeps the code, the sentence and the fields of a callable', () => {
    const error = new CallError('request/invalid', { fields: { firstName: 'Fill in this field.' } });
    expect(toProblem(error)).toEqual({
      code: 'request/invalid',
      message: 'Check these fields and try again.',
      fields: { firstName: 'Fill in this field.' },
      retryAfterSeconds: null,
    });
  });

  it('reads the same for a wrong password as for an address without an account', () => {
    const messages = ['auth/invalid-credential', 'auth/wrong-password', 'auth/user-not-found'].map(
      (code) => toProblem(authError(code)).message,
    );
    expect(new Set(messages).size).toBe(1);
    expect(messages[0]).toContain('Wrong email or password.');
  });

  it.each([
    ['auth/user-disabled', 'This account is blocked.'],
    ['auth/too-many-requests', 'Too many attempts'],
    ['auth/network-request-failed', 'reach the service'],
    ['auth/weak-password', 'too easy to guess'],
    ['auth/invalid-action-code', 'Send it again'],
  ])('says what %s means', (code, words) => {
    expect(toProblem(authError(code))).toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
    });
  });

  it.each([authError('auth/something-new'), new TypeError('x is undefined'), 'nonsense'])(
    'never shows the text of a library: %s',
    (error) => {
      expect(toProblem(error).message).toBe(
        'Something went wrong on our side. Try again. If it keeps happening, tell your HRX contact.',
      );
    },
  );
});
