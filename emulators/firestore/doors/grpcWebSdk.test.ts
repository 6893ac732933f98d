import { deleteApp, initializeApp, type FirebaseApp } from 'firebase/app';
import {
  collection,
  connectFirestoreEmulator,
  deleteDoc,
  disableNetwork,
  doc,
  enableNetwork,
  getCountFromServer,
  getDoc,
  getDocs,
  initializeFirestore,
  limit,
  onSnapshot,
  orderBy,
  query,
  runTransaction,
  serverTimestamp,
  setDoc,
  setLogLevel,
  terminate,
  Timestamp,
  type Firestore,
} from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createEngine } from '../engine/engine.ts';
import { deleting, DEMO, setting } from '../engine/testing/values.ts';
import { parseWrite } from '../engine/write.ts';
import { createFirestoreService } from '../service/firestoreService.ts';
import { rulesThat } from '../service/testing/harness.ts';
import { openGrpcDoor, type GrpcDoor } from './grpc.ts';

/** The web SDK as it runs in Node: over gRPC, judged by rules. */

const engine = createEngine();
/** Ada may do everything while the gate is open, and nobody else anything. */
const rules = rulesThat(
  async ({ auth }, read) => auth?.uid === 'ada' && (await read(['gate', 'open'], false)) !== null,
);

let door: GrpcDoor;
let app: FirebaseApp;
let ada: Firestore;
let nobody: Firestore;

beforeAll(async () => {
  setLogLevel('silent');
  door = await openGrpcDoor(createFirestoreService({ engine, rules: () => rules }), '127.0.0.1', 0);
  app = initializeApp({ projectId: DEMO.projectId, apiKey: 'none' }, 'grpcWebSdk.test');
  ada = initializeFirestore(app, {});
  connectFirestoreEmulator(ada, '127.0.0.1', door.port, { mockUserToken: { user_id: 'ada' } });
  nobody = initializeFirestore(initializeApp({ projectId: DEMO.projectId, apiKey: 'none' }, 'nobody'), {});
  connectFirestoreEmulator(nobody, '127.0.0.1', door.port);
});

afterAll(async () => {
  await Promise.all([terminate(ada), terminate(nobody)]);
  await Promise.all([deleteApp(app), deleteApp(nobody.app)]);
  door.close();
});

beforeEach(() => {
  engine.clear(DEMO);
  put('gate/open');
});

function put(path: string, content: Record<string, number> = {}): void {
  engine.database(DEMO).commit([parseWrite(setting(path, content), DEMO)]);
}

function remove(path: string): void {
  engine.database(DEMO).commit([parseWrite(deleting(path), DEMO)]);
}

test('documents are written and read; server timestamps come back', async () => {
  await setDoc(doc(ada, 'a/b'), { x: 1, at: serverTimestamp() });
  const read = await getDoc(doc(ada, 'a/b'));

  expect(read.data()).toEqual({ x: 1, at: expect.any(Timestamp) as Timestamp });
  expect((await getDocs(collection(ada, 'a'))).size).toBe(1);
  expect((await getCountFromServer(collection(ada, 'a'))).data().count).toBe(1);
  await deleteDoc(doc(ada, 'a/b'));
  expect((await getDoc(doc(ada, 'a/b'))).exists()).toBe(false);
});

test('who is not allowed is told so, for every kind of request', async () => {
  const denied = { code: 'permission-denied' };

  await expect(getDoc(doc(nobody, 'a/b'))).rejects.toMatchObject(denied);
  await expect(getDocs(collection(nobody, 'a'))).rejects.toMatchObject(denied);
  await expect(getCountFromServer(collection(nobody, 'a'))).rejects.toMatchObject(denied);
  await expect(setDoc(doc(nobody, 'a/b'), {})).rejects.toMatchObject(denied);
});

test('a transaction checks what it only read', async () => {
  put('a/read', { n: 1 });
  let attempts = 0;
  await runTransaction(ada, async (transaction) => {
    attempts += 1;
    const { n } = (await transaction.get(doc(ada, 'a/read'))).data() as { n: number };
    if (attempts === 1) put('a/read', { n: 2 });
    transaction.set(doc(ada, 'a/copy'), { n });
  });

  expect(attempts).toBe(2);
  expect((await getDoc(doc(ada, 'a/copy'))).data()).toEqual({ n: 2 });
});

test('a listener keeps up through changes, a limit, and a lost connection, and ends when the rules say so', async () => {
  const seen: string[] = [];
  const failed = vi.fn();
  const firstTwo = query(collection(ada, 'a'), orderBy('n'), limit(2));
  onSnapshot(
    firstTwo,
    ({ docs, metadata }) => {
      if (!metadata.fromCache) seen.push(docs.map(({ id }) => id).join());
    },
    failed,
  );
  const shows = (expected: string): Promise<void> =>
    vi.waitFor(() => expect(seen.at(-1)).toBe(expected), 5_000);
  await shows('');
  for (const [n, id] of ['p', 'q', 'r'].entries()) put(`a/${id}`, { n });
  await shows('p,q');
  remove('a/p');
  await shows('q,r');
  put('a/first', { n: -1 });
  await shows('first,q');

  await disableNetwork(ada);
  remove('a/first');
  put('a/q', { n: 9 });
  await enableNetwork(ada);
  await shows('r,q');

  remove('gate/open');
  await vi.waitFor(
    () => expect(failed).toHaveBeenCalledWith(expect.objectContaining({ code: 'permission-denied' })),
    5_000,
  );
});
