// The callables as they are built for deployment: the emulator forces CORS on and App Check off, and shows neither.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as deployed from './index.ts';

vi.mock('firebase-functions/logger');

const FRONTEND = 'https://invites.example.com';

interface BuiltCallable {
  (...request: Parameters<RequestListener>): void;
  __endpoint: { callableTrigger?: object; region?: unknown };
  run(request: unknown): Promise<unknown>;
}

const callables = Object.entries(deployed as unknown as Record<string, BuiltCallable>).filter(
  ([, built]) => built.__endpoint.callableTrigger !== undefined,
);

beforeEach(() => {
  vi.stubEnv('GCLOUD_PROJECT', 'demo-hrx');
  vi.stubEnv('FRONTEND_URL', FRONTEND);
  vi.stubEnv('APP_CHECK', 'true');
  vi.stubEnv('FUNCTIONS_EMULATOR', undefined);
});
afterEach(() => vi.unstubAllEnvs());

/** @returns the origin that a browser is told may call, when a page of `origin` asks. */
async function allowedOrigin(callable: BuiltCallable, origin: string): Promise<string | null> {
  const server = createServer(callable).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const { headers } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
    });
    return headers.get('access-control-allow-origin');
  } finally {
    server.close();
  }
}

/** @returns the code with which a call that carries nothing is refused. */
async function refusal(callable: BuiltCallable, app: object | undefined): Promise<string> {
  const request = { data: {}, app, rawRequest: { rawBody: Buffer.from('{}') } };
  const { details } = await callable.run(request).then(
    () => ({ details: { code: 'it was answered' } }),
    (error: unknown) => error as { details: { code: string } },
  );
  return details.code;
}

describe.each(callables)('%s, as it is deployed', (_name, callable) => {
  it('may be called by pages of FRONTEND_URL alone [ATTACK-14]', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      `${FRONTEND}.evil.example`,
      'http://127.0.0.1:5173',
    ]) {
      // What is not the page's own origin, the browser takes for a no.
      expect(await allowedOrigin(callable, origin)).toBe(FRONTEND);
    }
  });

  it('stands in the region that the web app calls', () => {
    expect(callable.__endpoint.region).toEqual(['us-central1']);
  });

  it('refuses, where App Check is on, what does not come from our app, before anything else', async () => {
    expect(await refusal(callable, undefined)).toBe('request/not-from-app');
    expect(['auth/required', 'request/invalid']).toContain(await refusal(callable, { appId: 'ours' }));
  });

  it('asks for no App Check where it is off, and never in the emulator', async () => {
    vi.stubEnv('APP_CHECK', 'false');
    expect(['auth/required', 'request/invalid']).toContain(await refusal(callable, undefined));
    vi.stubEnv('APP_CHECK', 'true');
    vi.stubEnv('FUNCTIONS_EMULATOR', 'true');
    expect(['auth/required', 'request/invalid']).toContain(await refusal(callable, undefined));
  });
});

it('every callable of the deploy list was looked at', () => {
  expect(callables.map(([name]) => name)).toEqual(expect.arrayContaining(['inviteUser', 'getInvite']));
});
