import { expect, test } from 'vitest';
import { deleting, DEMO, fields, PREFIX, setting } from './testing/values.ts';
import { parseWrite, type WriteMessage } from './write.ts';

const NAME = `${PREFIX}/a/b`;

test('a write without a mask replaces, one with a mask changes, if only by nothing', () => {
  const set = setting('a/b', { x: 1 });

  expect(parseWrite(set, DEMO).operation).toEqual({ kind: 'set', fields: fields({ x: 1 }), transforms: [] });
  expect(parseWrite({ ...set, updateMask: {} }, DEMO).operation).toMatchObject({ kind: 'merge', mask: [] });
  expect(parseWrite({ ...set, updateMask: { fieldPaths: ['x', 'y.z'] } }, DEMO).operation).toMatchObject({
    kind: 'merge',
    mask: [['x'], ['y', 'z']],
  });
});

test('a delete, a verify and a transform of their own are writes too', () => {
  expect(parseWrite(deleting('a/b'), DEMO)).toMatchObject({ path: 'a/b', operation: { kind: 'delete' } });
  expect(parseWrite({ verify: NAME, currentDocument: { exists: true } }, DEMO)).toMatchObject({
    operation: { kind: 'verify' },
    precondition: { exists: true },
  });
  const fieldTransforms = [{ fieldPath: 'n', increment: { integerValue: '1' } }];
  expect(parseWrite({ transform: { document: NAME, fieldTransforms } }, DEMO).operation).toMatchObject({
    kind: 'merge',
    mask: [],
    transforms: fieldTransforms,
  });
});

const tooMany = Array.from({ length: 501 }, () => ({ fieldPath: 'n', increment: { integerValue: '1' } }));

test.each<[string, WriteMessage]>([
  ['a write that does nothing', { currentDocument: { exists: true } }],
  ['a write into another database', { delete: 'projects/demo/databases/other/documents/a/b' }],
  ['a write to a collection', { delete: `${PREFIX}/a` }],
  ['a mask with a reserved name', { ...setting('a/b'), updateMask: { fieldPaths: ['__x__'] } }],
  ['a malformed mask', { ...setting('a/b'), updateMask: { fieldPaths: ['a..b'] } }],
  ['more than 500 transforms', { ...setting('a/b'), updateTransforms: tooMany }],
])('%s is refused', (_what, message) => {
  expect(() => parseWrite(message, DEMO)).toThrow(expect.objectContaining({ status: 'INVALID_ARGUMENT' }));
});
