import { describe, expect, test, vi } from 'vitest';
import { adminDatabase } from './testing/adminDatabase.ts';

const admin = adminDatabase('adminListeners');

describe('listeners', () => {
  test('of a query hear of what comes, changes, leaves and goes', async () => {
    const seen: string[][] = [];
    const failed = vi.fn();
    const stop = admin.db
      .collection('a')
      .where('x', '>', 0)
      .onSnapshot(
        (snapshot) => seen.push(snapshot.docChanges().map(({ type, doc }) => `${type} ${doc.id}`)),
        failed,
      );
    const next = (count: number): Promise<void> => vi.waitFor(() => expect(seen).toHaveLength(count), 5_000);
    await next(1);
    await admin.fill('a', { b: { x: 1 }, c: { x: 2 }, ignored: { x: 0 } });
    await next(2);
    await admin.db.doc('a/b').update({ x: 5 });
    await next(3);
    await admin.db.doc('a/b').update({ x: -1 });
    await next(4);
    await admin.db.doc('a/c').delete();
    await next(5);
    stop();

    expect(seen).toEqual([[], ['added b', 'added c'], ['modified b'], ['removed b'], ['removed c']]);
    expect(failed).not.toHaveBeenCalled();
  });

  test('of a document hear of its creation and its end', async () => {
    const seen: unknown[] = [];
    const stop = admin.db.doc('a/b').onSnapshot((snapshot) => seen.push(snapshot.data()));
    await vi.waitFor(() => expect(seen).toHaveLength(1), 5_000);
    await admin.db.doc('a/b').set({ x: 1 });
    await vi.waitFor(() => expect(seen).toHaveLength(2), 5_000);
    await admin.db.doc('a/b').delete();
    await vi.waitFor(() => expect(seen).toHaveLength(3), 5_000);
    stop();

    expect(seen).toEqual([undefined, { x: 1 }, undefined]);
  });
});
