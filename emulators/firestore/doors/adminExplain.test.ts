import { Filter } from 'firebase-admin/firestore';
import { beforeEach, describe, expect, test } from 'vitest';
import { adminDatabase, ids } from './testing/adminDatabase.ts';

const admin = adminDatabase('adminExplain');

describe('an explained query', () => {
  beforeEach(() =>
    admin.fill('people', { ada: { age: 36, tags: ['x'] }, bob: { age: 20 }, cy: { age: 40 } }),
  );

  test('tells its indexes without running, and with analyze its results and its work', async () => {
    const query = admin.db.collection('people').where('age', '>', 30).limit(5);
    const indexesUsed = [{ properties: '(age ASC, __name__ ASC)', query_scope: 'Collection' }];
    expect(await query.explain()).toEqual({
      metrics: { planSummary: { indexesUsed }, executionStats: null },
      snapshot: null,
    });

    const { metrics, snapshot } = await query.explain({ analyze: true });
    expect(snapshot && ids(snapshot)).toEqual(['ada', 'cy']);
    expect(metrics.planSummary.indexesUsed).toEqual(indexesUsed);
    expect(metrics.executionStats).toMatchObject({
      resultsReturned: 2,
      readOperations: 2,
      debugStats: { documents_scanned: '2', index_entries_scanned: '2' },
    });
    expect(metrics.executionStats?.executionDuration.nanoseconds).toBeGreaterThan(0);
  });

  test('of nothing costs one read', async () => {
    const { metrics, snapshot } = await admin.db.collection('none').explain({ analyze: true });

    expect(snapshot?.empty).toBe(true);
    expect(metrics.executionStats).toMatchObject({ resultsReturned: 0, readOperations: 1 });
  });

  test.each<[string, string[]]>([
    ['equal', ['(age ASC, __name__ ASC)']],
    ['contains', ['(tags CONTAINS, age DESC, __name__ DESC)']],
    ['either', ['(age ASC, __name__ ASC)', '(tags CONTAINS, __name__ ASC)']],
  ])('names the index of each part: %s', async (which, properties) => {
    const people = admin.db.collection('people');
    const queries = {
      equal: people.where('age', '==', 1),
      contains: people.where('tags', 'array-contains', 'x').orderBy('age', 'desc'),
      either: people.where(
        Filter.or(Filter.where('age', '==', 1), Filter.where('tags', 'array-contains', 'x')),
      ),
    };
    const { metrics } = await queries[which as keyof typeof queries].explain();

    expect(metrics.planSummary.indexesUsed.map((index) => index['properties'])).toEqual(properties);
  });

  test('that counts reads index entries alone', async () => {
    const count = admin.db.collection('people').count();
    expect((await count.explain()).snapshot).toBeNull();

    const { metrics, snapshot } = await count.explain({ analyze: true });
    expect(snapshot?.data().count).toBe(3);
    expect(metrics.executionStats).toMatchObject({ resultsReturned: 1, readOperations: 1 });
  });
});

test('a collection group is parted, and its shares together are all of it', async () => {
  for (const shop of ['x', 'y', 'z']) {
    await admin.fill(`shops/${shop}/items`, { 1: {}, 2: {}, 3: {}, 4: {} });
  }
  const group = admin.db.collectionGroup('items');
  const sizes: number[] = [];
  for await (const partition of group.getPartitions(4)) {
    sizes.push((await partition.toQuery().get()).size);
  }
  expect(sizes).toEqual([3, 3, 3, 3]);

  const few: number[] = [];
  for await (const partition of admin.db.collectionGroup('none').getPartitions(4)) {
    few.push((await partition.toQuery().get()).size);
  }
  expect(few).toEqual([0]);
});
