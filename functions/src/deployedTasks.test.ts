// The task functions as they are built for deployment.
import { describe, expect, it } from 'vitest';
import * as deployed from './index.ts';

interface BuiltTask {
  __endpoint: { region?: unknown; taskQueueTrigger?: Record<string, Record<string, unknown>> };
}

const tasks = Object.entries(deployed as unknown as Record<string, BuiltTask>).filter(
  ([, { __endpoint }]) => __endpoint.taskQueueTrigger !== undefined,
);

it('are what sends and what writes claims', () => {
  expect(tasks.map(([name]) => name).sort()).toEqual(expect.arrayContaining(['deliverOutbox', 'syncClaims']));
});

describe.each(tasks)('%s, as it is deployed', (_name, { __endpoint }) => {
  it('stands in the region that the callables queue it in', () => {
    expect(__endpoint.region).toEqual(['us-central1']);
  });

  it('is tried ten times, later and later, and five at the same moment', () => {
    const { retryConfig, rateLimits } = __endpoint.taskQueueTrigger ?? {};
    expect(retryConfig?.['maxAttempts']).toBe(10);
    expect(Number(retryConfig?.['maxBackoffSeconds'])).toBeGreaterThanOrEqual(600);
    expect(rateLimits?.['maxConcurrentDispatches']).toBe(5);
  });
});
