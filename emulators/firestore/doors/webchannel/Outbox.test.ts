import { describe, expect, it } from 'vitest';
import { Outbox, channelChunk } from './Outbox.ts';

describe('what goes down a channel', () => {
  it('is numbered from 1 and kept until the client has it', () => {
    const outbox = new Outbox();
    outbox.add(['a']);
    outbox.add(['b']);
    outbox.add(['c']);
    expect(outbox.after(1)).toEqual([
      [2, ['b']],
      [3, ['c']],
    ]);

    outbox.acknowledge(2);
    expect(outbox.after(0)).toEqual([[3, ['c']]]);
    expect(outbox.lastId).toBe(3);
  });

  it('is written with its length in UTF-16 code units, not bytes', () => {
    expect(channelChunk([[1, ['é🎉']]])).toBe('13\n[[1,["é🎉"]]]');
  });
});
