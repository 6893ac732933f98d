/** Has a task function do something later, once for what is the same. */
import { errorCode } from './errorCode.ts';
import { taskQueue } from './firebase.ts';
import { hashOf } from './random.ts';

/** What makes two tasks of one function the same, and how long the queue waits before it. */
export interface Once {
  parts: readonly (string | number)[];
  delaySeconds?: number;
}

/**
 * The id is a hash: ids that are alike make Cloud Tasks slow (CreateTaskRequest in its reference). Cloud Tasks knows an
 * id for about an hour after the task was done, so every task must also bear to be run twice.
 */
export async function enqueueOnce(
  functionName: string,
  payload: Record<string, unknown>,
  { parts, delaySeconds = 0 }: Once,
): Promise<void> {
  const id = hashOf(functionName, ...parts.map(String));
  try {
    await taskQueue(functionName).enqueue(payload, { id, scheduleDelaySeconds: delaySeconds });
  } catch (thrown) {
    if (errorCode(thrown) !== 'functions/task-already-exists') throw thrown;
  }
}
