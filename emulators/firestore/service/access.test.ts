import { expect, test } from 'vitest';
import { deleting, fields, PREFIX, setting } from '../engine/testing/values.ts';
import type { WriteMessage } from '../engine/write.ts';
import type { AccessRequest, Caller, Message } from '../types.ts';
import { ADA, collect, createHarness, OWNER, rulesThat, type Harness } from './testing/harness.ts';

const DATABASE = 'projects/demo/databases/(default)';

function read(harness: Harness, path: string, caller: Caller = ADA): Promise<Message[]> {
  const request = { database: DATABASE, documents: [`${PREFIX}/${path}`] };
  return collect(harness.service.serverStream('BatchGetDocuments', request, caller));
}

function list(harness: Harness, structuredQuery: Message, parent = PREFIX): Promise<Message[]> {
  return collect(harness.service.serverStream('RunQuery', { parent, structuredQuery }, ADA));
}

function commit(harness: Harness, ...writes: WriteMessage[]): Promise<Message> {
  return harness.service.unary('Commit', { database: DATABASE, writes }, ADA);
}

/** A harness whose rules allow everything and remember what they were asked. */
function createRecorded(): { harness: Harness; asked: AccessRequest[] } {
  const asked: AccessRequest[] = [];
  return { harness: createHarness(rulesThat((request) => asked.push(request) > 0)), asked };
}

test('without rules clients are denied, and the owner is not', async () => {
  const harness = createHarness();
  harness.put('a/b');

  await expect(read(harness, 'a/b')).rejects.toMatchObject({ status: 'PERMISSION_DENIED' });
  expect(await read(harness, 'a/b', OWNER)).toMatchObject([{ found: {} }]);
});

test('a get is judged with the document as it stands, and who asks', async () => {
  const { harness, asked } = createRecorded();
  harness.put('a/b', { x: 1 });
  await read(harness, 'a/b');
  await read(harness, 'a/none');

  expect(asked).toMatchObject([
    {
      method: 'get',
      path: ['a', 'b'],
      projectId: 'demo',
      auth: { uid: 'ada' },
      resource: { fields: fields({ x: 1 }) },
    },
    { method: 'get', path: ['a', 'none'], resource: null },
  ]);
});

test('one denied document denies the whole batch', async () => {
  const harness = createHarness(rulesThat(({ path }) => path[1] !== 'secret'));
  const request = { database: DATABASE, documents: [`${PREFIX}/a/b`, `${PREFIX}/a/secret`] };

  await expect(
    collect(harness.service.serverStream('BatchGetDocuments', request, ADA)),
  ).rejects.toMatchObject({
    status: 'PERMISSION_DENIED',
    message: 'Missing or insufficient permissions. the test says no',
  });
  expect(await read(harness, 'a/b')).toHaveLength(1);
});

test('a list is judged once, from the query and its parent alone', async () => {
  const { harness, asked } = createRecorded();
  harness.put('t/x/m/1');
  harness.put('t/x/m/2');
  const structuredQuery = { from: [{ collectionId: 'm' }], limit: { value: 5 } };
  await list(harness, structuredQuery, `${PREFIX}/t/x`);

  expect(asked).toMatchObject([{ method: 'list', path: ['t', 'x'], query: structuredQuery }]);
});

test('a count and a list of documents are lists too', async () => {
  const harness = createHarness(rulesThat(({ method }) => method !== 'list'));
  const structuredAggregationQuery = {
    structuredQuery: { from: [{ collectionId: 'a' }] },
    aggregations: [{ count: {} }],
  };
  const counting = harness.service.serverStream(
    'RunAggregationQuery',
    { parent: PREFIX, structuredAggregationQuery },
    ADA,
  );
  const listing = harness.service.unary('ListDocuments', { parent: PREFIX, collectionId: 'a' }, ADA);

  await expect(collect(counting)).rejects.toMatchObject({ status: 'PERMISSION_DENIED' });
  await expect(listing).rejects.toMatchObject({ status: 'PERMISSION_DENIED' });
  await expect(list(harness, { from: [{ collectionId: 'a' }] })).rejects.toMatchObject({
    status: 'PERMISSION_DENIED',
  });
});

test('collections and missing documents are listed for the owner alone', async () => {
  const { harness } = createRecorded();
  const missing = { parent: PREFIX, collectionId: 'a', showMissing: true };

  await expect(harness.service.unary('ListDocuments', missing, ADA)).rejects.toMatchObject({
    status: 'PERMISSION_DENIED',
  });
  await expect(harness.service.unary('ListDocuments', missing, OWNER)).resolves.toBeDefined();
  const ids = async (caller: Caller): Promise<Message> =>
    harness.service.unary('ListCollectionIds', { parent: PREFIX }, caller);
  await expect(ids(ADA)).rejects.toMatchObject({ status: 'PERMISSION_DENIED' });
  await expect(ids(OWNER)).resolves.toBeDefined();
});

test('writes are judged by what they do, with the document before and after', async () => {
  const { harness, asked } = createRecorded();
  harness.put('a/old', { x: 1 });
  await commit(
    harness,
    setting('a/new', { x: 5 }),
    { ...setting('a/old', { y: 2 }), updateMask: { fieldPaths: ['y'] } },
    deleting('a/old'),
  );

  expect(asked).toMatchObject([
    { method: 'create', path: ['a', 'new'], nextResource: { fields: fields({ x: 5 }) } },
    {
      method: 'update',
      resource: { fields: fields({ x: 1 }) },
      nextResource: { fields: fields({ x: 1, y: 2 }) },
    },
    { method: 'delete', resource: { fields: fields({ x: 1, y: 2 }) } },
  ]);
});

test('request.time is the time that a server timestamp writes', async () => {
  const { harness, asked } = createRecorded();
  const stamp = { fieldPath: 't', setToServerValue: 'REQUEST_TIME' };
  await commit(harness, { ...setting('a/b'), updateTransforms: [stamp] });

  const written = (harness.contentOf('a/b') as { t: { timestampValue: { seconds: string; nanos: number } } })
    .t;
  const { seconds, nanos } = written.timestampValue;
  expect(asked[0]?.time.getTime()).toBe(Number(seconds) * 1_000 + nanos / 1_000_000);
});

test('a denied write leaves everything as it was, also what is allowed beside it', async () => {
  const harness = createHarness(rulesThat(({ path }) => path[1] === 'mine'));

  await expect(commit(harness, setting('a/mine'), setting('a/yours'))).rejects.toMatchObject({
    status: 'PERMISSION_DENIED',
  });
  expect(harness.contentOf('a/mine')).toBeUndefined();
  await commit(harness, setting('a/mine'));
  expect(harness.contentOf('a/mine')).toEqual({});
});

test('who may not write does not learn whether the document exists', async () => {
  const denied = createHarness(rulesThat(() => false));
  const allowed = createHarness(rulesThat(({ method }) => method === 'update'));
  const update = { ...setting('a/none'), currentDocument: { exists: true } };

  await expect(commit(denied, update)).rejects.toMatchObject({ status: 'PERMISSION_DENIED' });
  await expect(commit(allowed, update)).rejects.toMatchObject({ status: 'NOT_FOUND' });
});

test('what changes while the rules think is judged again', async () => {
  let judged = 0;
  const harness: Harness = createHarness(
    rulesThat(async (_request, readDocument) => {
      judged += 1;
      const gate = await readDocument(['gate', 'open'], false);
      if (judged === 1) harness.write(deleting('gate/open'));
      return gate !== null;
    }),
  );
  harness.put('gate/open');

  await expect(commit(harness, setting('a/b'))).rejects.toMatchObject({ status: 'PERMISSION_DENIED' });
  expect(judged).toBe(2);
  expect(harness.contentOf('a/b')).toBeUndefined();
});
