import type { NumberedRequest } from './channelForm.ts';

/**
 * Puts a channel's requests in order and drops repeats: a client sends again what it saw no answer for, and over HTTP/2
 * several of its POSTs travel at once.
 */
export class RequestQueue {
  #next = 0;
  readonly #early = new Map<number, string>();

  /** Takes what one POST brought; answers the requests whose turn has come. */
  accept(requests: NumberedRequest[]): string[] {
    for (const { number, data } of requests) {
      if (number >= this.#next) this.#early.set(number, data);
    }

    const due: string[] = [];
    for (let data = this.#early.get(this.#next); data !== undefined; data = this.#early.get(this.#next)) {
      due.push(data);
      this.#early.delete(this.#next);
      this.#next += 1;
    }
    return due;
  }
}
