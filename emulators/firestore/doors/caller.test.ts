import { expect, test } from 'vitest';
import { callerFrom } from './caller.ts';

function token(claims: unknown): string {
  return `Bearer e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
}

test('the Admin SDK is the owner', () => {
  expect(callerFrom('Bearer owner')).toEqual({ kind: 'owner' });
});

test('without a header there is nobody', () => {
  expect(callerFrom(undefined)).toEqual({ kind: 'client', auth: null });
  expect(callerFrom('')).toEqual({ kind: 'client', auth: null });
});

test('an ID token is read without looking at a signature', () => {
  const claims = { user_id: 'ada', sub: 'ignored', roles: { acme: { role: 'Admin' } } };

  expect(callerFrom(token(claims))).toEqual({ kind: 'client', auth: { uid: 'ada', token: claims } });
  expect(callerFrom(token({ sub: 'bob' }))).toMatchObject({ auth: { uid: 'bob' } });
});

test.each([
  'Bearer ',
  'Bearer garbage',
  'Bearer a.b.c',
  'Basic b3duZXI=',
  'owner',
  token({}),
  token([]),
  token(null),
])('%s cannot be read', (header) => {
  expect(() => callerFrom(header)).toThrow(expect.objectContaining({ status: 'UNAUTHENTICATED' }));
});
