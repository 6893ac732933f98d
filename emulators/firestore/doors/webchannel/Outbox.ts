/** What goes down a channel: a number that counts up from 1, and the content. */
export type ChannelArray = [id: number, content: unknown[]];

/** A chunk of the channel: its length in UTF-16 code units (as JavaScript counts, not bytes), a line feed, the arrays. */
export function channelChunk(arrays: ChannelArray[]): string {
  const text = JSON.stringify(arrays);
  return `${text.length}\n${text}`;
}

/** What was sent down a channel and not yet acknowledged; kept so that it can be sent again. */
export class Outbox {
  #lastId = 0;
  #unacknowledged: ChannelArray[] = [];

  /** The number of the last array, 0 (the handshake) before the first. */
  get lastId(): number {
    return this.#lastId;
  }

  add(content: unknown[]): void {
    this.#lastId += 1;
    this.#unacknowledged.push([this.#lastId, content]);
  }

  /** The client has everything up to `id`. */
  acknowledge(id: number): void {
    this.#unacknowledged = this.#unacknowledged.filter(([arrayId]) => arrayId > id);
  }

  /** What is above `id`, in order. */
  after(id: number): ChannelArray[] {
    return this.#unacknowledged.filter(([arrayId]) => arrayId > id);
  }
}
