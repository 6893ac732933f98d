/** How a mail fares, told by events that may come twice and in any order. Pure. */
import type { Instant } from '../contract/documents.ts';
import type { MailState } from '../contract/statuses.ts';
import { millisOf } from '../platform/millisOf.ts';

/** What is known, and one more event, alike. */
export interface Delivery {
  state: MailState;
  attempts: number;
  /** The mail server's own words, after a failure. */
  error: string | null;
  at: Date | Instant;
}

/**
 * Which of two is the truth, whichever came first: a server that took the mail knows better than a try that failed, and
 * who received it better than the server. Of two that rank the same the later one holds.
 */
const RANK: Readonly<Record<MailState, number>> = {
  queued: 0,
  deferred: 1,
  held: 1,
  failed: 2,
  sent: 3,
  delivered: 4,
  bounced: 5,
  complained: 6,
};

/** @returns what is known with this event: the same for any order, and for one that comes again. */
export function foldDelivery(known: Delivery, event: Delivery): Delivery {
  const { state, error, at } = isNewer(event, known) ? event : known;
  return { state, error, at, attempts: Math.max(known.attempts, event.attempts) };
}

function isNewer(event: Delivery, known: Delivery): boolean {
  if (RANK[event.state] !== RANK[known.state]) return RANK[event.state] > RANK[known.state];
  const [eventMillis, knownMillis] = [millisOf(event.at), millisOf(known.at)];
  if (eventMillis !== knownMillis) return eventMillis > knownMillis;
  // So that no order of events is left open.
  return `${event.state} ${event.error}` > `${known.state} ${known.error}`;
}
