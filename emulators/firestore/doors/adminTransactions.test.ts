import { FieldValue } from 'firebase-admin/firestore';
import { describe, expect, test } from 'vitest';
import { adminDatabase } from './testing/adminDatabase.ts';

const admin = adminDatabase('adminTransactions');

describe('transactions', () => {
  test(
    'that increment one document at the same time all survive by trying again',
    { timeout: 30_000 },
    async () => {
      const ref = admin.db.doc('a/n');
      await ref.set({ n: 0 });
      const increment = (): Promise<void> =>
        admin.db.runTransaction(async (transaction) => {
          const { n } = (await transaction.get(ref)).data() as { n: number };
          transaction.update(ref, { n: n + 1 });
        });
      await Promise.all(Array.from({ length: 20 }, increment));

      expect((await ref.get()).data()).toEqual({ n: 20 });
    },
  );

  test('that meet crosswise all survive by trying again', { timeout: 30_000 }, async () => {
    await admin.fill('a', { x: { n: 0 }, y: { n: 0 } });
    const both = (first: string, second: string): Promise<void> =>
      admin.db.runTransaction(async (transaction) => {
        for (const id of [first, second]) {
          const ref = admin.db.doc(`a/${id}`);
          await transaction.get(ref);
        }
        for (const id of [first, second])
          transaction.update(admin.db.doc(`a/${id}`), { n: FieldValue.increment(1) });
      });
    await Promise.all([both('x', 'y'), both('y', 'x'), both('x', 'y'), both('y', 'x')]);

    expect((await admin.db.collection('a').get()).docs.map((each) => each.get('n') as number)).toEqual([
      4, 4,
    ]);
  });

  test('that count before they add never add too much', { timeout: 30_000 }, async () => {
    const seats = admin.db.collection('seats');
    const take = (_: unknown, n: number): Promise<void> =>
      admin.db.runTransaction(async (transaction) => {
        const { count } = (await transaction.get(seats.count())).data();
        if (count < 5) transaction.create(seats.doc(String(n)), {});
      });
    await Promise.all(Array.from({ length: 20 }, take));

    expect((await seats.get()).size).toBe(5);
  });

  test('that fail write nothing and block nobody', async () => {
    const ref = admin.db.doc('a/b');
    const failing = admin.db.runTransaction(async (transaction) => {
      await transaction.get(ref);
      transaction.set(ref, { x: 1 });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await ref.set({ x: 2 });

    expect((await ref.get()).data()).toEqual({ x: 2 });
  });

  test('that only read see one instant', async () => {
    await admin.fill('a', { b: { x: 1 }, c: { x: 1 } });
    const seen = await admin.db.runTransaction(
      async (transaction) => {
        const first = await transaction.get(admin.db.doc('a/b'));
        await admin.db.doc('a/c').set({ x: 2 });
        const second = await transaction.get(admin.db.doc('a/c'));
        return [first.get('x') as number, second.get('x') as number];
      },
      { readOnly: true },
    );

    expect(seen).toEqual([1, 1]);
    expect((await admin.db.doc('a/c').get()).get('x')).toBe(2);
  });
});
