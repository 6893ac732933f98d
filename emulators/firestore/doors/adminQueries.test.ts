import { AggregateField, FieldPath, Filter, type Query } from 'firebase-admin/firestore';
import { beforeEach, describe, expect, test } from 'vitest';
import { adminDatabase, ids, INVALID_ARGUMENT } from './testing/adminDatabase.ts';

const admin = adminDatabase('adminQueries');

describe('queries', () => {
  beforeEach(() =>
    admin.fill('people', {
      ada: { age: 36, tags: ['math', 'code'], city: 'London' },
      bob: { age: 20, tags: ['code'] },
      cy: { age: 36, city: 'Paris' },
      di: { city: 'Rome' },
    }),
  );

  test('filter, order, limit and select', async () => {
    const people = admin.db.collection('people');

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
    const sorted = admin.db.collection('people').orderBy('age').limit(2);
    const first = await sorted.get();
    expect(ids(first)).toEqual(['bob', 'ada']);

    expect(ids(await sorted.startAfter(first.docs[1]).get())).toEqual(['cy']);
    expect(ids(await sorted.startAt(36).endAt(36).get())).toEqual(['ada', 'cy']);
    expect(ids(await sorted.offset(2).get())).toEqual(['cy']);
  });

  test('count and add up', async () => {
    const people = admin.db.collection('people');

    expect((await people.where('age', '>=', 36).count().get()).data().count).toBe(2);
    expect((await people.limit(3).count().get()).data().count).toBe(3);
  });

  test('find the collections of one name everywhere', async () => {
    await admin.fill('t/acme/members', { ada: { role: 'Admin' } });
    await admin.fill('t/globex/members', { bob: { role: 'Admin' }, cy: { role: 'Worker' } });
    const admins = await admin.db.collectionGroup('members').where('role', '==', 'Admin').get();

    expect(admins.docs.map(({ ref }) => ref.path)).toEqual(['t/acme/members/ada', 't/globex/members/bob']);
  });

  test('find null and NaN by equality alone', async () => {
    await admin.fill('values', {
      one: { x: 1 },
      nan: { x: NaN },
      nothing: { x: null },
      list: { x: [null, NaN, 1] },
    });
    const found = async (op: FirebaseFirestore.WhereFilterOp, operand: unknown): Promise<string[]> =>
      ids(await admin.db.collection('values').where('x', op, operand).get());

    expect(await found('<', 5)).toEqual(['one']);
    expect(await found('in', [null, NaN, 1])).toEqual(['one']);
    expect(await found('in', [null])).toEqual([]);
    expect(await found('array-contains-any', [null, NaN])).toEqual([]);
    expect(await found('array-contains-any', [null, 1])).toEqual(['list']);
    expect(await found('not-in', [null])).toEqual([]);
    expect(await found('!=', 1)).toEqual(['nan', 'list']);
    expect(await found('==', null)).toEqual(['nothing']);
    expect(await found('==', NaN)).toEqual(['nan']);
  });

  test('that production refuses are refused in its words', async () => {
    const people = admin.db.collection('people');
    const name = FieldPath.documentId();
    const refusals: [Query, string][] = [
      [
        people.where(
          'age',
          'in',
          Array.from({ length: 31 }, (_, n) => n),
        ),
        "'IN' supports up to 30",
      ],
      [
        people.where('age', '!=', 42).orderBy(name),
        'order by clause cannot contain more fields after the key',
      ],
      [people.where('age', '!=', 42).where(name, '==', 'ada'), 'Equality on key is not allowed'],
      [
        people.where('tags', 'array-contains', 'a').where('tags', 'array-contains', 'b'),
        "A maximum of 1 'ARRAY_CONTAINS' filter is allowed per disjunction.",
      ],
      [
        admin.db.collection('a/__badpath__/b'),
        'Resource id "__badpath__" is invalid because it is reserved.',
      ],
    ];

    for (const [query, words] of refusals) {
      await expect(query.get()).rejects.toMatchObject({
        code: INVALID_ARGUMENT,
        message: expect.stringContaining(words) as string,
      });
    }
    const sums = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((f) => [f, AggregateField.sum(f)]));
    await expect(people.aggregate(sums).get()).rejects.toThrow('The maximum number of aggregations');
  });
});

test('collections and documents are listed, missing ones too', async () => {
  await admin.fill('a', { b: { x: 1 } });
  await admin.fill('a/missing/c', { d: {} });

  expect((await admin.db.listCollections()).map(({ id }) => id)).toEqual(['a']);
  expect((await admin.db.doc('a/missing').listCollections()).map(({ id }) => id)).toEqual(['c']);
  expect((await admin.db.collection('a').listDocuments()).map(({ id }) => id)).toEqual(['b', 'missing']);
});
