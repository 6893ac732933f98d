/** The path of every scheduled function: run → log how it went. The next run goes on where a failed one stopped. */
import { onSchedule, type ScheduleFunction } from 'firebase-functions/scheduler';
import type { CallableOptions } from './defineCallable.ts';
import { describeError, log } from './log.ts';
import { REGION } from './params.ts';

export interface ScheduleOptions extends Pick<CallableOptions, 'secrets'> {
  /** As Cloud Scheduler takes it: `every 5 minutes`, or five fields of cron. UTC. */
  schedule: string;
  /** How long one run may take, at most 1,800. */
  timeoutSeconds: number;
}

/**
 * A function that Cloud Scheduler calls, at least once each time: two runs may meet, and must do the work once.
 *
 * @param run does what is due, bounded, and returns what it did, for the log.
 */
export function defineSchedule<Deps>(
  name: string,
  getDeps: () => Deps,
  run: (deps: Deps) => Promise<Record<string, number>>,
  { schedule, timeoutSeconds, secrets = [] }: ScheduleOptions,
): ScheduleFunction {
  return onSchedule({ schedule, timeZone: 'UTC', region: REGION, timeoutSeconds, secrets }, async () => {
    try {
      log.info('schedule.done', { schedule: name, ...(await run(getDeps())) });
    } catch (thrown) {
      log.error('schedule.failed', { schedule: name, error: describeError(thrown) });
      throw thrown;
    }
  });
}
