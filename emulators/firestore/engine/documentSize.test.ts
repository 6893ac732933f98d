import { expect, test } from 'vitest';
import { assertDocumentSize } from './documentSize.ts';
import { value } from './testing/values.ts';

const MAX = 1_048_576;
/** `a/b` takes 2 + 2 + 16 bytes, a field `s` 2, a string its bytes and one more, the document 32. */
const OVERHEAD = 2 + 2 + 16 + 2 + 1 + 32;

test('a document may have 1 MiB, counted as the documentation does, and not a byte more', () => {
  expect(() => assertDocumentSize('a/b', { s: value('x'.repeat(MAX - OVERHEAD)) })).not.toThrow();
  expect(() => assertDocumentSize('a/b', { s: value('x'.repeat(MAX - OVERHEAD + 1)) })).toThrow(
    expect.objectContaining({ status: 'INVALID_ARGUMENT' }),
  );
});

test('maps, arrays and bytes count with all that they hold', () => {
  const half = 'é'.repeat(MAX / 4);

  expect(() => assertDocumentSize('a/b', { m: value({ a: half }), l: value([half]) })).toThrow(
    'exceeds the maximum',
  );
  expect(() => assertDocumentSize('a/b', { b: { bytesValue: Buffer.alloc(MAX) } })).toThrow(
    'exceeds the maximum',
  );
  expect(() => assertDocumentSize('a/b', { m: value({ a: half, n: [1, null, true] }) })).not.toThrow();
});
