import path from 'node:path';
import { DEMO_PASSWORD, demoPeople } from '../demo/demoPeople.ts';
import { REPOSITORY, type SuitePlan } from '../plan/suitePlan.ts';

/**
 * @param keeps whether the next start with `--keep` finds today's data
 * @returns the one screen that `npm start` shows: where, as whom, and what to try first.
 */
export function welcomeScreen(plan: SuitePlan, keeps = false): string {
  const widest = Math.max(...demoPeople.map(({ email }) => email.length));
  const people = demoPeople.map(({ email, who }) => `    ${email.padEnd(widest + 2)}${who}`);
  return [
    '',
    '  HRX Invites is running.',
    '',
    `    Web app  ${plan.webUrl}`,
    `    Inbox    ${plan.inboxUrl}  (all emails arrive here)`,
    '',
    `  Sign in as one of these people. Password: ${DEMO_PASSWORD}`,
    ...people,
    '',
    '  Try this first: sign in as Adam, open Invitations and invite a worker. Open the email in the',
    '  inbox, open its link in a private window and join. Adam sees the status change to Accepted.',
    '',
    keeps
      ? '  Press Ctrl-C to stop. Your data is kept for the next start with --keep.'
      : '  Press Ctrl-C to stop. The next start begins with fresh demo data.',
    `  Logs: ${path.relative(REPOSITORY, plan.folder)}/`,
    '',
  ].join('\n');
}
