import type { VectorQuery, VectorQueryOptions } from '@google-cloud/firestore';
import { FieldValue } from 'firebase-admin/firestore';
import { beforeEach, expect, test } from 'vitest';
import { adminDatabase, INVALID_ARGUMENT } from './testing/adminDatabase.ts';

const admin = adminDatabase('adminVectors');
const at = (...numbers: number[]): ReturnType<typeof FieldValue.vector> => FieldValue.vector(numbers);

beforeEach(() =>
  admin.fill('shops', {
    near: { place: at(1, 0), open: true },
    far: { place: at(4, 4), open: true },
    shut: { place: at(1, 1), open: false },
    opposite: { place: at(-2, 0), open: true },
    flat: { place: [1, 0], open: true },
    wide: { place: at(1, 0, 0), open: true },
    nowhere: { open: true },
  }),
);

function nearest(options: Partial<VectorQueryOptions> = {}): VectorQuery {
  return admin.db.collection('shops').findNearest({
    vectorField: 'place',
    queryVector: [1, 0],
    limit: 10,
    distanceMeasure: 'EUCLIDEAN',
    distanceResultField: 'distance',
    ...options,
  });
}

/** Each result with its distance, to three digits. */
async function found(query: VectorQuery): Promise<[string, number][]> {
  const { docs } = await query.get();
  return docs.map((each) => [each.id, Number((each.get('distance') as number).toFixed(3))]);
}

test('a search gives the nearest first, by each measure, and leaves out what is no such vector', async () => {
  expect(await found(nearest())).toEqual([
    ['near', 0],
    ['shut', 1],
    ['opposite', 3],
    ['far', 5],
  ]);
  expect(await found(nearest({ distanceMeasure: 'COSINE' }))).toEqual([
    ['near', 0],
    ['far', 0.293],
    ['shut', 0.293],
    ['opposite', 2],
  ]);
  expect(await found(nearest({ distanceMeasure: 'DOT_PRODUCT' }))).toEqual([
    ['far', 4],
    ['near', 1],
    ['shut', 1],
    ['opposite', -2],
  ]);
});

test('a search ends at its limit, and at its threshold from either side', async () => {
  expect(await found(nearest({ limit: 1 }))).toEqual([['near', 0]]);
  expect(await found(nearest({ distanceThreshold: 1 }))).toEqual([
    ['near', 0],
    ['shut', 1],
  ]);
  expect(await found(nearest({ distanceMeasure: 'DOT_PRODUCT', distanceThreshold: 1 }))).toEqual([
    ['far', 4],
    ['near', 1],
    ['shut', 1],
  ]);
});

test('a search takes the filter and the fields of its query', async () => {
  const open = admin.db.collection('shops').where('open', '==', true).select('distance');
  const { docs } = await open
    .findNearest({
      vectorField: 'place',
      queryVector: [1, 0],
      limit: 2,
      distanceMeasure: 'EUCLIDEAN',
      distanceResultField: 'distance',
    })
    .get();

  expect(docs.map((each) => [each.id, each.data()])).toEqual([
    ['near', { distance: 0 }],
    ['opposite', { distance: 3 }],
  ]);
});

test('a search that asks for no distance gives the documents as they are', async () => {
  const { docs } = await admin.db
    .collection('shops')
    .findNearest({ vectorField: 'place', queryVector: [1, 0], limit: 1, distanceMeasure: 'EUCLIDEAN' })
    .get();

  expect(docs[0]?.data()).toEqual({ place: at(1, 0), open: true });
});

test.each<[string, Partial<VectorQueryOptions>]>([
  ['Vectors must be at most 2048 dimensions.', { queryVector: Array.from({ length: 2_049 }, () => 1) }],
  ['is reserved', { distanceResultField: '__name__' }],
  ['has no direction', { queryVector: [0, 0], distanceMeasure: 'COSINE' }],
])('a search is refused: %s', async (words, options) => {
  await expect(nearest(options).get()).rejects.toMatchObject({
    code: INVALID_ARGUMENT,
    message: expect.stringContaining(words) as string,
  });
});
