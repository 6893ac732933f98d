import { describe, expect, it } from 'vitest';
import { documentKey, documentKeys } from '../contract/documentKeys.ts';
import { outboxWorld } from '../testing/outboxWorld.ts';
import { deliverOutbox } from './deliverOutbox.ts';
import { foldDelivery, type Delivery } from './foldDelivery.ts';
import type { Cap, OutboxKind, Prepared } from './outboxKind.ts';
import { ATTEMPTS_MAX, LEASE_SECONDS } from './outboxTimes.ts';
import { outboxId, writeOutbox, type NewWork } from './outboxWork.ts';
import { recordOutcome } from './recordOutcome.ts';

const DAY_SECONDS = 24 * 3600;
const RECORD = documentKey<{ delivery: Delivery }>('records/nina');
const caps: Cap[] = [{ key: documentKeys.rateLimit('nina'), max: 2 }];
const rendered = { subject: 'Hello', text: 'Hello Nina', html: '<p>Hello Nina</p>' };
const QUEUED: Delivery = { state: 'queued', attempts: 0, error: null, at: new Date(0) };

const mail = (given: Partial<Extract<Prepared, { kind: 'mail' }>> = {}): Prepared => ({
  kind: 'mail',
  to: 'nina@people.example',
  caps,
  whenFull: 'hold',
  render: () => Promise.resolve(rendered),
  ...given,
});

/** A kind that says `prepared`, and shows how it fares in one document. */
function kindOf(prepared: Prepared | OutboxKind['prepare']): OutboxKind {
  return {
    prepare: typeof prepared === 'function' ? prepared : () => Promise.resolve(prepared),
    async openRecord(tx) {
      const { before } = await tx.readAll({ before: RECORD });
      return (event) => tx.set(RECORD, { delivery: foldDelivery(before?.delivery ?? QUEUED, event) });
    },
  };
}

const workOf = (name: string, kind = 'test'): NewWork => ({ id: outboxId(kind, name), kind, refs: { name } });

function worldOf(prepared: Prepared | OutboxKind['prepare'] = mail()) {
  const world = outboxWorld({ test: kindOf(prepared) });
  return {
    ...world,
    recorded: () => world.memory.peek(RECORD)?.delivery,
    run: (id: string, retryCount = 0) => deliverOutbox(world.deps, { id }, { retryCount }),
  };
}

describe('something in the outbox', () => {
  it('is sent under an id of its own, and recorded in both places', async () => {
    const world = worldOf();
    const { id } = await world.put(workOf('one'));
    await world.run(id);
    expect(world.sendMail.mock.calls).toEqual([[{ to: 'nina@people.example', messageKey: id, ...rendered }]]);
    expect(world.item(id)).toMatchObject({ state: 'sent', attempts: 1, nextAt: null, sendingUntil: null });
    expect(world.recorded()).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('is dropped where its kind has nothing to send any more', async () => {
    const world = worldOf({ kind: 'nothing', reason: 'replaced' });
    const { id } = await world.put(workOf('one'));
    await world.run(id);
    expect(world.item(id)).toMatchObject({ state: 'dropped', reason: 'replaced', nextAt: null });
    expect(world.recorded()).toBeUndefined();
    expect(world.sendMail).not.toHaveBeenCalled();
  });

  it('of a kind that is not known stays, for a version of the functions that knows it', async () => {
    const world = worldOf();
    const { id } = await world.put(workOf('one', 'webhook'));
    await expect(world.run(id)).rejects.toThrow('knows no kind webhook');
    expect(world.item(id)).toMatchObject({ state: 'queued' });
    world.deps.outboxKinds = { webhook: kindOf(mail()) };
    await world.run(id);
    expect(world.item(id)).toMatchObject({ state: 'sent' });
  });

  it('can never be sent where its kind says so, in words for whoever asked', async () => {
    const world = worldOf(mail({ render: () => Promise.resolve({ undeliverable: 'The account is gone.' }) }));
    const { id } = await world.put(workOf('one'));
    await world.run(id);
    expect(world.recorded()).toMatchObject({ state: 'failed', error: 'The account is gone.' });
    expect(world.sendMail).not.toHaveBeenCalled();
  });

  it('is never sent with a word that stands for nothing: logged, and not tried again [MAIL-11]', async () => {
    const broken = { ...rendered, text: 'Hello undefined' };
    const world = worldOf(mail({ render: () => Promise.resolve(broken) }));
    const { id } = await world.put(workOf('one'));
    await world.run(id);
    expect(world.item(id)).toMatchObject({ state: 'failed', nextAt: null });
    expect(JSON.stringify(world.lines)).toContain('outbox.broken_words');
    expect(world.sendMail).not.toHaveBeenCalled();
  });

  it('that ends every run without a word is given up, and says so', async () => {
    const world = worldOf();
    const { id } = await world.put(workOf('one'));
    const item = world.item(id);
    world.memory.put(documentKeys.outbox(id), { ...item!, state: 'sending', attempts: ATTEMPTS_MAX });
    await world.run(id);
    expect(world.item(id)).toMatchObject({ state: 'failed', nextAt: null });
    expect(world.recorded()).toMatchObject({ state: 'failed', attempts: ATTEMPTS_MAX });
  });
});

describe('the share of an address', () => {
  it('holds what is past it until there is room, and counts each mail once', async () => {
    const world = worldOf();
    world.sendMail.mockResolvedValueOnce({ taken: false, permanent: false, words: '450 Later' });
    for (const name of ['one', 'two']) await world.runTask((await world.put(workOf(name))).id);
    const { id } = await world.put(workOf('three'));
    await world.run(id);
    expect(world.item(id)).toMatchObject({ state: 'held', attempts: 0 });
    expect(world.item(id)?.nextAt?.toMillis()).toBeGreaterThan(world.deps.clock.now().getTime());
    expect(await world.sweep()).toBe(0);

    world.pass(DAY_SECONDS);
    expect(await world.sweep()).toBe(1);
    expect(world.item(id)).toMatchObject({ state: 'sent' });
  });

  it('drops what nobody wants tomorrow', async () => {
    const world = worldOf(mail({ whenFull: 'drop' }));
    for (const name of ['one', 'two', 'three']) await world.run((await world.put(workOf(name))).id);
    expect(world.item(workOf('three').id)).toMatchObject({ state: 'dropped', nextAt: null });
    expect(world.sendMail).toHaveBeenCalledTimes(2);
  });

  it('is not asked where it was counted before', async () => {
    const world = worldOf();
    for (const name of ['one', 'two', 'three']) {
      await world.run((await world.put({ ...workOf(name), isCounted: true })).id);
    }
    expect(world.sendMail).toHaveBeenCalledTimes(3);
  });
});

describe('something else in its place', () => {
  it('is written with the claim, counted as this, and queued', async () => {
    const world = worldOf((tx, { name }, now) =>
      Promise.resolve(
        name === 'other'
          ? mail()
          : {
              kind: 'instead',
              caps,
              write: () => writeOutbox(tx, { ...workOf('other'), isCounted: true }, now),
            },
      ),
    );
    const { id } = await world.put(workOf('one'));
    await Promise.allSettled([world.run(id), world.run(id)]);
    expect(world.item(id)).toMatchObject({ state: 'dropped' });
    expect(world.queue).toEqual([{ id: workOf('other').id, round: 1 }]);
    expect(world.memory.peek(documentKeys.rateLimit('nina'))?.takenAt).toHaveLength(1);
    await world.run(workOf('other').id);
    expect(world.memory.peek(documentKeys.rateLimit('nina'))?.takenAt).toHaveLength(1);
    expect(world.sendMail).toHaveBeenCalledOnce();
  });
});

describe('two runs', () => {
  it('at once send one mail', async () => {
    const world = worldOf();
    const { id } = await world.put(workOf('one'));
    const runs = await Promise.allSettled(Array.from({ length: 10 }, () => world.run(id)));
    expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(world.sendMail).toHaveBeenCalledOnce();
    expect(world.item(id)).toMatchObject({ state: 'sent', attempts: 1 });
  });

  it('of which the first comes late: its failure changes nothing, that it was sent does', async () => {
    const world = worldOf();
    const { id } = await world.put(workOf('one'));
    world.sendMail.mockResolvedValueOnce({ taken: false, permanent: false, words: '450 Later' });
    await world.run(id).catch(() => undefined);
    world.pass(LEASE_SECONDS);
    world.sendMail.mockResolvedValueOnce({ taken: false, permanent: true, words: '550 No' });
    await world.run(id, 1);
    await recordOutcome(world.deps, { id, attempts: 1 }, { state: 'deferred', error: 'late' });
    expect(world.item(id)).toMatchObject({ state: 'failed', reason: '550 No' });
    expect(world.recorded()).toMatchObject({ state: 'failed', error: '550 No' });
    await recordOutcome(world.deps, { id, attempts: 1 }, { state: 'sent' });
    expect(world.item(id)).toMatchObject({ state: 'sent', reason: null });
    expect(world.recorded()).toMatchObject({ state: 'sent' });
  });
});
