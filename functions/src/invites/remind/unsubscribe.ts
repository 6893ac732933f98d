/** The page behind "Don't remind me": it asks, and only what is posted acts. Mail programs post by themselves (RFC 8058). */
import type { PageAnswer, PageRequest } from '../../platform/definePage.ts';
import { htmlPage } from '../../platform/htmlPage.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { stopReminders } from './stopReminders.ts';

const SECRET = /^\/([0-9a-f]{64})$/;

const ASK = htmlPage({
  title: 'Stop reminders?',
  text: 'You will get no more reminders from this company at this email address. The invitation stays open.',
  button: "Don't remind me",
});
const DONE = htmlPage({
  title: 'No more reminders',
  text: 'You will get no more reminders from this company. The invitation stays open until it expires.',
});
const NOT_VALID = htmlPage({
  title: 'This link is not valid',
  text: 'Open the link in the newest reminder that you received.',
});

/** @throws limits/misses for a network that guesses. */
export async function unsubscribe(
  deps: InviteDeps,
  { method, path, network }: PageRequest,
): Promise<PageAnswer> {
  const [, secret] = SECRET.exec(path) ?? [];
  if (secret === undefined) return { status: 404, html: NOT_VALID };
  // Whether the link is a right one is told to nobody who only looks.
  if (method !== 'POST') return { status: 200, html: ASK };
  const isDone = await stopReminders(deps, secret, network);
  return isDone ? { status: 200, html: DONE } : { status: 404, html: NOT_VALID };
}
