/** The task functions of this folder, by their deployed names. */
import { MAIL_RETRY } from '../mail/deliverMail.ts';
import { defineTask } from '../platform/defineTask.ts';
import { INVITE_LINK_KEY, SMTP_URI } from '../platform/params.ts';
import { deliverReset as run, resetTaskSchema } from './deliverReset.ts';

export const deliverReset = defineTask('deliverReset', resetTaskSchema, run, {
  ...MAIL_RETRY,
  secrets: [INVITE_LINK_KEY, SMTP_URI],
});
