import { describe, expect, it } from 'vitest';
import { RECOVERY_COOLDOWN_SECONDS, RECOVERIES_A_MINUTE } from '../../contract/limits.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { AccountDeps } from '../accountDeps.ts';
import { memoryTransactions } from '../../testing/memoryTransactions.ts';
import type { RecoveryWish } from './recoveryMailKind.ts';
import { requestRecovery } from './requestRecovery.ts';

const KNOWN = 'nina@people.example';

function world(wants: RecoveryWish) {
  let millis = new Date('2026-11-22T14:00:00Z').getTime();
  let random = 0;
  const memory = memoryTransactions();
  const steps: string[] = [];
  const tasks: unknown[] = [];
  const deps = {
    clock: { now: () => new Date(millis) },
    random: { hex: (bytes: number) => String((random += 1)).padStart(bytes * 2, '0') },
    transact: (body: Parameters<typeof memory.transact>[0]) => {
      steps.push('write');
      return memory.transact(body);
    },
    accounts: {
      findByEmail: (email: string) => {
        steps.push('look up');
        return Promise.resolve(email === KNOWN ? { uid: 'nina' } : undefined);
      },
    },
    outboxQueue: {
      enqueueOutbox: ({ id }: { id: string }) => {
        steps.push('queue');
        tasks.push(memory.peek(documentKeys.outbox(id))?.refs);
        return Promise.resolve();
      },
    },
  } as unknown as AccountDeps;
  return {
    ask: (email: string, network = '203.0.113.7', what = wants) =>
      requestRecovery(deps, { email, wants: what }, network),
    wait: (seconds: number) => (millis += seconds * 1000),
    steps,
    tasks,
  };
}

describe.each<RecoveryWish>(['password', 'sign-in'])('asking for a way back in: %s', (wants) => {
  it('takes the same steps, and gets the same answer, whether there is an account or not [API-15]', async () => {
    const [known, unknown] = [world(wants), world(wants)];
    expect(await known.ask(KNOWN)).toEqual(await unknown.ask('nobody@people.example'));
    expect(known.steps).toEqual(['write', 'look up', 'write', 'queue']);
    expect(unknown.steps).toEqual(known.steps);
  });

  it('queues ids alone: of the account, or of nobody', async () => {
    const { ask, tasks } = world(wants);
    await ask(KNOWN);
    await ask('nobody@people.example');
    expect(tasks).toEqual([
      { uid: 'nina', nonce: expect.stringMatching(/^\d{32}$/) as string, wants },
      { uid: expect.stringMatching(/^inv_\d{24}$/) as string, nonce: expect.any(String) as string, wants },
    ]);
  });

  it.each([KNOWN, 'nobody@people.example'])('does nothing twice within a minute for %s', async (email) => {
    const { ask, tasks, wait } = world(wants);
    await ask(email);
    wait(RECOVERY_COOLDOWN_SECONDS - 1);
    expect(await ask(email)).toEqual({});
    expect(tasks).toHaveLength(1);
    wait(1);
    await ask(email);
    expect(tasks).toHaveLength(2);
  });

  it('is counted for one network before anything is asked, and says when to come again', async () => {
    const { ask, steps, tasks } = world(wants);
    for (let i = 0; i < RECOVERIES_A_MINUTE; i += 1) await ask(`person-${i}@people.example`);
    steps.length = 0;
    await expect(ask(KNOWN)).rejects.toMatchObject({
      code: 'limits/recoveries',
      details: { retryAfterSeconds: 60 },
    });
    expect(steps).toEqual(['write']);
    await ask(KNOWN, '203.0.113.8');
    expect(tasks.at(-1)).toMatchObject({ uid: 'nina' });
  });
});

describe('a new password and a sign-in link', () => {
  it('can be asked for one after the other', async () => {
    const { ask, tasks } = world('password');
    await ask(KNOWN);
    await ask(KNOWN, undefined, 'sign-in');
    expect(tasks).toMatchObject([{ wants: 'password' }, { wants: 'sign-in' }]);
  });

  it('are counted together for one network', async () => {
    const { ask } = world('password');
    for (let i = 0; i < RECOVERIES_A_MINUTE; i += 1) {
      await ask(`person-${i}@people.example`, undefined, i % 2 === 0 ? 'password' : 'sign-in');
    }
    await expect(ask(KNOWN, undefined, 'sign-in')).rejects.toMatchObject({ code: 'limits/recoveries' });
  });
});
