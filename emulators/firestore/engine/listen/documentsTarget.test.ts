import { expect, test } from 'vitest';
import { DocumentStore } from '../documentStore.ts';
import { fields, stored } from '../testing/values.ts';
import { createDocumentsTarget } from './documentsTarget.ts';

test('documents are told as they are, missing ones as deleted, and others not at all', () => {
  const store = new DocumentStore();
  store.put(stored('a/b', fields({ n: 1 })));
  const watched = createDocumentsTarget(['a/b', 'a/none']);

  expect(watched.start(store)).toMatchObject([
    { kind: 'changed', document: { fields: fields({ n: 1 }) } },
    { kind: 'deleted', path: 'a/none' },
  ]);
  expect(watched.update(new Map([['a/other', null]]), store)).toEqual([]);

  store.remove('a/b');
  expect(watched.update(new Map([['a/b', null]]), store)).toEqual([{ kind: 'deleted', path: 'a/b' }]);
});

test('a listener that comes back is told of the documents that changed', () => {
  const store = new DocumentStore();
  store.put(stored('a/b'));
  store.put(stored('a/c'));

  expect(createDocumentsTarget(['a/b', 'a/c']).resume(new Set(['a/c', 'a/d']), store)).toMatchObject([
    { kind: 'changed', document: { name: store.get('a/c')?.name } },
  ]);
});
