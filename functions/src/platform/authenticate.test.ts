import { describe, expect, it } from 'vitest';
import { authenticate } from './authenticate.ts';

const now = new Date('2026-11-21T12:00:00Z');
const seconds = now.getTime() / 1000;
const bounds = { projectId: 'demo-hrx', now };
const token = {
  aud: 'demo-hrx',
  auth_time: seconds - 60,
  exp: seconds + 60,
  firebase: { sign_in_provider: 'password' },
};

describe('authenticate', () => {
  it('knows who is signed in, and since when', () => {
    expect(authenticate({ uid: 'adam', token }, bounds)).toEqual({
      uid: 'adam',
      authTimeMillis: (seconds - 60) * 1000,
    });
  });

  it('knows that nobody is signed in', () => {
    expect(authenticate(undefined, bounds)).toBeNull();
  });

  it.each([
    ['what the emulator makes of `Bearer garbage` [SESS-04]', { uid: undefined, token: { uid: undefined } }],
    ['a uid that is not a string', { uid: 7, token }],
    ['a uid that is no Firestore id [DATA-09]', { uid: 'a/b', token }],
    ['a reserved uid [DATA-09]', { uid: '__adam__', token }],
    ['no token at all', { uid: 'adam' }],
    ['a token that is null', { uid: 'adam', token: null }],
    ['a token of another project', { uid: 'adam', token: { ...token, aud: 'other' } }],
    ['a token without auth_time', { uid: 'adam', token: { ...token, auth_time: undefined } }],
    [
      'an anonymous session',
      { uid: 'adam', token: { ...token, firebase: { sign_in_provider: 'anonymous' } } },
    ],
    ['a custom token', { uid: 'adam', token: { ...token, firebase: { sign_in_provider: 'custom' } } }],
  ])('refuses %s', (_name, auth) => {
    expect(() => authenticate(auth, bounds)).toThrow('auth/required');
  });

  it.each([seconds, seconds - 1, undefined])('refuses a token that ended at %s', (exp) => {
    expect(() => authenticate({ uid: 'adam', token: { ...token, exp } }, bounds)).toThrow(
      'auth/session-ended',
    );
  });
});
