// The pages that functions answer with themselves, as they are built for deployment.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as deployed from './index.ts';

vi.mock('firebase-functions/logger');

type BuiltPage = RequestListener & { __endpoint: { httpsTrigger?: object; region?: unknown } };

const pages = Object.entries(deployed as unknown as Record<string, BuiltPage>).filter(
  ([, { __endpoint }]) => __endpoint.httpsTrigger !== undefined,
);

beforeEach(() => {
  vi.stubEnv('GCLOUD_PROJECT', 'demo-hrx');
  vi.stubEnv('FUNCTIONS_EMULATOR', undefined);
});
afterEach(() => vi.unstubAllEnvs());

async function ask(page: BuiltPage, method: string, path = '/'): Promise<Response> {
  const { default: express } = await import('express');
  const server = createServer(express().use(page as never)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
      method,
    });
    await answer.clone().arrayBuffer();
    return answer;
  } finally {
    server.close();
  }
}

it('are what the emails open, and where browsers report', () => {
  expect(pages.map(([name]) => name).sort()).toEqual(['policyReports', 'unsubscribe']);
});

describe.each(pages)('%s, as it is deployed', (_name, page) => {
  it('stands in our region and is open to everybody', () => {
    expect(page.__endpoint).toMatchObject({ region: ['us-central1'], httpsTrigger: { invoker: ['public'] } });
  });

  it('loads nothing, is framed by nobody and is kept by no cache', async () => {
    const { headers } = await ask(page, 'GET', `/${'0'.repeat(64)}`);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'$/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s', async (method) => {
    const { status, headers } = await ask(page, method);
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('GET, HEAD, POST');
  });
});
