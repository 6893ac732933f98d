import { describe, expect, it, vi } from 'vitest';
import { REPORTS_A_MINUTE } from '../contract/limits.ts';
import { memoryTransactions } from '../testing/memoryTransactions.ts';
import { receiveReports } from './receiveReports.ts';

const REPORT = JSON.stringify({
  'csp-report': {
    'violated-directive': 'img-src',
    'blocked-uri': 'data',
    'document-uri': 'https://a.example/invite',
  },
});

function world() {
  const warn = vi.fn();
  const deps = {
    ...memoryTransactions(),
    clock: { now: () => new Date('2026-11-24T12:00:00Z') },
    log: { debug: vi.fn(), info: vi.fn(), warn, error: vi.fn() },
  };
  const send = (text: string, network = '198.51.100.7', method: 'GET' | 'POST' = 'POST') =>
    receiveReports(deps, { method, path: '/', body: Buffer.from(text), network });
  return { warn, send };
}

describe('reports about the policy', () => {
  it('are logged, one line each [ATTACK-39]', async () => {
    const { warn, send } = world();
    expect(await send(REPORT)).toMatchObject({ status: 204 });
    expect(warn).toHaveBeenCalledExactlyOnceWith('policy.violated', {
      directive: 'img-src',
      blocked: 'data',
      page: '/invite',
      line: null,
    });
  });

  it('are limited for each network, exactly [ATTACK-39]', async () => {
    const { warn, send } = world();
    for (let i = 0; i < REPORTS_A_MINUTE; i += 1) await send(REPORT);
    await expect(send(REPORT)).rejects.toThrow('limits/reports');
    expect(warn).toHaveBeenCalledTimes(REPORTS_A_MINUTE);
    expect(await send(REPORT, '203.0.113.9')).toMatchObject({ status: 204 });
  });

  it('are not what is too long, no report, or only looked at', async () => {
    const { warn, send } = world();
    expect(await send(`${REPORT}${' '.repeat(20_000)}`)).toMatchObject({ status: 413 });
    expect(await send('{}')).toMatchObject({ status: 400 });
    expect(await send('', '198.51.100.7', 'GET')).toMatchObject({ status: 404 });
    expect(warn).not.toHaveBeenCalled();
  });
});
