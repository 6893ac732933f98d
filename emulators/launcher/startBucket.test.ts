import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import deployed from '../../firebase.json' with { type: 'json' };
import type { StorageServer } from '../storage/startStorage.ts';
import { functionsEnvironmentFiles } from '../plan/functionsEnvironment.ts';
import { startBucket } from './startBucket.ts';
import { emulatorVariables, planSuite, REPOSITORY, type SuitePlan } from '../plan/suitePlan.ts';

let plan: SuitePlan;
let storage: StorageServer;

beforeAll(async () => {
  const planned = planSuite(true, {});
  const folder = await mkdtemp(path.join(tmpdir(), 'bucket-'));
  plan = { ...planned, folder, ports: { ...planned.ports, storage: 0 } };
  storage = await startBucket(plan);
  plan.ports.storage = storage.port;
});
afterAll(async () => {
  await storage.close();
  await rm(plan.folder, { recursive: true });
});

/** As functions do it; prints the URL. */
const PROGRAM = `
  import { initializeApp } from 'firebase-admin/app';
  import { getStorage } from 'firebase-admin/storage';
  const file = getStorage(initializeApp({ projectId: process.env.GCLOUD_PROJECT })).bucket(process.argv[1]).file('a b.txt');
  await file.save('hello', { contentType: 'text/plain' });
  const [url] = await file.getSignedUrl({ version: 'v4', action: 'read', expires: Date.now() + 60_000 });
  console.log(url);`;

it(
  'lets the functions sign, by the variables that they get, for the web app alone',
  { timeout: 30_000 },
  async () => {
    const [line = ''] = (functionsEnvironmentFiles(plan)['.env.local'] ?? '').split('\n');
    const [name = '', file = ''] = line.split('=');
    const env = { PATH: process.env['PATH'], ...emulatorVariables(plan), [name]: JSON.parse(file) as string };
    const args = ['--input-type=module', '--eval', PROGRAM, plan.bucket];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: REPOSITORY, env });

    const response = await fetch(stdout.trim(), { headers: { origin: plan.webUrl } });
    expect([response.status, await response.text()]).toEqual([200, 'hello']);
    expect(response.headers.get('access-control-allow-origin')).toBe(plan.webUrl);
    const elsewhere = await fetch(stdout.trim(), { headers: { origin: 'https://elsewhere.example' } });
    expect(elsewhere.headers.has('access-control-allow-origin')).toBe(false);
  },
);

it('is the bucket that the Functions emulator names, and lets no Firebase client in', async () => {
  expect(plan.bucket).toBe('demo-hrx-test.appspot.com');
  const rules = await readFile(path.join(REPOSITORY, deployed.storage.rules), 'utf8');
  expect(rules.match(/allow .*/g)).toEqual(['allow read, write: if false;']);
});
