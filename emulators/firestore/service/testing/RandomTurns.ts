import type { Random } from '../../testing/seeded.ts';

/** Of the loop, after which nothing goes on by itself any more. */
const MOST_TURNS = 50;

/** Lets several bodies take their steps in a random order, one at a time. Some may wait for each other meanwhile. */
export class RandomTurns {
  readonly #pick: Random;
  readonly #ready: (() => void)[] = [];

  constructor(pick: Random) {
    this.#pick = pick;
  }

  /** Resolves when it is this body's turn. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#ready.push(resolve));
  }

  /**
   * Gives turns until every body has ended.
   * @throws Error when bodies are left that wait for each other for ever, or as a body does.
   */
  async run<Result>(bodies: readonly Promise<Result>[]): Promise<Result[]> {
    let left = bodies.length;
    for (const body of bodies) void body.finally(() => (left -= 1)).catch(() => {});
    while (left > 0) {
      await this.#settle(() => left === 0 || this.#ready.length > 0);
      if (left === 0) break;
      if (this.#ready.length === 0) throw new Error(`${left} wait for each other, and none goes on.`);
      const chosen = this.#pick(this.#ready);
      this.#ready.splice(this.#ready.indexOf(chosen), 1);
      chosen();
    }
    return Promise.all(bodies);
  }

  /** Lets the server do what it can do by itself, one commit letting the next go on, each in a turn of the loop. */
  async #settle(isDone: () => boolean): Promise<void> {
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (turn > 0 && isDone()) return;
    }
  }
}
