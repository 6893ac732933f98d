import { describe, expect, it } from 'vitest';
import { RequestQueue } from './RequestQueue.ts';

describe('the requests of a channel', () => {
  it('are taken once, however often the client sends them', () => {
    const queue = new RequestQueue();

    expect(
      queue.accept([
        { number: 0, data: 'a' },
        { number: 1, data: 'b' },
      ]),
    ).toEqual(['a', 'b']);
    expect(
      queue.accept([
        { number: 1, data: 'b' },
        { number: 2, data: 'c' },
      ]),
    ).toEqual(['c']);
  });

  it('wait for those before them', () => {
    const queue = new RequestQueue();

    expect(queue.accept([{ number: 2, data: 'c' }])).toEqual([]);
    expect(queue.accept([{ number: 1, data: 'b' }])).toEqual([]);
    expect(queue.accept([{ number: 0, data: 'a' }])).toEqual(['a', 'b', 'c']);
  });
});
