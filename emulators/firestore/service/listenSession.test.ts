import { expect, test } from 'vitest';
import { deleting, fields, PREFIX } from '../engine/testing/values.ts';
import type { Caller, Message } from '../types.ts';
import { ADA, createHarness, OWNER, rulesThat, Wire, type Harness } from './testing/harness.ts';

const DATABASE = 'projects/demo/databases/(default)';

function connect(harness: Harness, caller: Caller = OWNER): Wire {
  return new Wire((...ends) => harness.service.listen(...ends), caller);
}

function addQuery(wire: Wire, targetId: number, structuredQuery: Message = {}, more: Message = {}): void {
  const query = { parent: PREFIX, structuredQuery: { from: [{ collectionId: 'a' }], ...structuredQuery } };
  wire.session.request({ database: DATABASE, addTarget: { targetId, query, ...more } });
}

function addDocument(wire: Wire, targetId: number, path: string): void {
  const documents = { documents: [`${PREFIX}/${path}`] };
  wire.session.request({ database: DATABASE, addTarget: { targetId, documents } });
}

interface Response {
  targetChange?: {
    targetChangeType: string;
    targetIds: number[];
    resumeToken?: Buffer;
    cause?: { code: number };
  };
  documentChange?: { document: { name: string }; targetIds: number[] };
  documentDelete?: { document: string; removedTargetIds: number[] };
  documentRemove?: { document: string; removedTargetIds: number[] };
}

/** Responses in short: `ADD 1`, `change a/b 1`, `NO_CHANGE`. */
function short(messages: Message[]): string[] {
  const path = (name: string): string => name.slice(PREFIX.length + 1);
  return (messages as Response[]).map(({ targetChange, documentChange, documentDelete, documentRemove }) => {
    if (targetChange) {
      const cause = targetChange.cause ? ` because ${targetChange.cause.code}` : '';
      return `${targetChange.targetChangeType} ${targetChange.targetIds.join()}${cause}`.trim();
    }
    if (documentChange)
      return `change ${path(documentChange.document.name)} ${documentChange.targetIds.join()}`;
    if (documentDelete)
      return `delete ${path(documentDelete.document)} ${documentDelete.removedTargetIds.join()}`;
    return `remove ${path(documentRemove?.document ?? '')} ${documentRemove?.removedTargetIds.join() ?? ''}`;
  });
}

/** The resume token of the last snapshot. */
function tokenIn(messages: Message[]): Buffer | undefined {
  return (messages as Response[]).at(-1)?.targetChange?.resumeToken;
}

test('a target is added, told its documents, current, and part of a snapshot', async () => {
  const harness = createHarness();
  harness.put('a/b', { x: 1 });
  const wire = connect(harness);
  addQuery(wire, 2);
  const news = await wire.news();

  expect(short(news)).toEqual(['ADD 2', 'change a/b 2', 'CURRENT 2', 'NO_CHANGE']);
  expect(news[1]).toMatchObject({
    documentChange: { document: { fields: fields({ x: 1 }), updateTime: {} } },
  });
  for (const message of news.slice(2)) {
    expect(message).toMatchObject({
      targetChange: { readTime: {}, resumeToken: expect.any(Buffer) as Buffer },
    });
  }
});

test('a document that is not there is told as deleted', async () => {
  const wire = connect(createHarness());
  addDocument(wire, 1, 'a/none');

  expect(short(await wire.news())).toEqual(['ADD 1', 'delete a/none 1', 'CURRENT 1', 'NO_CHANGE']);
});

test('commits are told to the targets that they concern, with one snapshot for each', async () => {
  const harness = createHarness();
  const wire = connect(harness);
  addQuery(wire, 1, { where: { unaryFilter: { field: { fieldPath: 'x' }, op: 'IS_NOT_NULL' } } });
  addDocument(wire, 2, 'a/b');
  await wire.news();

  harness.put('a/b', { x: 1 });
  expect(short(await wire.news())).toEqual(['change a/b 1', 'change a/b 2', 'NO_CHANGE']);
  harness.put('a/b', { y: 1 });
  expect(short(await wire.news())).toEqual(['remove a/b 1', 'change a/b 2', 'NO_CHANGE']);
  harness.write(deleting('a/b'));
  expect(short(await wire.news())).toEqual(['delete a/b 2', 'NO_CHANGE']);
  harness.put('other/b');
  expect(await wire.news()).toEqual([]);
});

test('commits that come while the stream is busy are told together, the last state only', async () => {
  const harness = createHarness();
  const wire = connect(harness);
  addQuery(wire, 1);
  await wire.news();
  harness.put('a/b', { x: 1 });
  harness.put('a/b', { x: 2 });
  const news = await wire.news();

  expect(short(news)).toEqual(['change a/b 1', 'NO_CHANGE']);
  expect(news[0]).toMatchObject({ documentChange: { document: { fields: fields({ x: 2 }) } } });
});

test('a removed target, a closed stream, and one that wanted to be told once, hear nothing more', async () => {
  const harness = createHarness();
  const [removed, closed, once] = [connect(harness), connect(harness), connect(harness)];
  addQuery(removed, 1);
  addQuery(closed, 1);
  addQuery(once, 1, {}, { once: true });
  removed.session.request({ database: DATABASE, removeTarget: 1 });
  expect(short(await removed.news()).at(-1)).toBe('REMOVE 1');
  expect(short(await once.news())).toEqual(['ADD 1', 'CURRENT 1', 'NO_CHANGE', 'REMOVE 1']);
  await closed.news();
  closed.session.close();
  harness.put('a/b');

  for (const wire of [removed, closed, once]) expect(await wire.news()).toEqual([]);
});

test('a client that comes back is told what changed meanwhile', async () => {
  const harness = createHarness();
  for (const id of ['same', 'changed', 'deleted', 'left']) harness.put(`a/${id}`, { x: 1 });
  const filter = {
    fieldFilter: { field: { fieldPath: 'x' }, op: 'LESS_THAN', value: { integerValue: '5' } },
  };
  const before = connect(harness);
  addQuery(before, 1, { where: filter });
  const resumeToken = tokenIn(await before.news());
  before.session.close();
  harness.put('a/changed', { x: 2 });
  harness.put('a/left', { x: 9 });
  harness.put('a/new', { x: 1 });
  harness.write(deleting('a/deleted'));

  const after = connect(harness);
  addQuery(after, 1, { where: filter }, { resumeToken });
  const [first, ...news] = short(await after.news());
  expect(first).toBe('ADD 1');
  expect(news.slice(0, 4).sort()).toEqual([
    'change a/changed 1',
    'change a/new 1',
    'delete a/deleted 1',
    'remove a/left 1',
  ]);
  expect(news.slice(4)).toEqual(['CURRENT 1', 'NO_CHANGE']);
});

test('a client with a token of another server, or with a limit, starts anew', async () => {
  const harness = createHarness();
  harness.put('a/b');
  const wire = connect(harness);
  addQuery(wire, 1, {}, { resumeToken: Buffer.from('5/another run') });
  const news = await wire.news();
  expect(short(news)).toEqual(['ADD 1', 'RESET 1', 'change a/b 1', 'CURRENT 1', 'NO_CHANGE']);

  addQuery(wire, 2, { limit: { value: 1 } }, { resumeToken: tokenIn(news) });
  expect(short(await wire.news())).toEqual(['ADD 2', 'RESET 2', 'change a/b 2', 'CURRENT 2', 'NO_CHANGE']);
});

test('what is denied or malformed ends its target alone', async () => {
  const harness = createHarness(rulesThat(({ method }) => method === 'get'));
  const wire = connect(harness, ADA);
  addQuery(wire, 1);
  addQuery(wire, 2, { from: [{ collectionId: 'a/b' }] });
  wire.session.request({ database: DATABASE, addTarget: { targetId: 3 } });
  addDocument(wire, 4, 'a/b');

  expect(short(await wire.news())).toEqual([
    'REMOVE 1 because 7',
    'REMOVE 2 because 3',
    'REMOVE 3 because 3',
    'ADD 4',
    'delete a/b 4',
    'CURRENT 4',
    'NO_CHANGE',
  ]);
});

test.each([
  ['All-collection queries are not supported', { from: [{ allDescendants: true }] }, PREFIX],
  [
    "'all_descendants' in CollectionSelector with document parent is not supported",
    { from: [{ collectionId: 'c', allDescendants: true }] },
    `${PREFIX}/a/b`,
  ],
])('production says of a live query: %s', async (words, structuredQuery, parent) => {
  const wire = connect(createHarness());
  wire.session.request({
    database: DATABASE,
    addTarget: { targetId: 1, query: { parent, structuredQuery } },
  });

  expect(await wire.news()).toMatchObject([
    {
      targetChange: {
        targetChangeType: 'REMOVE',
        cause: { code: 3, message: expect.stringContaining(words) as string },
      },
    },
  ]);
});

test('a stream that names no database fails', async () => {
  const wire = connect(createHarness());
  wire.session.request({ addTarget: { targetId: 1 } });
  await wire.news();

  expect(wire.failure).toMatchObject({ status: 'INVALID_ARGUMENT' });
});

test('a listener is asked about again when a document that the rules read changes, and ends when it is denied', async () => {
  const harness = createHarness(
    rulesThat(async (_request, read) => (await read(['gate', 'open'], false)) !== null),
  );
  harness.put('gate/open', { n: 1 });
  const wire = connect(harness, ADA);
  addQuery(wire, 1);
  await wire.news();

  harness.put('gate/open', { n: 2 });
  harness.put('a/b');
  expect(short(await wire.news())).toEqual(['change a/b 1', 'NO_CHANGE']);

  harness.write(deleting('gate/open'));
  harness.put('a/c');
  expect(short(await wire.news())).toEqual(['REMOVE 1 because 7']);
});

test('a document that becomes secret is not shown, not even once', async () => {
  const harness = createHarness(rulesThat(({ resource }) => !resource?.fields?.['secret']));
  const wire = connect(harness, ADA);
  addDocument(wire, 1, 'a/b');
  await wire.news();

  harness.put('a/b', { x: 1 });
  expect(short(await wire.news())).toEqual(['change a/b 1', 'NO_CHANGE']);
  harness.put('a/b', { secret: true });
  expect(short(await wire.news())).toEqual(['REMOVE 1 because 7']);
});

test('a permission that is lost while the target starts does not start it', async () => {
  let judged = 0;
  const harness: Harness = createHarness(
    rulesThat(async (_request, read) => {
      judged += 1;
      const gate = await read(['gate', 'open'], false);
      if (judged === 1) harness.write(deleting('gate/open'));
      return gate !== null;
    }),
  );
  harness.put('gate/open');
  harness.put('a/b');
  const wire = connect(harness, ADA);
  addQuery(wire, 1);

  expect(short(await wire.news())).toEqual(['REMOVE 1 because 7']);
});
