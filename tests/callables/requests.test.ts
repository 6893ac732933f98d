import { beforeAll, describe, expect, it } from 'vitest';
import { CALLABLES, type CallableName } from '../../functions/src/contract/callables.ts';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { ErrorCode, ErrorDetails } from '../../functions/src/contract/errors.ts';
import { patch } from '../support/admin.ts';
import { accountsWith, expectRefusal } from '../support/expectRefusal.ts';
import { invitation, newTenant, type TestTenant } from '../support/factories.ts';
import { newAddress, openBrowser } from '../support/people.ts';
import { suite } from '../support/suite.ts';

/** What nobody, with an empty request, is told. A callable without a row does not compile. */
const DOORS: Record<CallableName, ErrorCode> = {
  inviteUser: 'auth/required',
  setTenantRole: 'auth/required',
  createInviteLink: 'auth/required',
  resendInvite: 'auth/required',
  revokeInvite: 'auth/required',
  updateInvite: 'auth/required',
  correctInvite: 'auth/required',
  startInvitesJob: 'auth/required',
  updateTenantSettings: 'auth/required',
  setJobState: 'auth/required',
  retryJob: 'auth/required',
  acceptInvite: 'auth/required',
  setMyNotices: 'auth/required',
  getInvite: 'request/invalid',
  redeemInvite: 'request/invalid',
  sendInviteMail: 'request/invalid',
  requestFreshLink: 'request/invalid',
  declineInvite: 'request/invalid',
  requestPasswordReset: 'request/invalid',
  setNewPassword: 'request/invalid',
  requestSignInLink: 'request/invalid',
  redeemSignInLink: 'request/invalid',
};

let acme: TestTenant;
beforeAll(async () => {
  acme = await newTenant();
});

describe('a request that does not fit', () => {
  it.each([
    [
      'a header in the address [ATTACK-10]',
      { email: 'nina@people.example\r\nBcc: all@people.example' },
      'email',
    ],
    ['a list of addresses', { email: [newAddress(), newAddress()] }, 'email'],
    ['two addresses in one [ATTACK-10]', { email: `${newAddress()},${newAddress()}` }, 'email'],
    ['an address with letters that fold [ATTACK-10]', { email: 'mi\u212Ae@people.example' }, 'email'],
    ['a quoted address', { email: '"nina new"@people.example' }, 'email'],
    ['an address with a name', { email: 'Nina <nina@people.example>' }, 'email'],
    ['an unknown role', { desiredRole: 'Root' }, 'desiredRole'],
    ['roles in a list', { desiredRole: ['Worker'] }, 'desiredRole'],
    ['a role in other capitals', { desiredRole: 'admin' }, 'desiredRole'],
    ['the role __proto__', { desiredRole: '__proto__' }, 'desiredRole'],
    ['a level that is a number', { securityLevel: 2 }, 'securityLevel'],
    ['a tenant that is a path', { tenantId: 'acme/members' }, 'tenantId'],
    ['a tenant that every object inherits', { tenantId: 'constructor' }, 'tenantId'],
    ['a reserved tenant', { tenantId: '__acme__' }, 'tenantId'],
    ['markup in a name', { firstName: '<b>Nina</b>' }, 'firstName'],
    ['a line break in a name', { lastName: 'New\nBcc: all' }, 'lastName'],
    ['a telephone number in a name [ATTACK-20]', { firstName: '1-800-555-0199' }, 'firstName'],
    ['digits of another script in a name [ATTACK-20]', { firstName: '٠١٢٣٤٥٦٧٨٩' }, 'firstName'],
    ['the name of an office [ATTACK-24]', { lastName: 'HRX Security' }, 'lastName'],
    [
      'an account number in a message [ATTACK-20]',
      { customMessage: 'DE89 3704 0044 0532 0130 00' },
      'customMessage',
    ],
    [
      'a domain with another dot in a message [ATTACK-21]',
      { customMessage: 'See evil。com' },
      'customMessage',
    ],
    ['a line separator in a job title [ATTACK-22]', { designation: 'Lead\u2028Team' }, 'designation'],
    ['a link in a message', { customMessage: 'Look at https://evil.example' }, 'customMessage'],
    ['a permission twice', { permissions: ['audit:read', 'audit:read'] }, 'permissions'],
    ['a life of a year', { expiresInHours: 8760 }, 'expiresInHours'],
    ['a field that nobody knows', { isAdmin: true }, 'isAdmin'],
  ])('is refused for %s, by that field [API-05]', async (_name, change, field) => {
    const request = { ...invitation(acme.id), ...change };
    const attempt = () => acme.admin.callWith('inviteUser', request);
    const { fields } = await expectRefusal(attempt, 'request/invalid', { tenants: [acme.id] });
    expect(Object.keys(fields!)).toEqual([field]);
    expect(fields![field]).toMatch(/^[A-Z].*\.$/);
  });

  it('is refused for a person who is called like the company [ATTACK-24]', async () => {
    const globex = await newTenant();
    await patch(documentKeys.tenant(globex.id), { name: 'Orbis Logistics' });
    const invite = (lastName: string) =>
      globex.admin.call('inviteUser', invitation(globex.id, { firstName: 'Orbis', lastName }));
    const { fields } = await expectRefusal(() => invite('Logistics'), 'request/invalid', {
      tenants: [globex.id],
    });
    expect(Object.keys(fields!)).toEqual(['lastName']);
    await invite('Lopez');
  });

  it('names each wrong field at once', async () => {
    const { email, ...rest } = invitation(acme.id, { firstName: '' });
    const attempt = () => acme.admin.callWith('inviteUser', rest);
    const { fields } = await expectRefusal(attempt, 'request/invalid', { tenants: [acme.id] });
    expect(Object.keys(fields!).sort()).toEqual(['email', 'firstName']);
    await acme.admin.callWith('inviteUser', { ...rest, email, firstName: 'Nina', customMessage: null });
  });

  it('is refused by its size before anybody looks into it', async () => {
    const request = invitation(acme.id, { firstName: 'a'.repeat(1_000_000) });
    const details = await expectRefusal(() => acme.admin.call('inviteUser', request), 'request/invalid', {
      tenants: [acme.id],
    });
    expect(details.fields).toBeUndefined();
    expect(await accountsWith(request.email)).toBe(0);
  });
});

describe('every callable', () => {
  it.each(Object.keys(CALLABLES))(
    '%s takes no empty, no strange and no foreign request [API-05, ATTACK-09]',
    async (name) => {
      for (const input of [null, [], 'text', 7, {}, { secret: 7 }, { tenantId: { $ne: null } }]) {
        const attempt = () => acme.admin.callWith(name, input);
        await expectRefusal(attempt, 'request/invalid', { tenants: [acme.id] });
      }
    },
  );

  it.each(Object.entries(DOORS))(
    '%s has a doorkeeper: nobody gets past it unseen [API-07]',
    async (name, code) => {
      const nobody = openBrowser();
      await expectRefusal(() => nobody.callWith(name, {}), code, { tenants: [acme.id] });
    },
  );
});

describe('what is deployed', () => {
  it('answers a wrong method with no more than a refusal', async () => {
    const response = await fetch(`${suite.functionsUrl}/getInvite`, { method: 'GET' });
    const { error } = (await response.json()) as { error: { details?: ErrorDetails } };
    expect(response.status).toBe(400);
    expect(error.details).toBeUndefined();
  });
});

describe('a body that cannot be decoded', () => {
  const deep = (open: string, inside: string, close: string) =>
    `{"data":${open.repeat(5000)}${inside}${close.repeat(5000)}}`;
  const bodies: [string, string][] = [
    ['a type that nobody knows', '{"data":{"secret":{"@type":"evil"}}}'],
    [
      'a number that is none',
      '{"data":{"@type":"type.googleapis.com/google.protobuf.Int64Value","value":"x"}}',
    ],
    ['objects nested 5,000 deep', deep('{"a":', '1', '}')],
    ['lists nested 5,000 deep', deep('[', '1', ']')],
    ['no data', '{"Data":{}}'],
    ['more than data', '{"data":{},"more":1}'],
  ];

  it.each(bodies)('is refused by our code, whoever sends it: %s [ATTACK-37]', async (_name, body) => {
    for (const name of ['getInvite', 'inviteUser', 'acceptInvite']) {
      const response = await fetch(`${suite.functionsUrl}/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const { error } = (await response.json()) as { error: { status: string; details?: ErrorDetails } };
      expect({ http: response.status, status: error.status, code: error.details?.code }).toEqual({
        http: 400,
        status: 'INVALID_ARGUMENT',
        code: 'request/invalid',
      });
    }
  });

  it('is not what an ordinary request is', async () => {
    const response = await fetch(`${suite.functionsUrl}/requestPasswordReset`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ data: { email: newAddress() } }),
    });
    expect(response.status).toBe(200);
  });
});
