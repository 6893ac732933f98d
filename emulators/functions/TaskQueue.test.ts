import { describe, expect, it } from 'vitest';
import { TaskQueue, type QueueConfig, type Task } from './TaskQueue.ts';

const CONFIG: QueueConfig = {
  maxConcurrent: 2,
  maxAttempts: 3,
  minBackoffSeconds: 0.001,
  maxBackoffSeconds: 0.002,
};

const task = (name: string): Task => ({ name, headers: {}, body: '' });

/** A queue whose dispatches end when the test says so. */
function watchedQueue(config: Partial<QueueConfig> = {}) {
  const begun: [string, number][] = [];
  const answers: ((status: number) => void)[] = [];
  const waiting = new Set<() => void>();
  const queue = new TaskQueue({ ...CONFIG, ...config }, ({ name }, retryCount) => {
    begun.push([name, retryCount]);
    for (const look of waiting) look();
    return new Promise((resolve) => answers.push(resolve));
  });
  /** Resolves once so many dispatches have begun. */
  const untilBegun = (count: number) =>
    new Promise<void>((resolve) => {
      const look = () => begun.length >= count && resolve();
      waiting.add(look);
      look();
    });
  return { queue, begun, answers, untilBegun };
}

describe('TaskQueue', () => {
  it('dispatches at once, at most so many at the same time, and the next one when one has ended', async () => {
    const { queue, begun, answers, untilBegun } = watchedQueue();
    for (const name of ['a', 'b', 'c']) expect(queue.enqueue(task(name))).toBe(true);
    expect(begun.map(([name]) => name)).toEqual(['a', 'b']);

    answers[0]!(204);
    await untilBegun(3);
    expect(begun.map(([name]) => name)).toEqual(['a', 'b', 'c']);
  });

  it('takes a name once, also when that task has ended', async () => {
    const { queue, begun, answers, untilBegun } = watchedQueue({ maxConcurrent: 1 });
    queue.enqueue(task('a'));
    expect(queue.enqueue(task('a'))).toBe(false);
    answers[0]!(204);
    queue.enqueue(task('b'));
    await untilBegun(2);

    expect(queue.enqueue(task('a'))).toBe(false);
    expect(begun).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
  });

  it('tries again what failed, and tells which try it is, until there were enough', async () => {
    const { queue, begun, answers, untilBegun } = watchedQueue({ maxConcurrent: 1 });
    queue.enqueue(task('a'));
    queue.enqueue(task('b'));
    for (const count of [1, 2, 3]) {
      await untilBegun(count);
      answers[count - 1]!(500);
    }
    await untilBegun(4);

    expect(begun).toEqual([
      ['a', 0],
      ['a', 1],
      ['a', 2],
      ['b', 0],
    ]);
  });

  it('dispatches what is due later after what is due now', async () => {
    const { queue, begun, untilBegun } = watchedQueue();
    queue.enqueue(task('later'), 20);
    queue.enqueue(task('now'), -20);
    expect(queue.enqueue(task('later'))).toBe(false);
    expect(begun).toEqual([['now', 0]]);

    await untilBegun(2);
    expect(begun).toEqual([
      ['now', 0],
      ['later', 0],
    ]);
  });

  it('takes back what still waits', () => {
    const { queue, begun } = watchedQueue({ maxConcurrent: 1 });
    queue.enqueue(task('a'));
    queue.enqueue(task('b'));
    expect(queue.delete('b')).toBe(true);
    expect(queue.delete('a')).toBe(false);
    expect(begun).toEqual([['a', 0]]);
  });
});
