/** The path of every task function: parse → run → log what failed and let the queue try again. */
import { onTaskDispatched, type TaskQueueFunction } from 'firebase-functions/tasks';
import type * as z from 'zod';
import type { CallableOptions } from './defineCallable.ts';
import { describeError, log } from './log.ts';
import { REGION } from './params.ts';

/** Which run of a task this is. */
export interface TaskAttempt {
  /** 0 the first time. */
  retryCount: number;
}

export interface TaskOptions extends Pick<CallableOptions, 'secrets'> {
  maxAttempts: number;
  minBackoffSeconds: number;
  maxBackoffSeconds: number;
}

/** Of one queue at the same moment: no more connections than nodemailer's own pool would open to an SMTP server. */
const MAX_CONCURRENT = 5;

/**
 * A function that Cloud Tasks calls, at least once for each task. What it throws makes the queue try again; there is no
 * "never again" but to return. A payload that does not fit `schema` is logged and dropped: no retry would mend it.
 */
export function defineTask<Schema extends z.ZodType, Deps>(
  name: string,
  getDeps: () => Deps,
  schema: Schema,
  run: (deps: Deps, payload: z.output<Schema>, attempt: TaskAttempt) => Promise<void>,
  options: TaskOptions,
): TaskQueueFunction {
  const { maxAttempts, minBackoffSeconds, maxBackoffSeconds, secrets = [] } = options;
  const retryConfig = { maxAttempts, minBackoffSeconds, maxBackoffSeconds };
  const rateLimits = { maxConcurrentDispatches: MAX_CONCURRENT };
  return onTaskDispatched({ region: REGION, retryConfig, rateLimits, secrets }, async (task) => {
    const payload = schema.safeParse(task.data);
    if (!payload.success) {
      log.error('task.unreadable', { task: name, issues: payload.error.issues.map((issue) => issue.code) });
      return;
    }
    try {
      await run(getDeps(), payload.data, { retryCount: task.retryCount });
      log.debug('task.done', { task: name, retryCount: task.retryCount });
    } catch (thrown) {
      log.error('task.failed', { task: name, retryCount: task.retryCount, error: describeError(thrown) });
      throw thrown;
    }
  });
}
