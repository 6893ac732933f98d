import path from 'node:path';
import { DEMO_PASSWORD, demoPeople } from '../demo/demoPeople.ts';
import { REPOSITORY, type SuitePlan } from './suitePlan.ts';

/** @returns the one screen that `npm start` shows: where, as whom, and what to try first. */
export function welcomeScreen(plan: SuitePlan): string {
  const widest = Math.max(...demoPeople.map(({ email }) => email.length));
  const people = demoPeople.map(({ email, who }) => `    ${email.padEnd(widest + 2)}${who}`);
  return [
    '',
    '  HRX Invites runs on this machine.',
    '',
    `    Web app  ${plan.webUrl}`,
    `    Inbox    ${plan.inboxUrl}  (every mail ends there)`,
    '',
    `  Sign in with the password ${DEMO_PASSWORD} as`,
    ...people,
    '',
    '  Try this first: sign in as Adam, open Invitations and invite somebody as a worker. Open their',
    '  mail in the inbox, follow its link in a private window, and watch the row turn to accepted.',
    '',
    `  Ctrl-C ends everything. Logs: ${path.relative(REPOSITORY, plan.folder)}/`,
    '',
  ].join('\n');
}
