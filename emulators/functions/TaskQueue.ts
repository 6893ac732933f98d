/** One queue of Cloud Tasks, as far as the functions need it: names that are taken, several at once, tries again. */
import { setTimeout } from 'node:timers/promises';

export interface QueueConfig {
  maxConcurrent: number;
  maxAttempts: number;
  minBackoffSeconds: number;
  maxBackoffSeconds: number;
}

export interface Task {
  name: string;
  headers: Record<string, string>;
  body: string;
}

/** Tests wait no longer for what is asked for later: the Tasks emulator, whose second this is, knows no later time at all. */
const LONGEST_DELAY_MS = 1000;

/** @returns the status of the function's answer. */
type Dispatch = (task: Task, retryCount: number) => Promise<number>;

export class TaskQueue {
  readonly #config: QueueConfig;
  readonly #dispatch: Dispatch;
  readonly #names = new Set<string>();
  readonly #waiting: Task[] = [];
  #running = 0;

  constructor(config: QueueConfig, dispatch: Dispatch) {
    this.#config = config;
    this.#dispatch = dispatch;
  }

  /**
   * Dispatches the task as soon as it is due, and others leave it room.
   *
   * @param dueInMs how much later it is asked for
   * @returns false when a task of that name was here before, however that went
   */
  enqueue(task: Task, dueInMs = 0): boolean {
    if (this.#names.has(task.name)) return false;
    this.#names.add(task.name);
    if (dueInMs <= 0) this.#add(task);
    else void setTimeout(Math.min(dueInMs, LONGEST_DELAY_MS)).then(() => this.#add(task));
    return true;
  }

  #add(task: Task): void {
    this.#waiting.push(task);
    this.#next();
  }

  /** Takes back a task that waits. */
  delete(name: string): boolean {
    const index = this.#waiting.findIndex((task) => task.name === name);
    if (index !== -1) this.#waiting.splice(index, 1);
    return index !== -1;
  }

  #next(): void {
    if (this.#running >= this.#config.maxConcurrent) return;
    const task = this.#waiting.shift();
    if (!task) return;
    this.#running += 1;
    void this.#run(task).finally(() => {
      this.#running -= 1;
      this.#next();
    });
  }

  /** https://docs.cloud.google.com/tasks/docs/configuring-queues#retry: the pause doubles up to its maximum. */
  async #run(task: Task): Promise<void> {
    const { maxAttempts, minBackoffSeconds, maxBackoffSeconds } = this.#config;
    for (let retryCount = 0; retryCount < maxAttempts; retryCount += 1) {
      if (retryCount > 0) {
        await setTimeout(1000 * Math.min(maxBackoffSeconds, minBackoffSeconds * 2 ** (retryCount - 1)));
      }
      const status = await this.#dispatch(task, retryCount);
      if (status >= 200 && status < 300) return;
    }
  }
}
