/** What a suite has started so far, so that all of it can be ended, and the end of any of it be noticed. */
import type { Program } from '../programs/program.ts';

export class Parts {
  readonly #programs: Program[] = [];
  readonly #closers: (() => unknown)[] = [];

  /** @returns the program, which from now on belongs to the suite. */
  keep<Started extends Program>(program: Started): Started {
    this.#programs.push(program);
    this.onClose(() => program.stop());
    return program;
  }

  onClose(closer: () => unknown): void {
    this.#closers.push(closer);
  }

  /** @returns a promise of the reason, when a program ends by itself. */
  firstEnd(): Promise<string> {
    return Promise.race(
      this.#programs.map(async ({ ended, logFile }) => {
        const { words } = await ended;
        return `${words}. See the end of ${logFile}.`;
      }),
    );
  }

  /** Ends everything in reverse. */
  async close(): Promise<void> {
    for (const closer of this.#closers.splice(0).reverse()) await closer();
  }
}
