import { signInAnonymously, signInWithCustomToken } from 'firebase/auth';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ErrorDetails } from '../../functions/src/contract/errors.ts';
import { adminAuth } from '../support/admin.ts';
import { expectRefusal } from '../support/expectRefusal.ts';
import { invitation, newTenant, type TestTenant } from '../support/factories.ts';
import { newPerson, openBrowser, type Person } from '../support/people.ts';
import { suite } from '../support/suite.ts';

let acme: TestTenant;
let otto: Person;
beforeAll(async () => {
  acme = await newTenant();
  otto = await newPerson({ name: 'otto' });
});

/** A token as anybody can write one: the emulator reads tokens and does not verify them, so what is in them must do. */
function unsigned(payload: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(payload)}.`;
}

function tokenOf(uid: unknown, overrides: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  return unsigned({
    iss: `https://securetoken.google.com/${suite.projectId}`,
    aud: suite.projectId,
    sub: uid,
    user_id: uid,
    auth_time: now,
    iat: now,
    exp: now + 3600,
    firebase: { sign_in_provider: 'password', identities: {} },
    ...overrides,
  });
}

async function callWithToken(
  authorization: string | null,
  name = 'inviteUser',
): Promise<{ status: number; details?: ErrorDetails }> {
  const response = await fetch(`${suite.functionsUrl}/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== null && { authorization }) },
    body: JSON.stringify({ data: invitation(acme.id) }),
  });
  const body = (await response.json()) as { error?: { details?: ErrorDetails } };
  return { status: response.status, ...(body.error?.details && { details: body.error.details }) };
}

describe('who is nobody', () => {
  it.each([
    ['no token', () => null],
    ['nothing readable', () => 'Bearer garbage'],
    ['another project’s token', () => `Bearer ${tokenOf(acme.admin.uid, { aud: 'another-project' })}`],
    [
      'an anonymous token',
      () => `Bearer ${tokenOf(acme.admin.uid, { firebase: { sign_in_provider: 'anonymous' } })}`,
    ],
    ['a uid that is no string', () => `Bearer ${tokenOf({ toString: 'adam' })}`],
    ['a uid that is a path', () => `Bearer ${tokenOf(`${acme.admin.uid}/x`)}`],
    ['a token without a time', () => `Bearer ${tokenOf(acme.admin.uid, { auth_time: undefined })}`],
  ])('comes with %s [API-07]', async (_name, authorization) => {
    const answer = await callWithToken(authorization());
    expect(answer).toEqual({ status: 401, details: { code: 'auth/required' } });
  });

  it('comes with three parts of nothing, and gets no further than Firebase [SESS-04]', async () => {
    expect(await callWithToken('Bearer a.b.c')).toEqual({ status: 401 });
  });

  it('comes with a token that has ended', async () => {
    const expired = tokenOf(acme.admin.uid, { exp: Math.floor(Date.now() / 1000) - 1 });
    expect(await callWithToken(`Bearer ${expired}`)).toEqual({
      status: 401,
      details: { code: 'auth/session-ended' },
    });
  });

  it('is not the Admin, who comes with their own', async () => {
    expect(await callWithToken(`Bearer ${await acme.admin.auth.currentUser!.getIdToken()}`)).toEqual({
      status: 200,
    });
  });
});

describe('sessions that prove nothing', () => {
  it('are anonymous ones, and ones made by a custom token', async () => {
    const request = invitation(acme.id);
    const watched = { tenants: [acme.id], emails: [request.email] };
    const anonymous = openBrowser();
    await signInAnonymously(anonymous.auth);
    await expectRefusal(() => anonymous.call('inviteUser', request), 'auth/required', watched);
    const custom = openBrowser();
    await signInWithCustomToken(custom.auth, await adminAuth.createCustomToken(acme.admin.uid));
    await expectRefusal(() => custom.call('inviteUser', request), 'auth/required', watched);
    await acme.admin.call('inviteUser', request);
  });
});

describe('claims', () => {
  it.each([
    ['of HRX', { hrx: true }],
    ['of an Admin', () => ({ roles: { [acme.id]: { role: 'Admin', securityLevel: '7' } } })],
    ['of every shape', { roles: 'Admin', HRX: true, hrx: 'true', rolesTruncated: true }],
  ])('%s open nothing by themselves', async (_name, claims) => {
    const token = tokenOf(otto.uid, typeof claims === 'function' ? claims() : claims);
    expect(await callWithToken(`Bearer ${token}`)).toEqual({
      status: 404,
      details: { code: 'tenant/not-found' },
    });
  });
});
