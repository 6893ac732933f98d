/** Writing down how a try went: in the outbox, and where people see it, in one transaction. */
import { documentKeys } from '../contract/documentKeys.ts';
import { isOver, kindOf, type ClaimedMail } from './claimWork.ts';
import type { OutboxDeps } from './outboxDeps.ts';

/** How a try went: `deferred` where it is tried again. */
export type Outcome = { state: 'sent' } | { state: 'deferred' | 'failed'; error: string };

/**
 * A run that was given up for dead may come late. That the server took the mail is true whoever says so; anything else
 * the newer run knows better.
 */
export function recordOutcome(
  deps: OutboxDeps,
  { id, attempts }: Pick<ClaimedMail, 'id' | 'attempts'>,
  outcome: Outcome,
): Promise<void> {
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const key = documentKeys.outbox(id);
    const { item } = await tx.readAll({ item: key });
    if (!item) return;
    const isLate = isOver(item) || item.attempts !== attempts;
    if (isLate && outcome.state !== 'sent') return;
    const record = await kindOf(deps, item.kind).openRecord?.(tx, item.refs);
    const error = outcome.state === 'sent' ? null : outcome.error;
    const nextAt = outcome.state === 'deferred' ? item.nextAt : null;
    tx.update(key, { state: outcome.state, reason: error, nextAt, sendingUntil: null });
    record?.({ state: outcome.state, attempts, error, at: now });
  });
}
