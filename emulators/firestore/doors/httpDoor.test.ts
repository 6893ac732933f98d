import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFirestore } from '../server.ts';
import type { RunningFirestore } from '../server.ts';

const COMMIT = '/v1/projects/p/databases/(default)/documents:commit';
const ORIGIN = 'http://127.0.0.1:5173';

describe('pages of other origins', () => {
  let server: RunningFirestore;

  beforeAll(async () => {
    server = await startFirestore({ port: 0 });
  });

  afterAll(() => server.close());

  it('may ask first, and are told what they may send', async () => {
    const { status, headers } = await fetch(server.url + COMMIT, {
      method: 'OPTIONS',
      headers: { origin: ORIGIN, 'access-control-request-method': 'POST' },
    });

    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('access-control-allow-headers')?.split(', ')).toEqual(
      expect.arrayContaining([
        'authorization',
        'content-type',
        'google-cloud-resource-prefix',
        'x-client-version',
        'x-firebase-gmpid',
        'x-goog-api-client',
        'x-goog-api-key',
        'x-goog-request-params',
      ]),
    );
  });

  it('may read refusals too', async () => {
    const { status, headers } = await fetch(server.url + COMMIT, {
      method: 'POST',
      headers: { origin: ORIGIN },
      body: '{',
    });

    expect(status).toBe(400);
    expect(headers.get('access-control-allow-origin')).toBe(ORIGIN);
  });

  it('are not named where no origin was', async () => {
    const { headers } = await fetch(server.url);

    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('find out that the server is up', async () => {
    expect(await (await fetch(server.url)).text()).toBe('Ok\n');
  });
});
