import { describe, expect, it } from 'vitest';
import { RESET_COOLDOWN_SECONDS, RESETS_A_MINUTE } from '../contract/limits.ts';
import type { ResetTask } from '../mail/delivery.ts';
import type { Deps } from '../platform/deps.ts';
import { memoryTransactions } from '../testing/memoryTransactions.ts';
import { requestPasswordReset } from './requestPasswordReset.ts';

const KNOWN = 'nina@people.example';

function world() {
  let millis = new Date('2026-11-22T14:00:00Z').getTime();
  let random = 0;
  const memory = memoryTransactions();
  const steps: string[] = [];
  const tasks: ResetTask[] = [];
  const deps = {
    clock: { now: () => new Date(millis) },
    random: { hex: (bytes: number) => String((random += 1)).padStart(bytes * 2, '0') },
    transact: (body: Parameters<typeof memory.transact>[0]) => {
      steps.push('count');
      return memory.transact(body);
    },
    accounts: {
      findByEmail: (email: string) => {
        steps.push('look up');
        return Promise.resolve(email === KNOWN ? { uid: 'nina' } : undefined);
      },
    },
    mailQueue: {
      enqueueReset: (task: ResetTask) => {
        steps.push('queue');
        tasks.push(task);
        return Promise.resolve();
      },
    },
  } as unknown as Deps;
  return {
    ask: (email: string, network = '203.0.113.7') => requestPasswordReset(deps, { email }, network),
    wait: (seconds: number) => (millis += seconds * 1000),
    steps,
    tasks,
  };
}

describe('asking for a new password', () => {
  it('takes the same steps, and gets the same answer, whether there is an account or not', async () => {
    const [known, unknown] = [world(), world()];
    expect(await known.ask(KNOWN)).toEqual(await unknown.ask('nobody@people.example'));
    expect(known.steps).toEqual(['count', 'look up', 'queue']);
    expect(unknown.steps).toEqual(known.steps);
  });

  it('queues ids alone: of the account, or of nobody', async () => {
    const { ask, tasks } = world();
    await ask(KNOWN);
    await ask('nobody@people.example');
    expect(tasks).toEqual([
      { uid: 'nina', nonce: expect.stringMatching(/^\d{32}$/) as string },
      { uid: expect.stringMatching(/^inv_\d{24}$/) as string, nonce: expect.any(String) as string },
    ]);
  });

  it.each([KNOWN, 'nobody@people.example'])('does nothing twice within a minute for %s', async (email) => {
    const { ask, tasks, wait } = world();
    await ask(email);
    wait(RESET_COOLDOWN_SECONDS - 1);
    expect(await ask(email)).toEqual({});
    expect(tasks).toHaveLength(1);
    wait(1);
    await ask(email);
    expect(tasks).toHaveLength(2);
  });

  it('is counted for one network before anything is asked, and says when to come again', async () => {
    const { ask, steps, tasks } = world();
    for (let i = 0; i < RESETS_A_MINUTE; i += 1) await ask(`person-${i}@people.example`);
    steps.length = 0;
    await expect(ask(KNOWN)).rejects.toMatchObject({
      code: 'limits/resets',
      details: { retryAfterSeconds: 60 },
    });
    expect(steps).toEqual(['count']);
    await ask(KNOWN, '203.0.113.8');
    expect(tasks.at(-1)).toMatchObject({ uid: 'nina' });
  });
});
