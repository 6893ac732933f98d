import { describe, expect, it } from 'vitest';
import { documentKeys } from '../contract/documentKeys.ts';
import { outboxWorld } from '../testing/outboxWorld.ts';
import { NOT_QUEUED_SECONDS, TASK_LIVES_SECONDS } from './outboxTimes.ts';
import { outboxId } from './outboxWork.ts';
import { takeUpOutbox } from './takeUpOutbox.ts';

function world() {
  const made = outboxWorld({
    test: {
      prepare: (_tx, { name }) =>
        Promise.resolve({
          kind: 'mail',
          to: `${name}@people.example`,
          caps: [],
          whenFull: 'hold',
          render: () => Promise.resolve({ subject: 'Hello', text: 'Hi', html: '<p>Hi</p>' }),
        }),
    },
  });
  const idOf = (name: string | number) => outboxId('test', name);
  return {
    ...made,
    idOf,
    putOne: (name: string | number) => made.put({ id: idOf(name), kind: 'test', refs: { name } }),
    takeUp: (limit = 100) => takeUpOutbox(made.deps, { limit }),
  };
}

describe('taking up what no task has finished', () => {
  it('leaves what its task may still finish, and queues what was lost as a task of its own', async () => {
    const { putOne, takeUp, pass, queue } = world();
    const { id } = await putOne('nina');
    pass(TASK_LIVES_SECONDS - 1);
    expect(await takeUp()).toEqual({ taken: 0 });
    pass(1);
    expect(await takeUp()).toEqual({ taken: 1 });
    expect(queue).toEqual([{ id, round: 2 }]);
    expect(await takeUp()).toEqual({ taken: 0 });
  });

  it('leaves what is over', async () => {
    const { putOne, takeUp, runTask, pass } = world();
    await runTask((await putOne('nina')).id);
    pass(10 * TASK_LIVES_SECONDS);
    expect(await takeUp()).toEqual({ taken: 0 });
  });

  it('goes on with one whose run died', async () => {
    const { putOne, sweep, pass, item, sendMail, memory } = world();
    const { id } = await putOne('nina');
    memory.put(documentKeys.outbox(id), { ...item(id)!, state: 'sending', attempts: 1 });
    pass(TASK_LIVES_SECONDS);
    expect(await sweep()).toBe(1);
    expect(item(id)).toMatchObject({ state: 'sent', attempts: 2 });
    expect(sendMail).toHaveBeenCalledOnce();
  });

  it('does the work once, also when two do it at once [MAIL-10]', async () => {
    const { putOne, takeUp, pass, queue } = world();
    for (let name = 0; name < 30; name += 1) await putOne(name);
    pass(TASK_LIVES_SECONDS);
    const both = await Promise.all([takeUp(), takeUp()]);
    await takeUp();
    expect(both.every(({ taken }) => taken <= 30)).toBe(true);
    expect(queue).toHaveLength(30);
    expect(new Set(queue.map(({ id }) => id)).size).toBe(30);
  });

  it('takes as many as it is told, in pages, and the next one goes on', async () => {
    const { putOne, takeUp, pass, queue } = world();
    for (let name = 0; name < 50; name += 1) await putOne(name);
    pass(TASK_LIVES_SECONDS);
    expect(await takeUp(45)).toEqual({ taken: 45 });
    expect(await takeUp(45)).toEqual({ taken: 5 });
    expect(new Set(queue.map(({ id }) => id)).size).toBe(50);
  });

  it('comes back soon to what the queue did not take', async () => {
    const at = world();
    const { outboxQueue } = at.deps;
    at.deps.outboxQueue = { enqueueOutbox: () => Promise.reject(new Error('no answer')) };
    await at.queueWork(await at.putOne('nina'));
    expect(JSON.stringify(at.lines)).toContain('outbox.not_queued');
    at.pass(NOT_QUEUED_SECONDS);
    expect(await at.takeUp()).toEqual({ taken: 1 });
    expect(at.queue).toEqual([]);

    at.deps.outboxQueue = outboxQueue;
    at.pass(NOT_QUEUED_SECONDS);
    expect(await at.sweep()).toBe(1);
    expect(at.item(at.idOf('nina'))).toMatchObject({ state: 'sent' });
  });

  it('goes on with the others where one cannot be taken up', async () => {
    const at = world();
    const works = [await at.putOne('nina'), await at.putOne('otto')];
    const { transact } = at.deps;
    let isFirst = true;
    at.deps.transact = (body) => {
      const fails = isFirst;
      isFirst = false;
      return fails ? Promise.reject(new Error('ABORTED')) : transact(body);
    };
    at.pass(TASK_LIVES_SECONDS);
    expect(await at.takeUp()).toEqual({ taken: 1 });
    expect(await at.takeUp()).toEqual({ taken: 1 });
    expect(at.queue.map(({ id }) => id).sort()).toEqual(works.map(({ id }) => id).sort());
  });
});
