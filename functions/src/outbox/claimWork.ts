/** One transaction: is it still to be sent, is nobody else at it, and is there room in the shares of its address? */
import { documentKeys } from '../contract/documentKeys.ts';
import type { OutboxDocument, RateLimitDocument } from '../contract/serverDocuments.ts';
import type { OutboxState } from '../contract/statuses.ts';
import type { Tx } from '../platform/transaction.ts';
import { takeRoom, type Room } from './caps.ts';
import type { OutboxDeps } from './outboxDeps.ts';
import type { Cap, OutboxKind, Prepared } from './outboxKind.ts';
import { ATTEMPTS_MAX, LEASE_SECONDS } from './outboxTimes.ts';
import type { OutboxWork } from './outboxWork.ts';

export interface ClaimedMail extends Pick<Extract<Prepared, { kind: 'mail' }>, 'to' | 'render'> {
  kind: 'claimed';
  id: string;
  /** Which try this is: the run's own mark, by which its late outcome is known. */
  attempts: number;
}

export type Claim =
  /** There is nothing to do, now or ever. */
  | { kind: 'over'; reason: string }
  /** Another run is at it. */
  | { kind: 'busy' }
  | { kind: 'instead'; work: OutboxWork }
  | ClaimedMail;

/** What the steps of a claim share. */
interface Claiming {
  tx: Tx;
  id: string;
  item: OutboxDocument;
  kind: OutboxKind;
  now: Date;
}

const OVER: ReadonlySet<OutboxState> = new Set(['sent', 'failed', 'dropped']);

export function isOver({ state }: Pick<OutboxDocument, 'state'>): boolean {
  return OVER.has(state);
}

/** @throws where the kind is not known: another version of the functions may know it. */
export function kindOf({ outboxKinds }: Pick<OutboxDeps, 'outboxKinds'>, name: string): OutboxKind {
  const kind = outboxKinds[name];
  if (!kind) throw new Error(`The outbox knows no kind ${name}.`);
  return kind;
}

export function claimWork(deps: OutboxDeps, id: string): Promise<Claim> {
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const { item } = await tx.readAll({ item: documentKeys.outbox(id) });
    if (!item) return over('gone');
    if (isOver(item)) return over(item.state);
    if (item.sendingUntil && item.sendingUntil.toMillis() > now.getTime()) return { kind: 'busy' };
    const claiming: Claiming = { tx, id, item, kind: kindOf(deps, item.kind), now };
    if (item.attempts >= ATTEMPTS_MAX) return giveUp(claiming);
    return decide(claiming, await claiming.kind.prepare(tx, item.refs, now));
  });
}

async function decide(claiming: Claiming, prepared: Prepared): Promise<Claim> {
  if (prepared.kind === 'nothing') {
    prepared.write?.();
    return drop(claiming, prepared.reason);
  }
  const { tx, id, item, now } = claiming;
  const room = await roomFor(claiming, prepared.caps);
  if (room.isFull) {
    const isHeld = prepared.kind === 'mail' && prepared.whenFull === 'hold';
    return isHeld ? hold(claiming, room.freeAt) : drop(claiming, 'share of the day');
  }
  for (const { key, bucket } of room.counted) tx.set(key, bucket);
  if (prepared.kind === 'instead') {
    drop(claiming, 'something else instead');
    return { kind: 'instead', work: prepared.write() };
  }
  prepared.write?.();
  const attempts = item.attempts + 1;
  tx.update(documentKeys.outbox(id), {
    state: 'sending',
    attempts,
    isCounted: true,
    sendingUntil: new Date(now.getTime() + LEASE_SECONDS * 1000),
  });
  return { kind: 'claimed', id, attempts, to: prepared.to, render: prepared.render };
}

/** A mail is counted at its first try. */
async function roomFor({ tx, item, now }: Claiming, caps: readonly Cap[]): Promise<Room> {
  if (item.isCounted || caps.length === 0) return { isFull: false, counted: [] };
  const keys = Object.fromEntries(caps.map(({ key }, index) => [String(index), key]));
  const buckets: Record<string, RateLimitDocument | undefined> = await tx.readAll(keys);
  return takeRoom(
    caps,
    caps.map((_cap, index) => buckets[String(index)]),
    now,
  );
}

function over(reason: string): Claim {
  return { kind: 'over', reason };
}

function drop({ tx, id }: Claiming, reason: string): Claim {
  tx.update(documentKeys.outbox(id), { state: 'dropped', reason, nextAt: null, sendingUntil: null });
  return over(reason);
}

async function hold({ tx, id, item, kind, now }: Claiming, nextAt: Date): Promise<Claim> {
  const record = await kind.openRecord?.(tx, item.refs);
  tx.update(documentKeys.outbox(id), { state: 'held', nextAt, sendingUntil: null });
  record?.({ state: 'held', attempts: item.attempts, error: null, at: now });
  return over('held');
}

const TRIED_TOO_OFTEN = 'We tried many times and got no answer.';

async function giveUp({ tx, id, item, kind, now }: Claiming): Promise<Claim> {
  const record = await kind.openRecord?.(tx, item.refs);
  const reason = TRIED_TOO_OFTEN;
  tx.update(documentKeys.outbox(id), { state: 'failed', reason, nextAt: null, sendingUntil: null });
  record?.({ state: 'failed', attempts: item.attempts, error: reason, at: now });
  return over('failed');
}
