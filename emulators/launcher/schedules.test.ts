import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOST, planSuite, type SuitePlan } from '../plan/suitePlan.ts';
import { keepSchedules, minutesBetweenCalls } from './schedules.ts';

describe('minutesBetweenCalls', () => {
  it.each([
    ['every 5 minutes', 5],
    ['every 1 minutes', 1],
    ['every minute', 1],
    ['every 2 hours', 120],
  ])('reads %s', (schedule, minutes) => {
    expect(minutesBetweenCalls(schedule)).toBe(minutes);
  });

  it.each(['every day 03:00', '*/5 * * * *', 'every 0 minutes', 'every 5 constructor', ''])(
    'makes nothing up of %s',
    (schedule) => {
      expect(minutesBetweenCalls(schedule)).toBeUndefined();
    },
  );
});

describe('keepSchedules', () => {
  let server: Server;
  let plan: SuitePlan;
  let calls: string[];
  let news: string[];
  let status: number;
  let changed: () => void;

  /** Resolves as soon as what it looks for is there. */
  const until = (isThere: () => boolean) =>
    new Promise<void>((resolve) => {
      changed = () => isThere() && resolve();
      changed();
    });

  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    [calls, news, status, changed] = [[], [], 200, () => undefined];
    server = createServer((request, response) => {
      calls.push(`${request.method} ${request.url}`);
      response.writeHead(status).end(changed);
    }).listen(0, HOST);
    await once(server, 'listening');
    const own = planSuite(false, {});
    plan = { ...own, ports: { ...own.ports, functions: (server.address() as AddressInfo).port } };
  });
  afterEach(() => {
    vi.useRealTimers();
    server.close();
  });

  const keep = (name: string, schedule: string | undefined) =>
    keepSchedules(plan, [{ name, schedule }], (line) => {
      news.push(line);
      changed();
    });

  it('calls a function each time that its schedule comes round, until it is stopped', async () => {
    const schedules = keep('sweep', 'every 5 minutes');
    vi.advanceTimersByTime(5 * 60_000 - 1);
    expect(calls).toEqual([]);
    vi.advanceTimersByTime(1);
    await until(() => calls.length === 1);
    expect(calls).toEqual(['POST /demo-hrx/us-central1/sweep-0']);

    schedules.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says when a call failed', async () => {
    status = 500;
    keep('sweep', 'every 5 minutes');
    vi.advanceTimersByTime(5 * 60_000);
    await until(() => news.length === 1);
    expect(news[0]).toMatch(/^sweep failed: it answered 500/);
  });

  it('says which schedule it cannot keep, and leaves functions without one alone', () => {
    keep('nightly', 'every day 03:00');
    keep('inviteUser', undefined);
    expect(news).toEqual([expect.stringMatching(/^nightly is not called here.*every day 03:00/)]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
