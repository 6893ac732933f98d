/** What the mail of an invitation is written from, for tests. */
import type { InviteMailModel } from '../outbox/templates/inviteMailWords.ts';

const SECRET = 'ab'.repeat(32);

/** @returns Nina's invitation to Acme by Adam, who wrote something, but for `overrides`. */
export function testInviteMail(overrides: Partial<InviteMailModel> = {}): InviteMailModel {
  return {
    tenantName: 'Acme Staffing',
    inviterName: 'Adam Abel',
    inviterIsHrx: false,
    firstName: 'Nina',
    role: 'Recruiter',
    message: 'Welcome!\nSee you on Monday.',
    brandColor: '#ffd400',
    account: 'new',
    link: `https://app.example/invite#${SECRET}`,
    declineLink: `https://app.example/invite?decline#${SECRET}`,
    takesReplies: false,
    timeZone: 'UTC',
    expiresAt: new Date('2026-11-29T14:00:00Z'),
    now: new Date('2026-11-22T14:00:00Z'),
    ...overrides,
  };
}
