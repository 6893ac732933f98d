import { expect, test } from 'vitest';
import { DocumentStore } from './documentStore.ts';
import type { QueryScope } from './queryScope.ts';
import { stored } from './testing/values.ts';

function storeOf(...paths: string[]): DocumentStore {
  const store = new DocumentStore();
  for (const path of paths) store.put(stored(path));
  return store;
}

const STORE = storeOf('t/acme', 't/acme/m/ada', 't/acme/m/ada/x/1', 't/globex/m/bob', 'm/root', 'u/1');

function pathsIn(scope: QueryScope): string[] {
  return [...STORE.inScope(scope)].map(({ path }) => path).sort();
}

test('a collection holds its own documents', () => {
  expect(pathsIn({ parent: 't/acme', collectionId: 'm', allDescendants: false })).toEqual(['t/acme/m/ada']);
  expect(pathsIn({ parent: '', collectionId: 'm', allDescendants: false })).toEqual(['m/root']);
});

test('a collection group holds the collections of one name, wherever they lie', () => {
  expect(pathsIn({ parent: '', collectionId: 'm', allDescendants: true })).toEqual([
    'm/root',
    't/acme/m/ada',
    't/globex/m/bob',
  ]);
});

test('all descendants of a document are those of any collection below it, without itself', () => {
  expect(pathsIn({ parent: 't/acme', allDescendants: true })).toEqual(['t/acme/m/ada', 't/acme/m/ada/x/1']);
});

test('collections and documents are listed by what lies below them, too', () => {
  expect(STORE.collectionIds('').sort()).toEqual(['m', 't', 'u']);
  expect(STORE.collectionIds('t/globex')).toEqual(['m']);
  expect(STORE.documentIds('t').sort()).toEqual(['acme', 'globex']);
});

test('what is removed is gone, and so is a collection that becomes empty', () => {
  const store = storeOf('a/1', 'a/2', 'b/1');
  store.remove('a/1');
  store.remove('b/1');
  store.remove('c/none');

  expect(store.get('a/1')).toBeNull();
  expect(store.get('a/2')?.path).toBe('a/2');
  expect(store.collectionIds('')).toEqual(['a']);
});
