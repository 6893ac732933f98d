import { FieldPath, FieldValue, GeoPoint, Timestamp } from 'firebase-admin/firestore';
import { describe, expect, test } from 'vitest';
import {
  adminDatabase,
  ids,
  INVALID_ARGUMENT,
  NOT_FOUND,
  ALREADY_EXISTS,
  FAILED_PRECONDITION,
} from './testing/adminDatabase.ts';

const admin = adminDatabase('adminDocuments');

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
      other: admin.db.doc('a/other'),
    };
    await admin.db.doc('a/b').set(content);
    const read = await admin.db.doc('a/b').get();

    expect(read.data()).toEqual(content);
    expect(read.updateTime).toEqual(read.createTime);
  });

  test('are merged, updated by path, and deleted', async () => {
    const ref = admin.db.doc('a/b');
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
    const ref = admin.db.doc('a/b');
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
    const ref = admin.db.doc('a/b');
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

  test('of odd names are as production has them', async () => {
    await admin.db.doc('c/____').set({ x: 1 });
    expect((await admin.db.doc('c/____').get()).exists).toBe(true);
    expect((await admin.db.doc('c/__id7__').get()).exists).toBe(false);
    await expect(admin.db.doc('c/__x__').get()).rejects.toThrow('Resource id "__x__" is invalid');
  });

  test('with a vector that is too wide are refused, one in a list is not', async () => {
    const wide = FieldValue.vector(Array.from({ length: 2_049 }, () => 1));

    await expect(admin.db.doc('a/b').set({ wide })).rejects.toThrow(
      'Vectors must be at most 2048 dimensions.',
    );
    await admin.db.doc('a/b').set({ list: [FieldValue.vector([1, 2])] });
    expect((await admin.db.doc('a/b').get()).get('list')).toEqual([FieldValue.vector([1, 2])]);
  });

  test('that are too large are refused', async () => {
    await expect(admin.db.doc('a/b').set({ text: 'x'.repeat(1_048_576) })).rejects.toMatchObject({
      code: INVALID_ARGUMENT,
    });
  });

  test('are read many at once, with a mask', async () => {
    await admin.fill('a', { b: { x: 1, y: 2 } });
    const read = await admin.db.getAll(admin.db.doc('a/none'), admin.db.doc('a/b'), { fieldMask: ['y'] });

    expect(read.map((each) => each.data())).toEqual([undefined, { y: 2 }]);
  });
});

describe('batches', () => {
  test('are written whole or not at all', async () => {
    const batch = admin.db.batch().set(admin.db.doc('a/1'), {}).update(admin.db.doc('a/none'), { x: 1 });
    await expect(batch.commit()).rejects.toMatchObject({ code: NOT_FOUND });

    expect((await admin.db.doc('a/1').get()).exists).toBe(false);
  });

  test('of a bulk writer stand each on its own', async () => {
    await admin.fill('a', { there: {} });
    const writer = admin.db.bulkWriter();
    const failed = expect(writer.create(admin.db.doc('a/there'), {})).rejects.toMatchObject({
      code: ALREADY_EXISTS,
    });
    const written = writer.set(admin.db.doc('a/new'), { x: 1 });
    const deleted = writer.delete(admin.db.doc('a/gone'));
    await writer.close();
    await Promise.all([failed, written]);
    expect((await deleted).writeTime).toEqual(new Timestamp(0, 0));

    expect((await admin.db.doc('a/new').get()).data()).toEqual({ x: 1 });
  });

  test('delete a document with all that lies below it', async () => {
    await admin.fill('a/b/c', { 1: {}, 2: {} });
    await admin.fill('a/b/c/2/d', { deep: {} });
    await admin.fill('a', { b: {}, kept: {} });
    await admin.db.recursiveDelete(admin.db.doc('a/b'));

    expect(ids(await admin.db.collection('a').get())).toEqual(['kept']);
    expect((await admin.db.collectionGroup('d').get()).empty).toBe(true);
  });
});
