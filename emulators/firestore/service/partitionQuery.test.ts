import { beforeEach, expect, test } from 'vitest';
import { PREFIX } from '../engine/testing/values.ts';
import type { Message } from '../types.ts';
import { ADA, createHarness, OWNER, rulesThat, type Harness } from './testing/harness.ts';

let harness: Harness;
const structuredQuery = {
  from: [{ collectionId: 'c', allDescendants: true }],
  orderBy: [{ field: { fieldPath: '__name__' }, direction: 'ASCENDING' }],
};

beforeEach(() => {
  harness = createHarness(rulesThat(() => true));
  for (let n = 0; n < 10; n += 1) harness.put(`a/b/c/${n}`);
});

function partition(more: Message, caller = OWNER): Promise<Message> {
  const request = { parent: PREFIX, structuredQuery, partitionCount: '4', ...more };
  return harness.service.unary('PartitionQuery', request, caller);
}

function pointsIn(answer: Message): string[] {
  const partitions = answer['partitions'] as { values: { referenceValue: string }[] }[];
  return partitions.map(({ values }) => values[0]?.referenceValue.slice(PREFIX.length) ?? '');
}

test('the points come in pages', async () => {
  const first = await partition({ pageSize: 3 });
  const second = await partition({ pageSize: 3, pageToken: first['nextPageToken'] });

  expect(pointsIn(first)).toEqual(['/a/b/c/2', '/a/b/c/4', '/a/b/c/6']);
  expect(pointsIn(second)).toEqual(['/a/b/c/8']);
  expect(second['nextPageToken']).toBe('');
});

test.each<[string, Message]>([
  ['one collection', { structuredQuery: { from: [{ collectionId: 'c' }] } }],
  ['a filter', { structuredQuery: { ...structuredQuery, where: { unaryFilter: {} } } }],
  ['a limit', { structuredQuery: { ...structuredQuery, limit: { value: 1 } } }],
  ['no count', { partitionCount: '0' }],
  ['a page token of somebody else', { pageToken: 'x' }],
])('%s is refused', async (_what, more) => {
  await expect(partition(more)).rejects.toMatchObject({ status: 'INVALID_ARGUMENT' });
});

test('clients may not ask', async () => {
  await expect(partition({}, ADA)).rejects.toMatchObject({ status: 'PERMISSION_DENIED' });
});
