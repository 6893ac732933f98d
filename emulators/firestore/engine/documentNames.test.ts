import { expect, test } from 'vitest';
import { isBelow, parseDatabaseName, parseDocumentName, parseResourceName } from './documentNames.ts';
import { DEMO, PREFIX } from './testing/values.ts';

test('a document name is its database and its path', () => {
  expect(parseDocumentName(`${PREFIX}/tenants/acme/members/ada`)).toEqual({
    database: DEMO,
    path: 'tenants/acme/members/ada',
  });
});

test('the root and the database have names without a path', () => {
  expect(parseResourceName(PREFIX)).toEqual({ database: DEMO, path: '' });
  expect(parseDatabaseName('projects/demo/databases/(default)')).toEqual(DEMO);
});

test.each(['____', '__id7__', '__id-7__', '__foo_', '_bar__', '.a.', '..a', '`x`'])(
  'a document may have the id %s',
  (id) => {
    expect(parseDocumentName(`${PREFIX}/a/${id}`).path).toBe(`a/${id}`);
  },
);

test.each([
  ['Resource id "__x__" is invalid because it is reserved.', 'a/__x__'],
  ['Resource id "_____" is invalid because it is reserved.', 'a/_____'],
  ['Resource id "__idx__" is invalid because it is reserved.', 'a/__idx__'],
  ['Collection id "__x__" is invalid because it is reserved.', '__x__/b'],
  ['Collection id "__id7__" is invalid because it is reserved.', '__id7__/b'],
])('production says: %s', (words, path) => {
  expect(() => parseDocumentName(`${PREFIX}/${path}`)).toThrow(words);
});

test.each([
  ['a collection', `${PREFIX}/tenants`],
  ['the root', PREFIX],
  ['an empty id', `${PREFIX}/tenants//members/ada`],
  ['a reserved id', `${PREFIX}/tenants/__x__`],
  ['a dot', `${PREFIX}/tenants/.`],
  ['an id of more than 1,500 bytes', `${PREFIX}/tenants/${'é'.repeat(751)}`],
  ['something else', 'tenants/acme'],
])('%s is no document name', (_what, name) => {
  expect(() => parseDocumentName(name)).toThrow(expect.objectContaining({ status: 'INVALID_ARGUMENT' }));
});

test('an id of 1,500 bytes is allowed', () => {
  expect(parseDocumentName(`${PREFIX}/tenants/${'é'.repeat(750)}`).path).toHaveLength(
    'tenants/'.length + 750,
  );
});

test('a path lies below its ancestors, not below a sibling whose name it continues', () => {
  expect(isBelow('a/b/c', 'a/b')).toBe(true);
  expect(isBelow('a/bc/d', 'a/b')).toBe(false);
  expect(isBelow('a', '')).toBe(true);
});
