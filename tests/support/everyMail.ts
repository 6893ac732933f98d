/** Every mail that we send, as people get it: for those who look at them. */
import { INVITER_NOTICES, type InviterNotice } from '../../functions/src/contract/notices.ts';
import type { RenderedMail } from '../../functions/src/outbox/outgoingMail.ts';
import { accountNoticeMail } from '../../functions/src/outbox/templates/accountNoticeWords.ts';
import { digestMail } from '../../functions/src/outbox/templates/digestWords.ts';
import {
  inviterNoticeMail,
  type ToldInvitation,
} from '../../functions/src/outbox/templates/inviterNoticeWords.ts';
import { renderInviteMail } from '../../functions/src/outbox/templates/renderInviteMail.ts';
import { renderNoticeMail } from '../../functions/src/outbox/templates/renderNoticeMail.ts';
import { renderReminderMail } from '../../functions/src/outbox/templates/renderReminderMail.ts';
import { renderRecoveryMail } from '../../functions/src/outbox/templates/renderRecoveryMail.ts';
import { testInviteMail } from '../../functions/src/testing/testInviteMail.ts';

const link = `https://app.example/auth/action#${'ab'.repeat(32)}`;

const notices = 'https://app.example/account/notices';
const row = 'https://app.example/t/acme/invitations?invitation=nina';
const nina = {
  tenantId: 'acme',
  firstName: 'Nina',
  lastName: 'New',
  email: 'nina@people.example',
  tenantName: 'Acme Staffing',
  role: 'Recruiter',
  status: 'declined',
  declinedReason: 'I found another job.\nThank you all the same!',
  mail: { state: 'sent', attempts: 1, error: null, at: { toMillis: () => 0 }, sends: 1 },
} as const;

function inviterMail(notice: InviterNotice, change: Partial<ToldInvitation> = {}) {
  const invite = { ...nina, ...change };
  return () =>
    renderNoticeMail(inviterNoticeMail({ notice, invite, brandColor: '#ffd400' }, { row, notices }));
}

export const EVERY_MAIL: Readonly<Record<string, () => Promise<RenderedMail>>> = {
  'email-invitation': () => renderInviteMail(testInviteMail({ timeZone: 'Europe/Berlin' })),
  'email-invitation-blocked-account': () =>
    renderInviteMail(
      testInviteMail({ message: null, brandColor: null, account: 'disabled', takesReplies: true }),
    ),
  'email-invitation-long-names': () =>
    renderInviteMail(
      testInviteMail({
        tenantName: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbe',
        firstName: 'Wolfeschlegelsteinhausenbergerdorff',
        message: 'مرحبا بكم في الفريق\nWelcome!',
      }),
    ),
  'email-reminder': () => renderReminderMail({ ...testInviteMail(), offLink: link }),
  'email-accepted': inviterMail('accepted'),
  'email-declined': inviterMail('declined'),
  'email-not-delivered': inviterMail('not_delivered', {
    mail: { ...nina.mail, state: 'failed', error: '550 5.1.1 No such user here' },
  }),
  'email-expired': inviterMail('expired'),
  'email-fresh-link-asked': inviterMail('fresh_link_asked'),
  'email-digest': () => {
    const lines = INVITER_NOTICES.map((notice) => ({ notice, invite: nina }));
    return renderNoticeMail(digestMail({ lines, more: 12 }, { list: row, notices }));
  },
  'email-role-given': () =>
    renderNoticeMail(
      accountNoticeMail(
        {
          notice: 'role_given',
          tenant: { name: 'Acme Staffing', branding: { color: null } },
          role: 'Manager',
        },
        { home: 'https://app.example', reset: 'https://app.example/forgot-password' },
      ),
    ),
  'email-account-reclaimed': () =>
    renderNoticeMail(
      accountNoticeMail(
        { notice: 'account_reclaimed', tenant: null, role: null },
        { home: 'https://app.example', reset: 'https://app.example/forgot-password' },
      ),
    ),
  'email-new-password': () => renderRecoveryMail({ kind: 'secret', link }),
  'email-sign-in': () => renderRecoveryMail({ kind: 'sign-in', link }),
  'email-ask-someone': () => renderRecoveryMail({ kind: 'ask-about-sign-in', link }),
};
