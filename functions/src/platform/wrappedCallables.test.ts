// The callables wrapped by firebase-functions-test, each with dependencies that notice whoever reaches for them: what is
// not somebody's well-formed request never gets as far as its use case.
import functionsTest from 'firebase-functions-test';
import type { CallableFunction, CallableRequest } from 'firebase-functions/https';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CALLABLES, type CallableInput, type CallableName } from '../contract/callables.ts';
import { ERRORS, type ErrorCode } from '../contract/errors.ts';
import * as deployed from '../index.ts';

vi.mock('firebase-functions/logger');

const { reached } = vi.hoisted(() => ({ reached: [] as string[] }));
vi.mock('../deps.ts', () => {
  const clock = { now: () => new Date('2026-11-22T14:00:00Z') };
  const noticing = new Proxy(
    { clock },
    {
      get: (target, name) => {
        if (name === 'clock') return target.clock;
        reached.push(String(name));
        throw new Error(`The use case asked for ${String(name)}.`);
      },
    },
  );
  return { getDeps: () => noticing };
});

const PROJECT = 'demo-hrx';
const NOW_SECONDS = Date.parse('2026-11-22T14:00:00Z') / 1000;
const SECRET = 'ab'.repeat(32);
const { wrap, cleanup } = functionsTest({ projectId: PROJECT });

/** For each callable a request that fits: the control. */
const REQUESTS: { [Name in CallableName]: CallableInput<Name> } = {
  inviteUser: {
    email: 'nina@people.example',
    firstName: 'Nina',
    lastName: 'New',
    tenantId: 'acme',
    desiredRole: 'Worker',
    securityLevel: '2',
  },
  setTenantRole: { tenantId: 'acme', uid: 'walt', role: 'Worker', securityLevel: '2' },
  createInviteLink: { tenantId: 'acme', uid: 'nina' },
  resendInvite: { tenantId: 'acme', uid: 'nina' },
  revokeInvite: { tenantId: 'acme', uid: 'nina', reason: 'Hired somebody else' },
  updateInvite: { tenantId: 'acme', uid: 'nina', designation: '' },
  correctInvite: { tenantId: 'acme', uid: 'nina', email: 'nina@people.example' },
  startInvitesJob: { tenantId: 'acme', action: 'extend', selection: { filter: {} }, hours: 24 },
  acceptInvite: { tenantId: 'acme' },
  setMyNotices: { notices: { declined: false } },
  declineInvite: { secret: SECRET },
  getInvite: { secret: SECRET },
  redeemInvite: { secret: SECRET, password: 'a long password' },
  sendInviteMail: { secret: SECRET },
  requestFreshLink: { secret: SECRET },
  requestPasswordReset: { email: 'nina@people.example' },
  setNewPassword: { secret: SECRET, password: 'a long password' },
  requestSignInLink: { email: 'nina@people.example' },
  redeemSignInLink: { secret: SECRET, email: 'nina@people.example' },
  updateTenantSettings: { tenantId: 'acme' },
  setJobState: { tenantId: 'acme', jobId: 'ab'.repeat(10), state: 'paused' },
  retryJob: { tenantId: 'acme', jobId: 'ab'.repeat(10) },
};
/** These are for anybody, signed in or not. */
const PUBLIC = new Set<CallableName>([
  'declineInvite',
  'getInvite',
  'redeemInvite',
  'sendInviteMail',
  'requestFreshLink',
  'requestPasswordReset',
  'setNewPassword',
  'requestSignInLink',
  'redeemSignInLink',
]);

const signedIn = {
  uid: 'adam',
  token: { aud: PROJECT, auth_time: NOW_SECONDS - 60, exp: NOW_SECONDS + 3600, firebase: {} },
};

/** @returns the code that the wrapped function refuses with. */
async function refusal(name: CallableName, data: unknown, auth?: object): Promise<ErrorCode> {
  const call = wrap(deployed[name] as CallableFunction<unknown, unknown>);
  const rawRequest = { rawBody: Buffer.from(JSON.stringify(data)), headers: {}, socket: {} };
  const request = { data, auth, rawRequest, acceptsStreaming: false };
  try {
    await call(request as unknown as CallableRequest);
  } catch (error) {
    const { code, details } = error as { code: string; details: { code: ErrorCode } };
    expect(code).toBe(ERRORS[details.code].status);
    return details.code;
  }
  throw new Error('This was not refused.');
}

beforeEach(() => {
  vi.stubEnv('GCLOUD_PROJECT', PROJECT);
  vi.stubEnv('FUNCTIONS_EMULATOR', 'true');
  reached.length = 0;
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => cleanup());

describe.each(Object.keys(CALLABLES) as CallableName[])('%s, wrapped', (name) => {
  it.each([
    ['garbage for a token', { uid: undefined, token: {} }],
    ['another project’s token', { ...signedIn, token: { ...signedIn.token, aud: 'other' } }],
    ['a token that has ended', { ...signedIn, token: { ...signedIn.token, exp: NOW_SECONDS } }],
    ['an id that is a path', { ...signedIn, uid: 'a/b' }],
  ])('does not reach its use case with %s [SESS-04]', async (_name, auth) => {
    expect(await refusal(name, REQUESTS[name], auth)).toMatch(/^auth\/(required|session-ended)$/);
    expect(reached).toEqual([]);
  });

  it.each([null, [], 'text', {}, { ...REQUESTS[name], extra: 1 }, { secret: SECRET.toUpperCase() }])(
    'does not reach its use case with %j',
    async (data) => {
      expect(await refusal(name, data, signedIn)).toBe('request/invalid');
      expect(reached).toEqual([]);
    },
  );

  it('reaches it with a request that fits, and only the public ones without a session', async () => {
    expect(await refusal(name, REQUESTS[name], signedIn)).toBe('service/unexpected');
    expect(reached).not.toEqual([]);

    reached.length = 0;
    const isPublic = PUBLIC.has(name);
    expect(await refusal(name, REQUESTS[name])).toBe(isPublic ? 'service/unexpected' : 'auth/required');
    expect(reached.length > 0).toBe(isPublic);
  });
});
