/** Every mail that we send, as people get it: for those who look at them. */
import type { RenderedMail } from '../../functions/src/outbox/outgoingMail.ts';
import { renderInviteMail } from '../../functions/src/outbox/templates/renderInviteMail.ts';
import { renderReminderMail } from '../../functions/src/outbox/templates/renderReminderMail.ts';
import { renderRecoveryMail } from '../../functions/src/outbox/templates/renderRecoveryMail.ts';
import { testInviteMail } from '../../functions/src/testing/testInviteMail.ts';

const link = `https://app.example/auth/action#${'ab'.repeat(32)}`;

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
  'email-new-password': () => renderRecoveryMail({ kind: 'secret', link }),
  'email-sign-in': () => renderRecoveryMail({ kind: 'sign-in', link }),
  'email-ask-someone': () => renderRecoveryMail({ kind: 'ask-about-sign-in', link }),
};
