/** Calls scheduled functions on their schedule: Firebase's emulators load them, and never call them. */
import { HOST, REGION, type SuitePlan } from '../plan/suitePlan.ts';
import type { LoadedFunction } from './loadedFunctions.ts';

const MINUTES = new Map([
  ['minute', 1],
  ['minutes', 1],
  ['mins', 1],
  ['hour', 60],
  ['hours', 60],
]);

export interface Schedules {
  stop(): void;
}

/**
 * @param schedule as a function declares it: https://docs.cloud.google.com/scheduler/docs/configuring/cron-job-schedules
 * @returns the minutes from one call to the next; undefined for what says more than `every 5 minutes`
 */
export function minutesBetweenCalls(schedule: string): number | undefined {
  const [, count = '1', unit = ''] = /^every (?:(\d+) )?([a-z]+)$/.exec(schedule) ?? [];
  const minutes = MINUTES.get(unit);
  return minutes === undefined || count === '0' ? undefined : Number(count) * minutes;
}

/**
 * Calls each function that has a schedule, for the first time when that much time has passed. A call that takes longer
 * than that is not made twice at once, as Cloud Scheduler has it.
 *
 * @param onNews told of a schedule that cannot be kept here, and of calls that fail
 */
export function keepSchedules(
  plan: SuitePlan,
  functions: LoadedFunction[],
  onNews: (line: string) => void,
): Schedules {
  const timers: NodeJS.Timeout[] = [];
  for (const { name, schedule } of functions) {
    if (schedule === undefined) continue;
    const minutes = minutesBetweenCalls(schedule);
    if (minutes === undefined) {
      onNews(`${name} is not called here: its schedule, “${schedule}”, is not one like “every 5 minutes”.`);
      continue;
    }
    timers.push(
      setInterval(
        oneAtATime(() => callSchedule(plan, name, onNews)),
        minutes * 60_000,
      ),
    );
  }
  return {
    stop: () => {
      for (const timer of timers) clearInterval(timer);
    },
  };
}

function oneAtATime(run: () => Promise<void>): () => void {
  let isRunning = false;
  return () => {
    if (isRunning) return;
    isRunning = true;
    void run().finally(() => {
      isRunning = false;
    });
  };
}

async function callSchedule(plan: SuitePlan, name: string, onNews: (line: string) => void): Promise<void> {
  const url = `http://${HOST}:${plan.ports.functions}/${plan.projectId}/${REGION}/${name}-0`;
  try {
    const { ok, status } = await fetch(url, { method: 'POST' });
    if (!ok) onNews(`${name} failed: it answered ${status}. Its log says why.`);
  } catch (error) {
    onNews(`${name} could not be called: ${error instanceof Error ? error.message : String(error)}`);
  }
}
