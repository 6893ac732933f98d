import { beforeEach, describe, expect, test } from 'vitest';
import { deleting, fields, PREFIX, setting, value } from '../engine/testing/values.ts';
import { createEngine } from '../engine/engine.ts';
import type { FirestoreError, Message } from '../types.ts';
import { collect, createHarness, OWNER, type Harness } from './testing/harness.ts';

const DATABASE = 'projects/demo/databases/(default)';
let harness: Harness;

beforeEach(() => {
  harness = createHarness();
});

function unary(method: Parameters<Harness['service']['unary']>[0], request: Message): Promise<Message> {
  return harness.service.unary(method, request, OWNER);
}

function stream(
  method: Parameters<Harness['service']['serverStream']>[0],
  request: Message,
): Promise<Message[]> {
  return collect(harness.service.serverStream(method, request, OWNER));
}

function batchGet(paths: string[], selector: Message = {}): Promise<Message[]> {
  const documents = paths.map((path) => `${PREFIX}/${path}`);
  return stream('BatchGetDocuments', { database: DATABASE, documents, ...selector });
}

function query(collectionId: string, selector: Message = {}): Promise<Message[]> {
  return stream('RunQuery', { parent: PREFIX, structuredQuery: { from: [{ collectionId }] }, ...selector });
}

function namesIn(messages: Message[]): string[] {
  return messages.flatMap(({ document }) =>
    document ? [(document as { name: string }).name.slice(PREFIX.length + 1)] : [],
  );
}

describe('single documents', () => {
  test('are created, changed, read and deleted', async () => {
    const name = `${PREFIX}/a/b`;
    const created = await unary('CreateDocument', {
      parent: PREFIX,
      collectionId: 'a',
      documentId: 'b',
      document: { fields: fields({ x: 1, y: 2 }) },
    });
    expect(created).toMatchObject({ name, fields: fields({ x: 1, y: 2 }) });

    const document = { name, fields: fields({ x: 3 }) };
    await unary('UpdateDocument', { document, updateMask: { fieldPaths: ['x'] } });
    expect(await unary('GetDocument', { name, mask: { fieldPaths: ['x'] } })).toMatchObject({
      fields: fields({ x: 3 }),
    });
    expect(harness.contentOf('a/b')).toEqual(fields({ x: 3, y: 2 }));

    await unary('DeleteDocument', { name });
    await expect(unary('GetDocument', { name })).rejects.toMatchObject({ status: 'NOT_FOUND' });
  });

  test('are not created twice, and get an id when they have none', async () => {
    const request = { parent: PREFIX, collectionId: 'a', document: {} };
    await unary('CreateDocument', { ...request, documentId: 'b' });

    await expect(unary('CreateDocument', { ...request, documentId: 'b' })).rejects.toMatchObject({
      status: 'ALREADY_EXISTS',
    });
    expect(await unary('CreateDocument', request)).toMatchObject({
      name: expect.stringMatching(/\/a\/\w{20}$/) as string,
    });
  });

  test('come in batches, found or missing, with the fields that are asked for', async () => {
    harness.put('a/b', { x: 1, y: 2 });

    expect(await batchGet(['a/b', 'a/none', 'a/b'], { mask: { fieldPaths: ['y'] } })).toMatchObject([
      { found: { name: `${PREFIX}/a/b`, fields: fields({ y: 2 }) } },
      { missing: `${PREFIX}/a/none` },
    ]);
  });
});

describe('commits', () => {
  test('write all or nothing', async () => {
    const writes = [setting('a/b'), { ...setting('a/none'), currentDocument: { exists: true } }];

    await expect(unary('Commit', { database: DATABASE, writes })).rejects.toMatchObject({
      status: 'NOT_FOUND',
    });
    expect(harness.contentOf('a/b')).toBeUndefined();
    expect(await unary('Commit', { database: DATABASE, writes: [setting('a/b')] })).toMatchObject({
      writeResults: [{ updateTime: {} }],
    });
  });

  test('may not delete a document and then update it; to set it, or delete it once more, is no harm', async () => {
    harness.put('a/b', { x: 1 });
    const updating = { ...setting('a/b', { x: 2 }), currentDocument: { exists: true } };
    const commit = (...writes: unknown[]): Promise<Message> =>
      unary('Commit', { database: DATABASE, writes });

    await expect(commit(deleting('a/b'), updating)).rejects.toMatchObject({ status: 'INVALID_ARGUMENT' });
    expect(harness.contentOf('a/b')).toEqual(fields({ x: 1 }));
    await commit(deleting('a/b'), deleting('a/b'), setting('a/b', { x: 3 }), updating);
    expect(harness.contentOf('a/b')).toEqual(fields({ x: 2 }));
  });

  test('of a batch stand each on its own', async () => {
    const writes = [{ ...setting('a/none'), currentDocument: { exists: true } }, setting('a/b')];

    expect(await unary('BatchWrite', { database: DATABASE, writes })).toMatchObject({
      writeResults: [{}, { updateTime: {} }],
      status: [{ code: 5 }, { code: 0 }],
    });
    expect(await unary('BatchWrite', { database: DATABASE, writes: [deleting('a/b')] })).toMatchObject({
      writeResults: [{}],
      status: [{ code: 0 }],
    });
    await expect(
      unary('BatchWrite', { database: DATABASE, writes: [setting('a/b'), deleting('a/b')] }),
    ).rejects.toMatchObject({ status: 'INVALID_ARGUMENT' });
  });
});

describe('queries', () => {
  test('answer each result, or at least the read time', async () => {
    harness.put('a/b', { x: 1 });

    expect(await query('a')).toMatchObject([{ document: { name: `${PREFIX}/a/b` }, readTime: {} }]);
    expect(await query('none')).toMatchObject([{ readTime: {} }]);
  });

  test('aggregate', async () => {
    harness.put('a/b', { x: 1 });
    const structuredAggregationQuery = {
      structuredQuery: { from: [{ collectionId: 'a' }] },
      aggregations: [{ alias: 'n', count: {} }],
    };

    expect(await stream('RunAggregationQuery', { parent: PREFIX, structuredAggregationQuery })).toMatchObject(
      [{ result: { aggregateFields: { n: value(1) } } }],
    );
  });

  test('see the past at a read time', async () => {
    harness.put('a/b', { x: 1 });
    const [first] = await query('a');
    harness.put('a/c');

    expect(namesIn(await query('a', { readTime: first?.['readTime'] }))).toEqual(['a/b']);
    expect(namesIn(await query('a'))).toEqual(['a/b', 'a/c']);
  });

  test('are recorded with where they start', async () => {
    const seen: unknown[] = [];
    harness = createHarness(undefined, { onQuery: (...recorded) => seen.push(recorded) });
    await stream('RunQuery', { parent: `${PREFIX}/t/x`, structuredQuery: { from: [{ collectionId: 'm' }] } });

    expect(seen).toEqual([
      [{ from: [{ collectionId: 'm' }] }, 't/x', { projectId: 'demo', databaseId: '(default)' }],
    ]);
  });

  test('are refused below a document whose name is none', async () => {
    const structuredQuery = { from: [{ collectionId: 'b' }] };

    await expect(
      stream('RunQuery', { parent: `${PREFIX}/a/__badpath__`, structuredQuery }),
    ).rejects.toMatchObject({ status: 'INVALID_ARGUMENT' });
    await expect(query('__bad__')).rejects.toMatchObject({ status: 'INVALID_ARGUMENT' });
  });

  test('of all that lies below a document have no sums: production has no index for them', async () => {
    const aggregateBelow = (parent: string, aggregation: Message): Promise<Message[]> =>
      stream('RunAggregationQuery', {
        parent,
        structuredAggregationQuery: {
          structuredQuery: { from: [{ collectionId: 'c', allDescendants: true }] },
          aggregations: [aggregation],
        },
      });
    const sum = { alias: 's', sum: { field: { fieldPath: 'x' } } };

    await expect(aggregateBelow(`${PREFIX}/a/b`, sum)).rejects.toThrow('requires an index with fields [x]');
    await expect(aggregateBelow(`${PREFIX}/a/b`, { alias: 'n', count: {} })).resolves.toHaveLength(1);
    await expect(aggregateBelow(PREFIX, sum)).resolves.toHaveLength(1);
  });

  test('below a collection are refused', async () => {
    const structuredQuery = { from: [{ collectionId: 'a' }] };

    await expect(stream('RunQuery', { parent: `${PREFIX}/t`, structuredQuery })).rejects.toMatchObject({
      status: 'INVALID_ARGUMENT',
    });
  });
});

describe('lists', () => {
  test('of documents come in pages, with those that only have something below them when asked', async () => {
    for (const path of ['a/1', 'a/2', 'a/4', 'a/3/sub/x']) harness.put(path);
    const request = { parent: PREFIX, collectionId: 'a', pageSize: 2, mask: {} };
    const first = await unary('ListDocuments', { ...request, showMissing: true });
    const second = await unary('ListDocuments', {
      ...request,
      showMissing: true,
      pageToken: first['nextPageToken'],
    });

    expect(first['documents']).toMatchObject([
      { name: `${PREFIX}/a/1`, fields: {} },
      { name: `${PREFIX}/a/2` },
    ]);
    expect(second).toMatchObject({
      documents: [{ name: `${PREFIX}/a/3` }, { name: `${PREFIX}/a/4` }],
      nextPageToken: '',
    });
    expect((await unary('ListDocuments', { ...request, pageSize: 9 }))['documents']).toHaveLength(3);
  });

  test('of collections are what lies below a document, or the root', async () => {
    for (const path of ['a/1/x/1', 'a/1/y/1/z/1', 'b/1']) harness.put(path);

    expect(await unary('ListCollectionIds', { parent: PREFIX })).toMatchObject({ collectionIds: ['a', 'b'] });
    expect(await unary('ListCollectionIds', { parent: `${PREFIX}/a/1`, pageSize: 1 })).toMatchObject({
      collectionIds: ['x'],
      nextPageToken: expect.stringMatching(/./) as string,
    });
  });
});

describe('transactions', () => {
  /** Reads in a new transaction; each attempt after the first names the one before, as the SDKs do. */
  async function begin(
    path: string,
    options: Message = { readWrite: {} },
  ): Promise<{ id: Buffer; answers: Message[] }> {
    const answers = await batchGet([path], { newTransaction: options });
    return { id: answers[0]?.['transaction'] as Buffer, answers: answers.slice(1) };
  }

  function commit(transaction: Buffer, ...writes: unknown[]): Promise<Message> {
    return unary('Commit', { database: DATABASE, transaction, writes });
  }

  /** Runs a body as the SDKs do: again whenever it was aborted, as the same transaction. Answers its attempts. */
  async function run(
    body: (options: Message) => Promise<{ id: Buffer; writes: unknown[] }>,
  ): Promise<number> {
    let options: Message = { readWrite: {} };
    for (let attempts = 1; ; attempts += 1) {
      const { id, writes } = await body(options);
      try {
        await commit(id, ...writes);
        return attempts;
      } catch (error) {
        if ((error as FirestoreError).status !== 'ABORTED') throw error;
        options = { readWrite: { retryTransaction: id } };
      }
    }
  }

  function increment(): Promise<number> {
    return run(async (options) => {
      const { id, answers } = await begin('a/n', options);
      const found = answers[0]?.['found'] as { fields: { n: { integerValue: string } } };
      return { id, writes: [setting('a/n', { n: Number(found.fields.n.integerValue) + 1 })] };
    });
  }

  test('that increment one document at the same time all survive by trying again', async () => {
    harness.put('a/n', { n: 0 });
    const attempts = await Promise.all(Array.from({ length: 50 }, increment));

    expect(harness.contentOf('a/n')).toEqual(fields({ n: 50 }));
    expect(Math.max(...attempts)).toBeGreaterThan(1);
  });

  test('that read one document and both write it: the older wins, the younger is aborted at once', async () => {
    const older = await begin('a/b');
    const younger = await begin('a/b');
    const losing = expect(commit(younger.id, setting('a/b', { by: 2 }))).rejects.toMatchObject({
      status: 'ABORTED',
      message: 'Too much contention on these documents. Please try again.',
    });
    await commit(older.id, setting('a/b', { by: 1 }));
    await losing;

    expect(harness.contentOf('a/b')).toEqual(fields({ by: 1 }));
  });

  test('that are older do not wait for younger readers, which are aborted at their next step', async () => {
    harness.put('a/b', { x: 1 });
    const older = await begin('a/b');
    const younger = await begin('a/b');
    await commit(older.id, setting('a/b', { by: 1 }));

    await expect(batchGet(['a/c'], { transaction: younger.id })).rejects.toMatchObject({ status: 'ABORTED' });
    const another = await begin('a/b', { readWrite: { retryTransaction: younger.id } });
    await commit(another.id, setting('a/b', { by: 2 }));
    expect(harness.contentOf('a/b')).toEqual(fields({ by: 2 }));
  });

  test('are aborted once each when a test asks for it', async () => {
    harness = createHarness(undefined, {
      engine: createEngine({ transactions: { abortFirstAttempts: () => true } }),
    });
    harness.put('a/n', { n: 0 });
    expect(await increment()).toBe(2);
    expect(harness.contentOf('a/n')).toEqual(fields({ n: 1 }));

    const { id } = await begin('a/n', { readOnly: {} });
    await expect(commit(id)).resolves.toBeDefined();
    await expect(unary('Commit', { database: DATABASE, writes: [setting('a/b')] })).resolves.toBeDefined();
  });

  test('hold off writers of what they read, until they end', async () => {
    harness.put('a/n', { n: 0 });
    const { id } = await begin('a/n');
    const events: string[] = [];
    const writing = unary('Commit', { database: DATABASE, writes: [setting('a/n', { n: 9 })] }).then(() =>
      events.push('written'),
    );
    expect(await batchGet(['a/n'])).toMatchObject([{ found: {} }]);
    events.push('read by others');
    await unary('Rollback', { database: DATABASE, transaction: id });
    await writing;

    expect(events).toEqual(['read by others', 'written']);
  });

  test('see no phantoms: of many that count before they add, none adds too much', async () => {
    const takeSeat = (_: unknown, seat: number): Promise<number> =>
      run(async (options) => {
        const answers = await query('seats', { newTransaction: options });
        const writes = namesIn(answers).length < 3 ? [setting(`seats/${seat}`)] : [];
        return { id: answers[0]?.['transaction'] as Buffer, writes };
      });
    await Promise.all(Array.from({ length: 10 }, takeSeat));

    expect(namesIn(await query('seats'))).toHaveLength(3);
  });

  test('let writers pass that change nothing of what a query has read', async () => {
    for (const n of [1, 2, 3, 4]) harness.put(`a/${n}`, { n });
    const structuredQuery = {
      from: [{ collectionId: 'a' }],
      orderBy: [{ field: { fieldPath: 'n' } }],
      limit: { value: 2 },
    };
    const [first] = await stream('RunQuery', {
      parent: PREFIX,
      structuredQuery,
      newTransaction: { readWrite: {} },
    });
    const settled: string[] = [];
    const write = async ([path, n]: readonly [string, number]): Promise<void> => {
      await unary('Commit', { database: DATABASE, writes: [setting(path, { n })] });
      settled.push(path);
    };
    const writing = (
      [
        ['a/3', 9],
        ['a/2', 8],
        ['a/new', 0],
        ['a/far', 7],
      ] as const
    ).map(write);
    await new Promise((resolve) => setImmediate(resolve));

    expect(settled).toEqual(['a/3', 'a/far']);
    await unary('Rollback', { database: DATABASE, transaction: first?.['transaction'] });
    await Promise.all(writing);
  });

  test('that only read see one instant, and may not write', async () => {
    harness.put('a/b', { x: 1 });
    const { id } = await begin('a/b', { readOnly: {} });
    harness.put('a/b', { x: 2 });

    expect(await batchGet(['a/b'], { transaction: id })).toMatchObject([
      { found: { fields: fields({ x: 1 }) } },
    ]);
    await expect(commit(id, setting('a/b'))).rejects.toMatchObject({ status: 'INVALID_ARGUMENT' });
  });

  test('can be begun and committed without a read', async () => {
    const { transaction } = await unary('BeginTransaction', {
      database: DATABASE,
      options: { readWrite: {} },
    });
    await commit(transaction as Buffer, setting('a/b', { x: 1 }));

    expect(harness.contentOf('a/b')).toEqual(fields({ x: 1 }));
  });

  test('that are unknown, or have ended, are refused', async () => {
    const { id } = await begin('a/b');
    await commit(id, setting('a/b'));

    for (const unknown of [id, Buffer.from('nonsense')]) {
      await expect(commit(unknown, setting('a/c'))).rejects.toMatchObject({ status: 'INVALID_ARGUMENT' });
      await expect(batchGet(['a/b'], { transaction: unknown })).rejects.toMatchObject({
        status: 'INVALID_ARGUMENT',
      });
    }
    expect(harness.contentOf('a/c')).toBeUndefined();
  });

  test('whose commit fails give their locks back', async () => {
    const { id } = await begin('a/b');
    const update = { ...setting('a/b'), currentDocument: { exists: true } };
    await expect(commit(id, update)).rejects.toMatchObject({ status: 'NOT_FOUND' });

    await expect(unary('Commit', { database: DATABASE, writes: [setting('a/b')] })).resolves.toBeDefined();
  });

  test('whose id nobody took hold nothing', async () => {
    const request = { database: DATABASE, documents: [`${PREFIX}/a/b`], newTransaction: { readWrite: {} } };
    for await (const first of harness.service.serverStream('BatchGetDocuments', request, OWNER)) {
      expect(first['transaction']).toBeDefined();
      break;
    }

    await expect(unary('Commit', { database: DATABASE, writes: [setting('a/b')] })).resolves.toBeDefined();
  });
});
