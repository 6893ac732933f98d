import { describe, expect, it } from 'vitest';
import { DomainError } from '../platform/DomainError.ts';
import { changedState, retried } from './jobWork.ts';
import { ROW_DONE, ROW_TRIES_MAX, rowSkipped } from './rowOutcome.ts';
import { jobWorld } from './testing/jobWorld.ts';

const range = (length: number) => Array.from({ length }, (_, index) => `row-${index}`);

describe('a job', () => {
  it('works on each row once, a hundred on a page, and is done with the last one [JOB-01]', async () => {
    const at = jobWorld({ rows: 250 });
    await at.start();
    await at.drain();
    expect(at.job()).toMatchObject({
      state: 'done',
      total: 250,
      pages: 3,
      pagesDone: 3,
      counts: { done: 250, skipped: 0, failed: 0, retriable: 0 },
      takeUpAt: null,
    });
    expect(at.job().finishedAt).not.toBeNull();
    expect(at.done).toEqual(range(250));
    expect([...new Set(at.runs.values())]).toEqual([1]);
    expect(at.finished()).toBe(1);
  });

  it('without a row is done at once', async () => {
    const at = jobWorld({ rows: 0 });
    await at.start();
    await at.drain();
    expect(at.job()).toMatchObject({ state: 'done', total: 0, pages: 0 });
    expect(at.finished()).toBe(1);
  });

  it('is worked on three pages at a time, each going on with the next of its lane', async () => {
    const at = jobWorld({ rows: 16, pageRows: 2 });
    await at.start();
    await at.runTask(at.task(null));
    at.loseTasks();
    await at.runTask(at.task(1));
    expect(at.queued()).toMatchObject([{ page: 4 }]);
  });

  it('keeps an outcome for each row: done, skipped with the reason, failed with the code [JOB-01]', async () => {
    const at = jobWorld({
      rows: 3,
      outcomeOf: (id) => {
        if (id === 'row-2') throw new DomainError('invite/already-member');
        return id === 'row-1' ? rowSkipped('accepted') : ROW_DONE;
      },
    });
    await at.start();
    await at.drain();
    expect(at.rows().map(({ outcome }) => outcome)).toEqual([
      { state: 'done', code: null, retriable: false },
      { state: 'skipped', code: 'accepted', retriable: false },
      { state: 'failed', code: 'invite/already-member', retriable: false },
    ]);
    expect(at.job().counts).toEqual({ done: 1, skipped: 1, failed: 1, retriable: 0 });
    expect(at.runs.get('row-2')).toBe(1);
  });

  it('goes on with the rest of a page in another task where one has not enough time', async () => {
    const at = jobWorld({ rows: 10, secondsARow: 7 });
    await at.start();
    await at.drain();
    expect(at.job()).toMatchObject({ state: 'done', counts: { done: 10 } });
    expect([...new Set(at.runs.values())]).toEqual([1]);
  });
});

describe('a row that fails in a way that passes', () => {
  it('is tried again later, and holds nobody up [JOB-02]', async () => {
    const order: string[] = [];
    const at = jobWorld({
      rows: 8,
      pageRows: 2,
      outcomeOf: (id, tries) => {
        order.push(id);
        if (id === 'row-0' && tries < 3) throw new DomainError('service/unavailable');
        return ROW_DONE;
      },
    });
    await at.start();
    await at.drain();
    expect(order.filter((id) => id === 'row-0')).toHaveLength(3);
    expect(order.slice(-2)).toEqual(['row-0', 'row-0']);
    expect(at.job()).toMatchObject({ state: 'done', counts: { done: 8, failed: 0 } });
  });

  it('fails in the end, and can be tried again with what else may work now [JOB-02]', async () => {
    let isUp = false;
    const at = jobWorld({
      rows: 6,
      pageRows: 2,
      outcomeOf: (id) => {
        if (id === 'row-3' && !isUp) throw new DomainError('request/busy');
        if (id === 'row-4' && !isUp) throw new DomainError('limits/seats');
        if (id === 'row-5') throw new DomainError('invite/not-pending');
        return ROW_DONE;
      },
    });
    await at.start();
    await at.drain();
    expect(at.job()).toMatchObject({ state: 'done', counts: { done: 3, failed: 3, retriable: 2 } });
    expect(at.runs.get('row-3')).toBe(ROW_TRIES_MAX);
    expect(at.runs.get('row-4')).toBe(1);

    isUp = true;
    await at.change(retried);
    expect(at.job().state).toBe('running');
    await at.drain();
    expect(at.job()).toMatchObject({ state: 'done', counts: { done: 5, failed: 1, retriable: 0 } });
    expect(at.runs.get('row-0')).toBe(1);
    expect(at.runs.get('row-5')).toBe(1);
    expect(() => retried(at.job(), new Date())).toThrow('jobs/nothing-to-retry');
  });

  it('waits as long as it was told', async () => {
    const at = jobWorld({
      rows: 1,
      outcomeOf: (_id, tries) => {
        if (tries === 1) throw new DomainError('limits/invites', { details: { retryAfterSeconds: 47 } });
        return ROW_DONE;
      },
    });
    await at.start();
    await at.runTask(at.task(null));
    at.loseTasks();
    await at.runTask(at.task(0));
    expect(at.queued()).toMatchObject([{ page: 0, inSeconds: 47 }]);
    await at.drain();
    expect(at.job()).toMatchObject({ state: 'done', counts: { done: 1 } });
  });
});

describe('two runs at once', () => {
  it('find and store each row once', async () => {
    const at = jobWorld({ rows: 9, pageRows: 2 });
    await at.start();
    await Promise.all([at.runTask(at.task(null)), at.runTask(at.task(null))]);
    expect(at.rows().map(({ row }) => row['id'])).toEqual(range(9));
    expect(at.job()).toMatchObject({ state: 'running', total: 9, pages: 5 });
  });

  it('of one page work on it once [JOB-03]', async () => {
    const at = jobWorld({ rows: 20 });
    await at.start();
    await at.runTask(at.task(null));
    const outcomes = await Promise.allSettled([at.runTask(at.task(0)), at.runTask(at.task(0))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([...new Set(at.runs.values())]).toEqual([1]);
    expect(at.job()).toMatchObject({ state: 'done', counts: { done: 20 } });
  });

  it('of which one was believed dead keep the outcomes of the other', async () => {
    const at = jobWorld({ rows: 3 });
    await at.start();
    await at.runTask(at.task(null));
    let second: Promise<void> | undefined;
    at.onRow((id) => {
      if (id !== 'row-1' || second) return;
      at.pass(1);
      second = at.runTask(at.task(0));
      return second;
    });
    await at.runTask(at.task(0));
    expect(at.done.toSorted()).toEqual(range(3));
    expect(at.job()).toMatchObject({ state: 'done', counts: { done: 3 }, pagesDone: 1 });
    expect(at.finished()).toBe(1);
  });

  it('of the sweep take a job up once', async () => {
    const at = jobWorld({ rows: 3 });
    await at.start();
    at.loseTasks();
    expect(await at.sweep()).toBe(0);
    at.pass(1);
    const taken = await Promise.all([at.sweep(), at.sweep()]);
    expect(taken.toSorted()).toEqual([0, 1]);
    await at.drain();
    expect(at.job()).toMatchObject({ state: 'done', run: 2, counts: { done: 3 } });
  });
});

describe('whoever started it', () => {
  it('and may not do it any more stops it at the next page, and it says so [JOB-05]', async () => {
    const at = jobWorld({ rows: 8, pageRows: 2 });
    await at.start();
    at.onRow((id) => {
      if (id === 'row-3') at.setAdam({ role: 'Manager' });
    });
    await at.drain();
    expect(at.job()).toMatchObject({
      state: 'failed',
      stoppedBy: 'starter-lost-right',
      counts: { done: 4 },
      takeUpAt: null,
    });
    expect(at.done).toEqual(range(4));
    expect(at.finished()).toBe(0);
    expect(() => changedState(at.job(), 'running', new Date())).toThrow('jobs/ended');
    expect(() => retried(at.job(), new Date())).toThrow('jobs/ended');
  });

  it('and is suspended stops it too', async () => {
    const at = jobWorld({ rows: 2 });
    await at.start();
    at.setAdam({ state: 'suspended' });
    await at.drain();
    expect(at.job()).toMatchObject({ state: 'failed', stoppedBy: 'starter-lost-right' });
    expect(at.done).toEqual([]);
  });
});

describe('pausing and cancelling', () => {
  it('stop a page before its end, and it goes on where it stopped [JOB-04]', async () => {
    const at = jobWorld({ rows: 60 });
    await at.start();
    at.onRow((id) =>
      id === 'row-15' ? at.change((job, now) => changedState(job, 'paused', now)) : undefined,
    );
    await at.drain();
    expect(at.job()).toMatchObject({ state: 'paused', counts: { done: 20 }, takeUpAt: null });
    at.onRow(() => {});
    await at.change((job, now) => changedState(job, 'running', now));
    await at.drain();
    expect(at.done).toEqual(range(60));
    expect(at.job()).toMatchObject({ state: 'done', counts: { done: 60 } });
  });

  it('while rows are being found keep what was found', async () => {
    const at = jobWorld({ rows: 5, pageRows: 2 });
    await at.start();
    await at.change((job, now) => changedState(job, 'paused', now));
    await at.drain();
    expect(at.job()).toMatchObject({ state: 'paused', isStaged: false });
    await at.change((job, now) => changedState(job, 'running', now));
    await at.drain();
    expect(at.done).toEqual(range(5));
  });

  it.each(range(9))('at the same moment as %s never do a row twice, nor lose one', async (id) => {
    for (const wish of ['paused', 'cancelled'] as const) {
      const at = jobWorld({ rows: 9, pageRows: 2 });
      await at.start();
      let asked: Promise<void> | undefined;
      at.onRow((row) => {
        if (row === id) asked ??= at.change((job, now) => changedState(job, wish, now));
      });
      await at.drain(3);
      await asked;
      // A job whose last rows were being worked on is done all the same, if it was only paused.
      expect([wish, 'done']).toContain(at.job().state);
      expect(at.job().counts.done).toBe(at.done.length);
      if (wish === 'cancelled') continue;
      await at.change((job, now) => (job.state === 'done' ? null : changedState(job, 'running', now)));
      await at.drain(3);
      expect(at.job().state).toBe('done');
      expect(at.done.toSorted()).toEqual(range(9));
      expect([...new Set(at.runs.values())]).toEqual([1]);
    }
  });

  it('cannot be undone once it is cancelled', async () => {
    const at = jobWorld({ rows: 3 });
    await at.start();
    await at.change((job, now) => changedState(job, 'cancelled', now));
    await at.drain();
    expect(at.done).toEqual([]);
    expect(at.job().finishedAt).not.toBeNull();
    expect(changedState(at.job(), 'cancelled', new Date())).toBeNull();
    expect(() => changedState(at.job(), 'running', new Date())).toThrow('jobs/ended');
  });
});

describe('a process that is killed at any call, before or after it has its effect', () => {
  const flaky = (id: string, tries: number) => {
    if (id === 'row-4' && tries === 1) throw new DomainError('service/unavailable');
    return id === 'row-5' ? rowSkipped('accepted') : ROW_DONE;
  };
  const expected = { state: 'done', total: 7, pagesDone: 4, counts: { done: 6, skipped: 1, failed: 0 } };

  /** @returns how many calls a job makes that nobody kills. */
  async function callsOfOne(): Promise<number> {
    const at = jobWorld({ rows: 7, pageRows: 2, outcomeOf: flaky });
    at.killAt(Infinity);
    await at.start();
    await at.drain();
    expect(at.job()).toMatchObject(expected);
    return at.calls();
  }

  it.each(['the queue tries its task again', 'the tasks are lost, and the sweep goes on'])(
    'ends as if it had not been: %s [JOB-06]',
    async (rescue) => {
      const points = await callsOfOne();
      expect(points).toBeGreaterThan(60);
      for (let point = 1; point <= points; point += 1) {
        const at = jobWorld({ rows: 7, pageRows: 2, outcomeOf: flaky });
        at.killAt(point);
        await at.start();
        if (rescue.startsWith('the tasks')) {
          while (at.calls() < point && at.queued().length > 0) await at.drainOne();
          at.loseTasks();
        }
        await at.drain();
        // Where the very first task was lost, nobody but the sweep goes on.
        for (let hours = 0; hours < 3 && at.job().state !== 'done'; hours += 1) {
          at.pass(1);
          await at.sweep();
          await at.drain();
        }
        expect(at.job(), `killed at ${point}`).toMatchObject(expected);
        expect(at.done.toSorted(), `killed at ${point}`).toEqual(range(7).filter((id) => id !== 'row-5'));
        expect(at.rows().map(({ row }) => row['id'])).toEqual(range(7));
      }
    },
  );
});
