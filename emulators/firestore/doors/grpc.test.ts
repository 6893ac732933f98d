import { deleteApp, initializeApp, type App } from 'firebase-admin/app';
import {
  FieldPath,
  FieldValue,
  Filter,
  GeoPoint,
  initializeFirestore,
  Timestamp,
  type Firestore,
  type QuerySnapshot,
} from 'firebase-admin/firestore';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEngine } from '../engine/engine.ts';
import { DEMO } from '../engine/testing/values.ts';
import { createFirestoreService } from '../service/firestoreService.ts';
import { openGrpcDoor, type GrpcDoor } from './grpc.ts';

/** The whole way: the real Admin SDK, gRPC, the service, the engine. */

const engine = createEngine();
let door: GrpcDoor;
let app: App;
let db: Firestore;

beforeAll(async () => {
  door = await openGrpcDoor(createFirestoreService({ engine }), '127.0.0.1', 0);
  app = initializeApp({ projectId: DEMO.projectId }, 'grpc.test');
  db = initializeFirestore(app);
  db.settings({ host: `127.0.0.1:${door.port}`, ssl: false });
});

afterAll(async () => {
  await deleteApp(app);
  door.close();
});

beforeEach(() => {
  engine.clear(DEMO);
});

/** The gRPC codes that the SDK's errors carry. */
const INVALID_ARGUMENT = 3;
const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;
const FAILED_PRECONDITION = 9;

function ids(snapshot: QuerySnapshot): string[] {
  return snapshot.docs.map(({ id }) => id);
}

/** Sets a document for each entry in a collection. */
async function fill(collection: string, contents: Record<string, Record<string, unknown>>): Promise<void> {
  const batch = db.batch();
  for (const [id, content] of Object.entries(contents)) batch.set(db.doc(`${collection}/${id}`), content);
  await batch.commit();
}

describe('documents', () => {
  test('of all types are stored and read back', async () => {
    const content = {
      text: 'é😀',
      whole: 7,
      half: 0.5,
      not: NaN,
      yes: true,
      nothing: null,
      at: Timestamp.fromMillis(1_700_000_000_123),
      bytes: Buffer.from([0, 255]),
      place: new GeoPoint(1, -2),
      list: [1, { deep: ['x'] }],
      map: { empty: {}, 'a.b': 1 },
      vector: FieldValue.vector([1, 2.5]),
      other: db.doc('a/other'),
    };
    await db.doc('a/b').set(content);
    const read = await db.doc('a/b').get();

    expect(read.data()).toEqual(content);
    expect(read.updateTime).toEqual(read.createTime);
  });

  test('are merged, updated by path, and deleted', async () => {
    const ref = db.doc('a/b');
    await ref.set({ map: { x: 1, y: 2 }, keep: 1 });
    await ref.set({ map: { x: 9 } }, { merge: true });
    await ref.update({ 'map.y': FieldValue.delete(), added: 1 });
    await ref.update(new FieldPath('dotted.name', 'x'), 2);
    expect((await ref.get()).data()).toEqual({ map: { x: 9 }, keep: 1, added: 1, 'dotted.name': { x: 2 } });

    await ref.set({}, { merge: true });
    expect((await ref.get()).data()).toHaveProperty('keep');
    await ref.delete();
    expect((await ref.get()).exists).toBe(false);
  });

  test('are transformed on the server', async () => {
    const ref = db.doc('a/b');
    await ref.set({ n: 1, list: [1, 2] });
    await ref.update({
      n: FieldValue.increment(2),
      list: FieldValue.arrayUnion(2, 3),
      at: FieldValue.serverTimestamp(),
    });
    await ref.update({ list: FieldValue.arrayRemove(1) });
    const { n, list, at } = (await ref.get()).data() as { n: number; list: number[]; at: Timestamp };

    expect([n, list]).toEqual([3, [2, 3]]);
    expect(Math.abs(at.toMillis() - Date.now())).toBeLessThan(60_000);
  });

  test('are held to preconditions', async () => {
    const ref = db.doc('a/b');
    await expect(ref.update({ x: 1 })).rejects.toMatchObject({ code: NOT_FOUND });
    const { writeTime } = await ref.create({ x: 1 });
    await expect(ref.create({ x: 2 })).rejects.toMatchObject({ code: ALREADY_EXISTS });
    await ref.update({ x: 3 }, { lastUpdateTime: writeTime });
    await expect(ref.update({ x: 4 }, { lastUpdateTime: writeTime })).rejects.toMatchObject({
      code: FAILED_PRECONDITION,
    });
    await expect(ref.delete({ lastUpdateTime: writeTime })).rejects.toMatchObject({
      code: FAILED_PRECONDITION,
    });

    expect((await ref.get()).data()).toEqual({ x: 3 });
  });

  test('that are too large are refused', async () => {
    await expect(db.doc('a/b').set({ text: 'x'.repeat(1_048_576) })).rejects.toMatchObject({
      code: INVALID_ARGUMENT,
    });
  });

  test('are read many at once, with a mask', async () => {
    await fill('a', { b: { x: 1, y: 2 } });
    const read = await db.getAll(db.doc('a/none'), db.doc('a/b'), { fieldMask: ['y'] });

    expect(read.map((each) => each.data())).toEqual([undefined, { y: 2 }]);
  });
});

describe('batches', () => {
  test('are written whole or not at all', async () => {
    const batch = db.batch().set(db.doc('a/1'), {}).update(db.doc('a/none'), { x: 1 });
    await expect(batch.commit()).rejects.toMatchObject({ code: NOT_FOUND });

    expect((await db.doc('a/1').get()).exists).toBe(false);
  });

  test('of a bulk writer stand each on its own', async () => {
    await fill('a', { there: {} });
    const writer = db.bulkWriter();
    const failed = expect(writer.create(db.doc('a/there'), {})).rejects.toMatchObject({
      code: ALREADY_EXISTS,
    });
    const written = writer.set(db.doc('a/new'), { x: 1 });
    await writer.close();
    await Promise.all([failed, written]);

    expect((await db.doc('a/new').get()).data()).toEqual({ x: 1 });
  });

  test('delete a document with all that lies below it', async () => {
    await fill('a/b/c', { 1: {}, 2: {} });
    await fill('a/b/c/2/d', { deep: {} });
    await fill('a', { b: {}, kept: {} });
    await db.recursiveDelete(db.doc('a/b'));

    expect(ids(await db.collection('a').get())).toEqual(['kept']);
    expect((await db.collectionGroup('d').get()).empty).toBe(true);
  });
});

describe('queries', () => {
  beforeEach(() =>
    fill('people', {
      ada: { age: 36, tags: ['math', 'code'], city: 'London' },
      bob: { age: 20, tags: ['code'] },
      cy: { age: 36, city: 'Paris' },
      di: { city: 'Rome' },
    }),
  );

  test('filter, order, limit and select', async () => {
    const people = db.collection('people');

    expect(ids(await people.where('age', '==', 36).get())).toEqual(['ada', 'cy']);
    expect(ids(await people.where('tags', 'array-contains', 'code').get())).toEqual(['ada', 'bob']);
    expect(ids(await people.orderBy('age', 'desc').limit(2).get())).toEqual(['cy', 'ada']);
    expect(ids(await people.orderBy('age').limitToLast(2).get())).toEqual(['ada', 'cy']);
    expect(ids(await people.where(FieldPath.documentId(), 'in', ['cy', 'di']).get())).toEqual(['cy', 'di']);
    const either = Filter.or(Filter.where('age', '<', 30), Filter.where('city', '==', 'Rome'));
    expect(ids(await people.where(either).get())).toEqual(['bob']);
    expect((await people.select('city').orderBy('city').get()).docs[0]?.data()).toEqual({ city: 'London' });
  });

  test('go on after a document', async () => {
    const sorted = db.collection('people').orderBy('age').limit(2);
    const first = await sorted.get();
    expect(ids(first)).toEqual(['bob', 'ada']);

    expect(ids(await sorted.startAfter(first.docs[1]).get())).toEqual(['cy']);
    expect(ids(await sorted.startAt(36).endAt(36).get())).toEqual(['ada', 'cy']);
    expect(ids(await sorted.offset(2).get())).toEqual(['cy']);
  });

  test('count and add up', async () => {
    const people = db.collection('people');

    expect((await people.where('age', '>=', 36).count().get()).data().count).toBe(2);
    expect((await people.limit(3).count().get()).data().count).toBe(3);
  });

  test('find the collections of one name everywhere', async () => {
    await fill('t/acme/members', { ada: { role: 'Admin' } });
    await fill('t/globex/members', { bob: { role: 'Admin' }, cy: { role: 'Worker' } });
    const admins = await db.collectionGroup('members').where('role', '==', 'Admin').get();

    expect(admins.docs.map(({ ref }) => ref.path)).toEqual(['t/acme/members/ada', 't/globex/members/bob']);
  });

  test('that production refuses are refused at once', async () => {
    const tooMany = Array.from({ length: 31 }, (_, n) => n);

    await expect(db.collection('people').where('age', 'in', tooMany).get()).rejects.toMatchObject({
      code: INVALID_ARGUMENT,
    });
  });
});

test('collections and documents are listed, missing ones too', async () => {
  await fill('a', { b: { x: 1 } });
  await fill('a/missing/c', { d: {} });

  expect((await db.listCollections()).map(({ id }) => id)).toEqual(['a']);
  expect((await db.doc('a/missing').listCollections()).map(({ id }) => id)).toEqual(['c']);
  expect((await db.collection('a').listDocuments()).map(({ id }) => id)).toEqual(['b', 'missing']);
});

describe('transactions', () => {
  test(
    'that increment one document at the same time all survive by trying again',
    { timeout: 30_000 },
    async () => {
      const ref = db.doc('a/n');
      await ref.set({ n: 0 });
      const increment = (): Promise<void> =>
        db.runTransaction(async (transaction) => {
          const { n } = (await transaction.get(ref)).data() as { n: number };
          transaction.update(ref, { n: n + 1 });
        });
      await Promise.all(Array.from({ length: 20 }, increment));

      expect((await ref.get()).data()).toEqual({ n: 20 });
    },
  );

  test('that meet crosswise all survive by trying again', { timeout: 30_000 }, async () => {
    await fill('a', { x: { n: 0 }, y: { n: 0 } });
    const both = (first: string, second: string): Promise<void> =>
      db.runTransaction(async (transaction) => {
        for (const id of [first, second]) {
          const ref = db.doc(`a/${id}`);
          await transaction.get(ref);
        }
        for (const id of [first, second])
          transaction.update(db.doc(`a/${id}`), { n: FieldValue.increment(1) });
      });
    await Promise.all([both('x', 'y'), both('y', 'x'), both('x', 'y'), both('y', 'x')]);

    expect((await db.collection('a').get()).docs.map((each) => each.get('n') as number)).toEqual([4, 4]);
  });

  test('that count before they add never add too much', { timeout: 30_000 }, async () => {
    const seats = db.collection('seats');
    const take = (_: unknown, n: number): Promise<void> =>
      db.runTransaction(async (transaction) => {
        const { count } = (await transaction.get(seats.count())).data();
        if (count < 5) transaction.create(seats.doc(String(n)), {});
      });
    await Promise.all(Array.from({ length: 20 }, take));

    expect((await seats.get()).size).toBe(5);
  });

  test('that fail write nothing and block nobody', async () => {
    const ref = db.doc('a/b');
    const failing = db.runTransaction(async (transaction) => {
      await transaction.get(ref);
      transaction.set(ref, { x: 1 });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await ref.set({ x: 2 });

    expect((await ref.get()).data()).toEqual({ x: 2 });
  });

  test('that only read see one instant', async () => {
    await fill('a', { b: { x: 1 }, c: { x: 1 } });
    const seen = await db.runTransaction(
      async (transaction) => {
        const first = await transaction.get(db.doc('a/b'));
        await db.doc('a/c').set({ x: 2 });
        const second = await transaction.get(db.doc('a/c'));
        return [first.get('x') as number, second.get('x') as number];
      },
      { readOnly: true },
    );

    expect(seen).toEqual([1, 1]);
    expect((await db.doc('a/c').get()).get('x')).toBe(2);
  });
});

describe('listeners', () => {
  test('of a query hear of what comes, changes, leaves and goes', async () => {
    const seen: string[][] = [];
    const failed = vi.fn();
    const stop = db
      .collection('a')
      .where('x', '>', 0)
      .onSnapshot(
        (snapshot) => seen.push(snapshot.docChanges().map(({ type, doc }) => `${type} ${doc.id}`)),
        failed,
      );
    const next = (count: number): Promise<void> => vi.waitFor(() => expect(seen).toHaveLength(count), 5_000);
    await next(1);
    await fill('a', { b: { x: 1 }, c: { x: 2 }, ignored: { x: 0 } });
    await next(2);
    await db.doc('a/b').update({ x: 5 });
    await next(3);
    await db.doc('a/b').update({ x: -1 });
    await next(4);
    await db.doc('a/c').delete();
    await next(5);
    stop();

    expect(seen).toEqual([[], ['added b', 'added c'], ['modified b'], ['removed b'], ['removed c']]);
    expect(failed).not.toHaveBeenCalled();
  });

  test('of a document hear of its creation and its end', async () => {
    const seen: unknown[] = [];
    const stop = db.doc('a/b').onSnapshot((snapshot) => seen.push(snapshot.data()));
    await vi.waitFor(() => expect(seen).toHaveLength(1), 5_000);
    await db.doc('a/b').set({ x: 1 });
    await vi.waitFor(() => expect(seen).toHaveLength(2), 5_000);
    await db.doc('a/b').delete();
    await vi.waitFor(() => expect(seen).toHaveLength(3), 5_000);
    stop();

    expect(seen).toEqual([undefined, { x: 1 }, undefined]);
  });
});
