import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deleteApp, initializeApp } from 'firebase/app';
import type { FirebaseApp } from 'firebase/app';
import {
  collection,
  connectFirestoreEmulator,
  deleteDoc,
  doc,
  getCountFromServer,
  getDoc,
  getDocs,
  initializeFirestore,
  onSnapshot,
  query,
  runTransaction,
  setLogLevel,
  setDoc,
  terminate,
  updateDoc,
  where,
} from 'firebase/firestore';
import type { Firestore } from 'firebase/firestore';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startFirestore } from './server.ts';
import type { RunningFirestore } from './server.ts';
import { NOTES_RULES } from './doors/testing/notesRules.ts';

const PROJECT = 'demo-doors';

// The SDK writes every refusal that a test provokes to the console.
setLogLevel('silent');

describe('the web SDK in Node, over gRPC', () => {
  let server: RunningFirestore;
  let folder: string;
  const apps: FirebaseApp[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'firestore-'));
    server = await startWithRules(0);
  });

  afterEach(async () => {
    await Promise.all(apps.splice(0).map((app) => deleteApp(app)));
    await server.close();
    await rm(folder, { recursive: true });
  });

  async function startWithRules(port: number): Promise<RunningFirestore> {
    const started = await startFirestore({ port });
    const answer = await fetch(`${started.url}/emulator/v1/projects/${PROJECT}:securityRules`, {
      method: 'PUT',
      body: JSON.stringify({ rules: { files: [{ content: NOTES_RULES }] } }),
    });
    expect(answer.status).toBe(200);
    return started;
  }

  function signIn(uid: string): Firestore {
    const app = initializeApp({ projectId: PROJECT, apiKey: 'fake' }, `${uid}-${apps.length}`);
    apps.push(app);
    const firestore = initializeFirestore(app, {});
    connectFirestoreEmulator(firestore, '127.0.0.1', server.port, { mockUserToken: { user_id: uid } });
    return firestore;
  }

  function notesOf(firestore: Firestore, uid: string): ReturnType<typeof query> {
    return query(collection(firestore, 'notes'), where('owner', '==', uid));
  }

  it('sees documents come, change and go in a live query', async () => {
    const ada = signIn('ada');
    const seen: string[][] = [];
    onSnapshot(notesOf(ada, 'ada'), (snapshot) => {
      const changes = snapshot.docChanges().map(({ type, doc: { id } }) => `${type} ${id}`);
      if (!snapshot.metadata.hasPendingWrites) seen.push(changes);
    });
    await vi.waitFor(() => expect(seen).toEqual([[]]), 10_000);

    const otherAda = signIn('ada');
    await setDoc(doc(otherAda, 'notes/one'), { owner: 'ada', text: 'a' });
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['added one']), 10_000);
    await updateDoc(doc(otherAda, 'notes/one'), { text: 'b' });
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['modified one']), 10_000);
    await deleteDoc(doc(otherAda, 'notes/one'));
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['removed one']), 10_000);
  });

  it('reads, counts and runs transactions', async () => {
    const ada = signIn('ada');
    const one = doc(ada, 'notes/one');
    await setDoc(one, { owner: 'ada', visits: 1 });
    await runTransaction(ada, async (transaction) => {
      const visits = (await transaction.get(one)).get('visits') as number;
      transaction.update(one, { visits: visits + 1 });
    });

    expect((await getDoc(one)).data()).toEqual({ owner: 'ada', visits: 2 });
    expect((await getDocs(notesOf(ada, 'ada'))).size).toBe(1);
    expect((await getCountFromServer(notesOf(ada, 'ada'))).data().count).toBe(1);
  });

  it('is denied what the rules deny, and the documents stay', async () => {
    const ada = signIn('ada');
    const bob = signIn('bob');
    await setDoc(doc(ada, 'notes/one'), { owner: 'ada' });

    const denied = expect.objectContaining({ code: 'permission-denied' }) as unknown;
    await expect(setDoc(doc(bob, 'notes/one'), { owner: 'bob' })).rejects.toEqual(denied);
    await expect(getDoc(doc(bob, 'notes/one'))).rejects.toEqual(denied);
    await expect(getDocs(collection(bob, 'notes'))).rejects.toEqual(denied);
    await expect(getCountFromServer(notesOf(bob, 'ada'))).rejects.toEqual(denied);
    expect((await getDoc(doc(ada, 'notes/one'))).data()).toEqual({ owner: 'ada' });
  });

  it('comes back to a live query after the server was started again on its port', async () => {
    const ada = signIn('ada');
    const sizes: number[] = [];
    await setDoc(doc(ada, 'notes/one'), { owner: 'ada' });
    onSnapshot(notesOf(ada, 'ada'), (snapshot) => sizes.push(snapshot.size));
    await vi.waitFor(() => expect(sizes.at(-1)).toBe(1), 10_000);

    const state = join(folder, 'state.json');
    await server.save(state);
    await server.close();
    server = await startWithRules(server.port);
    await server.load(state);
    const restarted = signIn('ada');
    await setDoc(doc(restarted, 'notes/two'), { owner: 'ada' });

    await vi.waitFor(() => expect(sizes.at(-1)).toBe(2), { timeout: 20_000 });
  }, 30_000);

  it('saves what it holds into a file that another server begins with', async () => {
    await setDoc(doc(signIn('ada'), 'notes/one'), { owner: 'ada' });
    const stateFile = join(folder, 'state.json');
    await server.save(stateFile);
    await server.close();
    expect(await readFile(stateFile, 'utf8')).toContain('notes/one');

    server = await startFirestore({ port: 0, stateFile });
    const path = `/v1/projects/${PROJECT}/databases/(default)/documents/notes/one`;
    const answer = await fetch(server.url + path, { headers: { authorization: 'Bearer owner' } });
    expect(await answer.json()).toMatchObject({ fields: { owner: { stringValue: 'ada' } } });
  });

  it('can be terminated', async () => {
    const ada = signIn('ada');
    onSnapshot(notesOf(ada, 'ada'), () => undefined);

    await terminate(ada);
    expect(() => getDoc(doc(ada, 'notes/one'))).toThrow(/terminated/);
  });
});

describe('starting', () => {
  it('fails when the port is taken, and leaves nothing behind', async () => {
    const first = await startFirestore({ port: 0 });

    await expect(startFirestore({ port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
    const second = await startFirestore({ port: first.port });
    await second.close();
  });

  it('denies clients, not the owner, while there are no rules', async () => {
    const server = await startFirestore({ port: 0 });
    const address = `${server.url}/v1/projects/p/databases/(default)/documents/notes`;
    const owner = { headers: { authorization: 'Bearer owner' } };

    expect((await fetch(address)).status).toBe(403);
    expect((await fetch(address, owner)).status).toBe(200);
    await server.close();
  });
});
