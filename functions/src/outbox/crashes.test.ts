// The outbox with the process gone at each of its calls, before and after what the call does.
import { describe, expect, it } from 'vitest';
import { documentKeys } from '../contract/documentKeys.ts';
import { outboxWorld } from '../testing/outboxWorld.ts';
import { deliverOutbox } from './deliverOutbox.ts';
import type { OutboxKind } from './outboxKind.ts';
import { outboxId } from './outboxWork.ts';

const HOUR_SECONDS = 3600;
const ID = outboxId('test', 'one');
const CALLS = ['write', 'queue', 'claim', 'render', 'send', 'record'] as const;
const cap = { key: documentKeys.rateLimit('nina'), max: 1 };

type Call = (typeof CALLS)[number];
interface Crash {
  call: Call;
  when: 'before' | 'after';
}

/** From the commit that decides to the recorded outcome, in a process that ends at one of its calls. */
async function runUntil(crash: Crash) {
  const ended = Promise.withResolvers<'crashed'>();
  const seen: Call[] = [];
  /** What the call does, unless the process is gone: then nobody ever hears of it. */
  async function step<Result>(call: Call, run: () => Promise<Result>): Promise<Result> {
    seen.push(call);
    const isHere = call === crash.call;
    const result = isHere && crash.when === 'before' ? undefined : await run();
    if (!isHere) return result as Result;
    ended.resolve('crashed');
    return new Promise<never>(() => {});
  }

  const kind: OutboxKind = {
    prepare: () =>
      Promise.resolve({
        kind: 'mail',
        to: 'nina@people.example',
        caps: [cap],
        whenFull: 'hold',
        render: () =>
          stepOnce('render', () => Promise.resolve({ subject: 'Hello', text: 'Hi', html: '<p>Hi</p>' })),
      }),
  };
  const world = outboxWorld({ test: kind });
  const { transact, sendMail, outboxQueue } = world.deps;
  let isDead = false;
  /** The process that comes after it is whole. */
  const stepOnce: typeof step = (call, run) => (isDead ? run() : step(call, run));
  const commits = (['write', 'claim', 'record'] as const).values();
  world.deps.transact = (body) => {
    const call = isDead ? undefined : commits.next().value;
    return call ? stepOnce(call, () => transact(body)) : transact(body);
  };
  world.deps.sendMail = (mail) => stepOnce('send', () => sendMail(mail));
  world.deps.outboxQueue = {
    enqueueOutbox: (work) => stepOnce('queue', () => outboxQueue.enqueueOutbox(work)),
  };

  const flow = async () => {
    const work = await world.put({ id: ID, kind: 'test', refs: {} });
    await world.queueWork(work);
    await deliverOutbox(world.deps, { id: ID }, { retryCount: 0 });
    return 'finished';
  };
  const end = await Promise.race([flow(), ended.promise]);
  isDead = true;
  return { world, end, seen };
}

const CRASHES = CALLS.flatMap((call) => (['before', 'after'] as const).map((when) => ({ call, when })));

describe.each(CRASHES)('a process that is gone $when it could $call', (crash) => {
  const isWritten = crash.call !== 'write' || crash.when === 'after';
  /** The server took the mail, and nobody wrote that down: the one case in which it comes twice. */
  const isAnswerLost =
    (crash.call === 'send' && crash.when === 'after') || (crash.call === 'record' && crash.when === 'before');

  it.each(['its task is run again', 'the sweep finds it'])('is made good when %s [MAIL-12]', async (by) => {
    const { world, end, seen } = await runUntil(crash);
    expect(end).toBe('crashed');
    expect(seen).toEqual(CALLS.slice(0, CALLS.indexOf(crash.call) + 1));

    world.pass(2 * HOUR_SECONDS);
    if (by === 'its task is run again' && world.queue.length > 0) await world.runTask(ID);
    else await world.sweep();
    const over = world.item(ID);
    if (isWritten) expect(over).toMatchObject({ state: 'sent', nextAt: null, sendingUntil: null });
    else expect(over).toBeUndefined();
    expect(world.sendMail).toHaveBeenCalledTimes(isAnswerLost ? 2 : isWritten ? 1 : 0);
    const keys = world.sendMail.mock.calls.map(([{ messageKey }]) => messageKey);
    expect(new Set(keys).size).toBeLessThanOrEqual(1);
    expect(world.memory.peek(cap.key)?.takenAt.length ?? 0).toBe(isWritten ? 1 : 0);

    expect(await world.sweep()).toBe(0);
    expect(world.item(ID)).toEqual(over);
  });
});
