import { beforeEach, expect, test } from 'vitest';
import type { Commit } from './changeLog.ts';
import { toMicros, toTimestamp } from './clock.ts';
import type { CommitResponse, Database } from './database.ts';
import { createEngine } from './engine.ts';
import { deleting, DEMO, double, fields, PREFIX, setting, value } from './testing/values.ts';
import { parseWrite, type WriteMessage } from './write.ts';

let database: Database;

beforeEach(() => {
  database = createEngine().database(DEMO);
});

function commit(...messages: WriteMessage[]): CommitResponse {
  return database.commit(messages.map((message) => parseWrite(message, DEMO)));
}

function contentOf(path: string): unknown {
  return database.documents.get(path)?.fields;
}

test('set replaces the document and keeps the time of its creation', () => {
  commit(setting('a/b', { x: 1, y: 2 }));
  const created = database.documents.get('a/b')?.createTime;
  const { commitTime } = commit(setting('a/b', { z: 3 }));

  expect(database.documents.get('a/b')).toEqual({
    name: `${PREFIX}/a/b`,
    path: 'a/b',
    fields: fields({ z: 3 }),
    createTime: created,
    updateTime: toMicros(commitTime),
  });
});

test('a mask changes the named fields, removes those without a value, and leaves the others', () => {
  commit(setting('a/b', { keep: 1, map: { x: 1, y: 2 }, gone: 3 }));
  commit({ ...setting('a/b', { map: { x: 9 }, ignored: 1 }), updateMask: { fieldPaths: ['map.x', 'gone'] } });

  expect(contentOf('a/b')).toEqual(fields({ keep: 1, map: { x: 9, y: 2 } }));
});

test('transforms work on the new value, and their results come in order', () => {
  commit(setting('a/b', { n: 100 }));
  const { writeResults } = commit({
    ...setting('a/b', { n: 1 }),
    updateTransforms: [
      { fieldPath: 'n', increment: value(1) },
      { fieldPath: 'list', appendMissingElements: { values: [value('x')] } },
    ],
  });

  expect(contentOf('a/b')).toEqual(fields({ n: 2, list: ['x'] }));
  expect(writeResults[0]?.transformResults).toEqual([value(2), value(null)]);
});

test('a write that changes nothing keeps the update time; one that changes only a type does not', () => {
  const first = commit(setting('a/b', { n: 1 }));
  const second = commit(setting('a/b', { n: 1 }));
  const third = commit({ update: { name: `${PREFIX}/a/b`, fields: { n: double(1) } } });

  expect(second.writeResults[0]?.updateTime).toEqual(first.commitTime);
  expect(second.commitTime).not.toEqual(first.commitTime);
  expect(third.writeResults[0]?.updateTime).toEqual(third.commitTime);
});

test('a deleted document is gone, and deleting it again is no error', () => {
  commit(setting('a/b'));

  expect(commit(deleting('a/b'), deleting('a/b')).writeResults).toEqual([{}, {}]);
  expect(database.documents.get('a/b')).toBeNull();
});

test.each<[string, string, WriteMessage]>([
  ['NOT_FOUND', 'an update of nothing', { ...setting('a/none'), currentDocument: { exists: true } }],
  ['ALREADY_EXISTS', 'a second creation', { ...setting('a/b'), currentDocument: { exists: false } }],
  [
    'NOT_FOUND',
    'a delete that needs a document',
    { ...deleting('a/none'), currentDocument: { exists: true } },
  ],
  [
    'FAILED_PRECONDITION',
    'an update of another version',
    { ...setting('a/b'), currentDocument: { updateTime: { seconds: '1' } } },
  ],
  [
    'FAILED_PRECONDITION',
    'a version of nothing',
    { verify: `${PREFIX}/a/none`, currentDocument: { updateTime: { seconds: '1' } } },
  ],
])('%s for %s, and nothing of the commit happens', (status, _what, refused) => {
  commit(setting('a/b', { x: 1 }));

  expect(() => commit(setting('a/other'), refused)).toThrow(expect.objectContaining({ status }));
  expect(contentOf('a/other')).toBeUndefined();
  expect(contentOf('a/b')).toEqual(fields({ x: 1 }));
});

test('preconditions that hold let the write pass', () => {
  const { commitTime } = commit({ ...setting('a/b', { x: 1 }), currentDocument: { exists: false } });
  commit({ ...setting('a/b', { x: 2 }), currentDocument: { updateTime: commitTime } });
  commit({ ...setting('a/b', { x: 3 }), currentDocument: { exists: true } });

  expect(contentOf('a/b')).toEqual(fields({ x: 3 }));
});

test('writes of one commit see each other, and listeners hear of the whole once', () => {
  const heard: Commit[] = [];
  const stop = database.subscribe((each) => heard.push(each));
  commit(setting('a/b', { x: 1 }), setting('a/temporary'), deleting('a/temporary'), {
    ...setting('a/b'),
    updateMask: {},
    updateTransforms: [{ fieldPath: 'x', increment: value(1) }],
  });
  stop();
  commit(setting('a/c'));

  expect(heard).toHaveLength(1);
  expect(
    [...(heard[0]?.changes ?? [])].map(([path, { before, after }]) => [path, before, after?.fields]),
  ).toEqual([['a/b', null, fields({ x: 2 })]]);
});

test('the past is read as it was', () => {
  const early = toMicros(commit(setting('a/b', { x: 1 }), setting('a/c')).commitTime);
  commit(setting('a/b', { x: 2 }), deleting('a/c'), setting('a/d'));
  commit(setting('a/b', { x: 3 }));
  const scope = { parent: '', collectionId: 'a', allDescendants: false };
  const then = database.viewAt(early);

  expect(then.get('a/b')?.fields).toEqual(fields({ x: 1 }));
  expect([...then.inScope(scope)].map(({ path }) => path).sort()).toEqual(['a/b', 'a/c']);
  expect([...database.documents.inScope(scope)].map(({ path }) => path).sort()).toEqual(['a/b', 'a/d']);
  expect([...(database.changedSince(early) ?? [])].sort()).toEqual(['a/b', 'a/c', 'a/d']);
});

test('the future cannot be read', () => {
  const future = database.readTime() + 60_000_000;

  expect(() => database.viewAt(future)).toThrow(expect.objectContaining({ status: 'INVALID_ARGUMENT' }));
});

test('the server’s time is that of the request, the same for all fields', () => {
  const requestTime = 1_700_000_000_000_000;
  const stamp = { fieldPath: 't', setToServerValue: 'REQUEST_TIME' };
  const writes = ['a/b', 'a/c'].map((path) =>
    parseWrite({ ...setting(path), updateTransforms: [stamp] }, DEMO),
  );
  database.commit(writes, requestTime);

  for (const path of ['a/b', 'a/c']) {
    expect(database.documents.get(path)?.fields['t']).toEqual({ timestampValue: toTimestamp(requestTime) });
  }
});

test('clearing removes everything, and listeners hear of each document', () => {
  commit(setting('a/b'), setting('a/b/c/d'));
  const heard: string[] = [];
  database.subscribe(({ changes }) => heard.push(...changes.keys()));
  database.clear();

  expect(heard.sort()).toEqual(['a/b', 'a/b/c/d']);
  expect([...database.documents.all()]).toEqual([]);
});

test('a resume token means something to the database that gave it alone', () => {
  const token = database.resumeTokenAt(123);

  expect(database.instantOf(token)).toBe(123);
  expect(createEngine().database(DEMO).instantOf(token)).toBeUndefined();
  expect(database.instantOf(Buffer.from('nonsense'))).toBeUndefined();
});
