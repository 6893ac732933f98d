import { deleteApp, initializeApp, type App } from 'firebase-admin/app';
import { initializeFirestore, type Firestore } from 'firebase-admin/firestore';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFirestore, type RunningFirestore } from './server.ts';

let server: RunningFirestore;
let app: App;
let db: Firestore;

async function start(abortFirstAttempts: boolean): Promise<void> {
  server = await startFirestore({ port: 0, abortFirstAttempts });
  app = initializeApp({ projectId: 'demo-twice' }, 'twice');
  db = initializeFirestore(app);
  db.settings({ host: `127.0.0.1:${server.port}`, ssl: false });
}

beforeEach(() => start(true));

afterEach(async () => {
  await deleteApp(app);
  await server.close();
});

/** How often the SDK runs the body of a transaction that adds 1. */
async function countRuns(): Promise<number> {
  let runs = 0;
  await db.runTransaction(async (transaction) => {
    runs += 1;
    const n = (await transaction.get(db.doc('a/n'))).get('n') as number | undefined;
    transaction.set(db.doc('a/n'), { n: (n ?? 0) + 1 });
  });
  return runs;
}

test('each transaction of the Admin SDK runs its body twice, and is written once', async () => {
  expect([await countRuns(), await countRuns()]).toEqual([2, 2]);

  expect((await db.doc('a/n').get()).get('n')).toBe(2);
});

test('what reads only, and what is no transaction, runs once', async () => {
  let runs = 0;
  await db.batch().set(db.doc('a/b'), {}).commit();
  await db.runTransaction(
    async (transaction) => {
      runs += 1;
      await transaction.get(db.doc('a/b'));
    },
    { readOnly: true },
  );

  expect(runs).toBe(1);
  expect((await db.doc('a/b').get()).exists).toBe(true);
});

test('without the option a body runs once', async () => {
  await deleteApp(app);
  await server.close();
  await start(false);

  expect(await countRuns()).toBe(1);
});

test('it is changed while the server runs', async () => {
  server.abortFirstAttempts(false);
  expect(await countRuns()).toBe(1);

  server.abortFirstAttempts(true);
  expect(await countRuns()).toBe(2);
});
