/** Runs a scheduled function as Cloud Scheduler does: in the test suite nothing else calls it. */
import { suite } from './suite.ts';

/**
 * @param name its deployed name: `sweepInvites`
 * @throws Error when there is no such function, or it failed
 */
export async function runSchedule(name: string): Promise<void> {
  const response = await fetch(`${suite.functionsUrl}/${name}-0`, {
    method: 'POST',
    headers: { 'x-cloudscheduler': 'true', 'x-cloudscheduler-scheduletime': new Date().toISOString() },
  });
  if (!response.ok) throw new Error(`${name} answered ${response.status}: ${await response.text()}`);
}
