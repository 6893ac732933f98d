/** The task functions of this folder, by their deployed names. */
import { defineTask } from '../platform/defineTask.ts';
import { INVITE_LINK_KEY, SMTP_URI } from '../platform/params.ts';
import { deliverMail as run, MAIL_RETRY, mailTaskSchema } from './deliverMail.ts';

export const deliverMail = defineTask('deliverMail', mailTaskSchema, run, {
  ...MAIL_RETRY,
  secrets: [INVITE_LINK_KEY, SMTP_URI],
});
