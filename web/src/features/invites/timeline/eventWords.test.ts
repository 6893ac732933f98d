import { describe, expect, it } from 'vitest';
import {
  INVITE_EVENT_KINDS,
  type InviteEventDetails,
} from '../../../../../functions/src/contract/inviteEvents.ts';
import { eventInWords } from './eventWords.ts';

describe('an event of the timeline in words', () => {
  it.each(INVITE_EVENT_KINDS)('says what happened, also where nothing more is known: %s', (kind) => {
    expect(eventInWords({ kind, details: {} }).title).not.toBe('');
  });

  it.each<[string, Parameters<typeof eventInWords>[0], string[]]>([
    [
      "the mail server's words",
      { kind: 'mail_failed', details: { error: '550 No such user' } },
      ['The email server said: 550 No such user'],
    ],
    ['a reason', { kind: 'declined', details: { reason: 'Found a job.' } }, ['“Found a job.”']],
    [
      'a rule of ours',
      { kind: 'revoked', details: { reason: 'address_corrected' } },
      ['The email address was corrected.'],
    ],
    ['no reason', { kind: 'revoked', details: { reason: null } }, []],
    [
      'an address before and after',
      { kind: 'address_corrected', details: { emailFrom: 'a@x.example', emailTo: 'b@x.example' } },
      ['Email: a@x.example → b@x.example'],
    ],
  ])('tells %s', (_what, event, details) => {
    expect(eventInWords(event).details).toEqual(details);
  });

  it('tells what was edited, from what to what', () => {
    const details: InviteEventDetails = {
      changed: ['role', 'designation', 'permissions', 'expiresAt'],
      roleFrom: 'Worker',
      roleTo: 'Recruiter',
      designationFrom: null,
      designationTo: 'Driver',
      permissionsFrom: [],
      permissionsTo: ['invites:create', 'members:read'],
      expiresAtFrom: '2026-11-20T10:00:00.000Z',
      expiresAtTo: '2026-11-24T10:00:00.000Z',
    };
    const [role, title, permissions, expires] = eventInWords({ kind: 'updated', details }).details;
    expect([role, title, permissions]).toEqual([
      'Role: Worker → Recruiter',
      'Job title: none → Driver',
      'Permissions: none → invites:create, members:read',
    ]);
    expect(expires).toMatch(/^Expires: Nov 20, 2026, .* → Nov 24, 2026, /);
  });
});
