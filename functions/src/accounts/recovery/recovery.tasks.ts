/** The task functions of this folder, by their deployed names. */
import { MAIL_RETRY } from '../../outbox/deliverMail.ts';
import { defineTask } from '../../platform/defineTask.ts';
import { INVITE_LINK_KEY, SMTP_URI } from '../../platform/params.ts';
import { deliverRecovery, recoveryTaskSchema } from './deliverRecovery.ts';

/** Its name is older than sign-in links: another would leave the tasks that wait in its queue behind. */
export const deliverReset = defineTask('deliverReset', recoveryTaskSchema, deliverRecovery, {
  ...MAIL_RETRY,
  secrets: [INVITE_LINK_KEY, SMTP_URI],
});
