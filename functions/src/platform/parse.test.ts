import { describe, expect, it } from 'vitest';
import { CALLABLES } from '../contract/callables.ts';
import { isDomainError } from './DomainError.ts';
import { parseRequest, parseResponse } from './parse.ts';

const schema = CALLABLES.inviteUser.request;
const valid = {
  email: 'New@Acme.example',
  firstName: 'Nina',
  lastName: 'New',
  tenantId: 'acme',
  desiredRole: 'Worker',
  securityLevel: '2',
};

function mistakesIn(data: unknown): Record<string, string> {
  try {
    parseRequest(schema, data);
  } catch (thrown) {
    if (isDomainError(thrown, 'request/invalid')) return thrown.details.fields ?? {};
    throw thrown;
  }
  return {};
}

const fieldsOf = (data: unknown) => Object.keys(mistakesIn(data));

describe('parseRequest', () => {
  it('gives the canonical request', () => {
    expect(parseRequest(schema, valid).email).toBe('new@acme.example');
  });

  it.each([
    ['a list of addresses', { email: ['a@x.example', 'b@y.example'] }, ['email']],
    ['an address with a line break', { email: 'a@x.example\r\nBcc: b@y.example' }, ['email']],
    ['an address with a space in front', { email: ' a@x.example' }, ['email']],
    ['an address with a letter that folds into k', { email: 'mi\u212ae@x.example' }, ['email']],
    ['a name with a line break', { firstName: 'Nina\nNew' }, ['firstName']],
    ['an unknown role', { desiredRole: 'HRX' }, ['desiredRole']],
    ['a role by the name of a prototype', { desiredRole: '__proto__' }, ['desiredRole']],
    ['a tenant by the name of an inherited property', { tenantId: 'constructor' }, ['tenantId']],
    ['two wrong fields', { email: 'x', securityLevel: '9' }, ['email', 'securityLevel']],
    ['a field that nobody asked for', { uid: 'mine' }, ['uid']],
    ['the name of a megabyte', { firstName: 'a'.repeat(1_000_000) }, ['firstName']],
  ])('refuses %s and names the field', (_name, change, fields) => {
    expect(fieldsOf({ ...valid, ...change })).toEqual(fields);
  });

  it('asks for what was left empty, before anything else about it', () => {
    expect(mistakesIn({ ...valid, email: '', firstName: '' })).toEqual({
      email: 'Fill in this field.',
      firstName: 'Fill in this field.',
    });
  });

  it.each([null, undefined, 'text', 7, []])('refuses what is no request at all: %j', (data) => {
    expect(() => parseRequest(schema, data)).toThrow('request/invalid');
  });

  it('answers shortly to a thousand unknown fields', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, 1]));
    expect(fieldsOf({ ...valid, ...many })).toHaveLength(20);
  });
});

describe('parseResponse', () => {
  it('lets nothing out that the contract does not name [API-04]', () => {
    const response = { inviteLink: 'https://app.example/invite#x', expiresAt: '2026-11-21T12:00:00.000Z' };
    expect(parseResponse(CALLABLES.createInviteLink.response, response)).toEqual(response);
    expect(() => parseResponse(CALLABLES.createInviteLink.response, { ...response, mailLink: 'x' })).toThrow(
      'does not fit the contract',
    );
  });
});
