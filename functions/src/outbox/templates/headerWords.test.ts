import { describe, expect, it } from 'vitest';
import { inviteSubject, senderName } from './headerWords.ts';

const adam = {
  tenantName: 'Acme Staffing',
  inviterName: 'Adam Reyes',
  inviterIsHrx: false,
  role: 'Recruiter',
} as const;

describe('names in headers', () => {
  it('name the company and the person', () => {
    expect(senderName('Acme Staffing')).toBe('Acme Staffing via HRX Invites');
    expect(senderName('Łódź & Söhne (3M)')).toBe('Łódź & Söhne (3M) via HRX Invites');
    expect(inviteSubject(adam)).toBe('Adam Reyes invites you to Acme Staffing');
    expect(inviteSubject({ ...adam, inviterIsHrx: true })).toBe(
      'Adam Reyes of HRX invites you to Acme Staffing',
    );
    expect(inviteSubject({ ...adam, inviterName: 'Łucja O’Brien Jr.' })).toContain(
      'Łucja O’Brien Jr. invites',
    );
  });

  it.each([
    'Acme\r\nBcc: all@evil.example',
    'Acme <a@evil.example>',
    'evil.example',
    'Call 1-800-555-0199',
    '"Acme"',
    '',
  ])('never hold a company called %j [MAIL-01]', (tenantName) => {
    expect(senderName(tenantName)).toBeUndefined();
    expect(inviteSubject({ ...adam, tenantName })).toBe('You are invited to join as a Recruiter');
  });

  it.each([
    'Adam\r\nBcc: all@evil.example',
    'HRX Security',
    'Adam, please pay',
    'adam@evil.example',
    'a\u2028b',
    '',
  ])('never hold a person called %j [MAIL-01]', (inviterName) => {
    expect(inviteSubject({ ...adam, inviterName })).toBe('You are invited to Acme Staffing');
  });
});
