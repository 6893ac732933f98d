import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeployedFunction } from './deployedFunctions.ts';
import { functionsApp } from './functionsApp.ts';

interface Seen {
  name: string;
  body: unknown;
  rawBody: string;
  headers: Record<string, unknown>;
  url: string;
}

let seen: Seen[] = [];
let onSeen: () => void = () => undefined;
let reloads = 0;
let server: Server;
let origin: string;

function recording(name: string, endpoint: DeployedFunction['endpoint']): [string, DeployedFunction] {
  const handle: DeployedFunction['handle'] = (request, response) => {
    const { rawBody } = request as unknown as { rawBody: Buffer };
    seen.push({
      name,
      body: request.body,
      rawBody: rawBody.toString(),
      headers: request.headers,
      url: request.url,
    });
    onSeen();
    response.status(200).send({ result: name });
  };
  return [name, { name, endpoint, handle }];
}

const functions = new Map([
  recording('greet', {}),
  recording('sweep', { scheduleTrigger: { schedule: 'every 5 minutes' } }),
  recording('deliver', { taskQueueTrigger: { retryConfig: { maxAttempts: 2 }, rateLimits: {} } }),
]);

beforeAll(async () => {
  server = createServer((request, response) => {
    app(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const app = functionsApp({
    projectId: 'demo-test',
    region: 'us-central1',
    origin,
    functions: () => functions,
    reload: async () => {
      reloads += 1;
      await Promise.resolve();
    },
  });
});
afterAll(() => {
  server.close();
});
beforeEach(() => {
  seen = [];
});

const post = (path: string, body: unknown) =>
  fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const QUEUES = '/projects/demo-test/locations/us-central1/queues';
const task = (name?: string) => ({
  task: {
    ...(name && { name: `projects/x/tasks/${name}` }),
    httpRequest: {
      body: Buffer.from('{"data":7}').toString('base64'),
      headers: { authorization: 'Bearer none', 'Content-Type': 'application/json' },
    },
  },
});

describe('functionsApp', () => {
  it('tells a function what stands behind its name in the address', async () => {
    for (const rest of ['', '/', '/a/b', '/a?b=c', '?b=c']) {
      expect((await post(`/demo-test/us-central1/greet${rest}`, {})).status).toBe(200);
    }
    expect(seen.map(({ url }) => url)).toEqual(['/', '/', '/a/b', '/a?b=c', '/?b=c']);
  });

  it('answers for a function at the path of the Functions emulator, with the body as it came and as it reads', async () => {
    const response = await post('/demo-test/us-central1/greet', { data: 1 });
    expect(await response.json()).toEqual({ result: 'greet' });
    expect(seen).toMatchObject([{ name: 'greet', body: { data: 1 }, rawBody: '{"data":1}' }]);
  });

  it('answers for a scheduled function at the name of its trigger', async () => {
    expect((await post('/demo-test/us-central1/sweep-0', {})).status).toBe(200);
  });

  it('knows no other function, project or region', async () => {
    const paths = [
      '/demo-test/us-central1/other',
      '/other/us-central1/greet',
      '/demo-test/europe-west1/greet',
    ];
    for (const path of paths) expect((await post(path, {})).status).toBe(404);
  });

  it('takes a task, and brings it to its function as Cloud Tasks does', async () => {
    const arrived = new Promise<void>((resolve) => {
      onSeen = resolve;
    });
    expect((await post(`${QUEUES}/deliver/tasks`, task('one'))).status).toBe(200);
    await arrived;
    expect(seen).toMatchObject([
      {
        name: 'deliver',
        body: { data: 7 },
        headers: {
          authorization: 'Bearer none',
          'content-type': 'application/json',
          'x-cloudtasks-taskname': 'one',
          'x-cloudtasks-taskretrycount': '0',
        },
      },
    ]);
  });

  it('refuses a name that was taken, a queue that is none, and what it cannot take back', async () => {
    await post(`${QUEUES}/deliver/tasks`, task('two'));
    expect((await post(`${QUEUES}/deliver/tasks`, task('two'))).status).toBe(409);
    expect((await post(`${QUEUES}/greet/tasks`, task())).status).toBe(404);
    expect((await fetch(`${origin}${QUEUES}/deliver/tasks/none`, { method: 'DELETE' })).status).toBe(404);
  });

  it('loads the functions again when it is told', async () => {
    expect((await post('/reload', {})).status).toBe(204);
    expect(reloads).toBe(1);
  });
});
