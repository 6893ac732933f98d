/** What differs between projects. `functions/.env.<project>` holds the values, Secret Manager the secrets. */
import { defineBoolean, defineSecret, defineString, select } from 'firebase-functions/params';

export const REGION = 'us-central1';

export const FRONTEND_URL = defineString('FRONTEND_URL', {
  description:
    'The address of the web app, without a slash at the end. Links open it, and only it can call the functions from a browser.',
});

export const FUNCTIONS_URL = defineString('FUNCTIONS_URL', {
  description:
    'The address of the functions, without a slash at the end, like https://us-central1-PROJECT.cloudfunctions.net. Email programs send requests to it.',
});

export const MAIL_FROM = defineString('MAIL_FROM', {
  description:
    'The sender of every mail, like: HRX Invites <invitations@example.com>. Mail about a company shows its name before the address.',
});

export const APP_CHECK = defineBoolean('APP_CHECK', {
  description:
    'Refuse calls that do not come from our own app (Firebase App Check). Never on in the emulator.',
});

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const LOG_LEVEL = defineString('LOG_LEVEL', {
  default: 'info' satisfies LogLevel,
  input: select([...LOG_LEVELS]),
  description: 'How much is logged. debug: also every call, with its ids.',
});

export const INVITE_LINK_KEY = defineSecret('INVITE_LINK_KEY');
export const SMTP_URI = defineSecret('SMTP_URI');

/** @returns whether this runs in the emulator suite. */
export function isEmulated(): boolean {
  return process.env.FUNCTIONS_EMULATOR === 'true';
}

/** @returns the id of the project that this runs in. */
export function projectId(): string {
  const id = process.env.GCLOUD_PROJECT;
  if (id === undefined) throw new Error('GCLOUD_PROJECT is not set: functions run in a project.');
  return id;
}
