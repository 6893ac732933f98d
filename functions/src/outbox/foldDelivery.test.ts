import { describe, expect, it } from 'vitest';
import { MAIL_STATES, type MailState } from '../contract/statuses.ts';
import { foldDelivery, type Delivery } from './foldDelivery.ts';

const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 14, 0, second));
const queued: Delivery = { state: 'queued', attempts: 0, error: null, at: at(0) };
const event = (state: MailState, second: number, error: string | null = null): Delivery => ({
  state,
  attempts: second,
  error,
  at: at(second),
});

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

describe('how a mail fares', () => {
  it.each<[string, MailState, Delivery[]]>([
    ['is queued until something is known', 'queued', []],
    ['is deferred after a try', 'deferred', [event('deferred', 1, '450 Later')]],
    ['is held', 'held', [event('held', 1)]],
    ['is held after a try, where that came later', 'held', [event('deferred', 1), event('held', 2)]],
    ['is deferred once it was tried after the day', 'deferred', [event('held', 1), event('deferred', 2)]],
    ['has failed for good', 'failed', [event('deferred', 1), event('failed', 2, '550 No')]],
    ['was sent after a refusal for now', 'sent', [event('deferred', 1), event('sent', 2)]],
    ['was sent, though another run reports a failure later', 'sent', [event('sent', 1), event('failed', 2)]],
    ['was delivered', 'delivered', [event('sent', 2), event('delivered', 1)]],
    [
      'has bounced after it was delivered',
      'bounced',
      [event('sent', 1), event('delivered', 3), event('bounced', 2)],
    ],
    ['was complained about', 'complained', [event('sent', 1), event('delivered', 2), event('complained', 3)]],
  ])('%s, in whatever order that is told, and however often', (_name, expected, events) => {
    for (const order of permutations([...events, ...events.slice(0, 1)])) {
      const folded = order.reduce(foldDelivery, queued);
      expect(folded).toEqual(events.reduce(foldDelivery, queued));
      expect(folded.state).toBe(expected);
      expect(folded.attempts).toBe(Math.max(0, ...events.map(({ attempts }) => attempts)));
    }
  });

  it('comes to the same for any two events and any order, also at the same moment', () => {
    const all = MAIL_STATES.flatMap((state) => [event(state, 1, 'a'), event(state, 1, 'b'), event(state, 2)]);
    for (const [one, other] of all.flatMap((first) => all.map((second) => [first, second] as const))) {
      const there = foldDelivery(foldDelivery(queued, one), other);
      expect(foldDelivery(foldDelivery(queued, other), one)).toEqual(there);
      expect(foldDelivery(there, one)).toEqual(there);
    }
  });

  it('keeps the server’s words with the state that they are about', () => {
    const bounced = foldDelivery(event('sent', 1), event('bounced', 2, 'Mailbox full'));
    expect(bounced).toMatchObject({ state: 'bounced', error: 'Mailbox full' });
    expect(foldDelivery(event('deferred', 1, '450 Later'), event('sent', 2)).error).toBeNull();
  });
});
