import { documentNamePrefix } from '../engine/documentNames.ts';
import { planQuery } from '../engine/query/queryPlan.ts';
import { runQuery } from '../engine/query/runQuery.ts';
import type { StructuredQuery } from '../engine/query/structuredQuery.ts';
import { FirestoreError, type Message } from '../types.ts';
import type { CallContext } from './callContext.ts';
import { parseParent } from './queryDocuments.ts';
import { openReading } from './reading.ts';
import type { PartitionQueryRequest } from './requests.ts';

/**
 * PartitionQuery: names that part a collection group into shares of about the same size, in pages, for server SDKs that
 * read the shares side by side. A small group has fewer of them than were asked for.
 * @throws FirestoreError INVALID_ARGUMENT for anything but a collection group in the order of its names
 */
export async function partitionQuery(context: CallContext, request: PartitionQueryRequest): Promise<Message> {
  const { database: name, path: parent } = parseParent(request.parent);
  const { database, access } = context.open(name);
  access.assertOwner('PartitionQuery');
  const query = request.structuredQuery ?? {};
  assertPartitionable(query);
  const count = Number(request.partitionCount ?? 0);
  if (count < 1) throw new FirestoreError('INVALID_ARGUMENT', 'partition_count must be positive.');

  const { view } = await openReading(database, request, {});
  const names = runQuery(planQuery(query, parent), view).map(({ path }) => documentNamePrefix(name) + path);
  const points = pointsAmong(names, count);
  const { page, nextPageToken } = pageOf(points, request);
  const partitions = page.map((referenceValue) => ({ values: [{ referenceValue }], before: true }));
  return { partitions, nextPageToken };
}

function assertPartitionable({ from, where, orderBy = [], ...rest }: StructuredQuery): void {
  const isGroup = from?.[0]?.allDescendants === true && from[0].collectionId !== undefined;
  const isByName = orderBy.every(
    ({ field, direction }) => field?.fieldPath === '__name__' && direction !== 'DESCENDING',
  );
  const isBare = where === undefined && [rest.limit, rest.offset, rest.startAt, rest.endAt].every(isUnset);
  if (isGroup && isByName && isBare) return;
  throw new FirestoreError(
    'INVALID_ARGUMENT',
    'PartitionQuery takes a collection group in the order of its names, without filters, limits, offsets and cursors.',
  );
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === 0;
}

/** Up to `count` of the names, evenly spread, the first of them never: a share before it would be empty. */
function pointsAmong(names: readonly string[], count: number): string[] {
  const shares = Math.min(count + 1, names.length);
  const starts = Array.from({ length: shares }, (_, share) => Math.floor((share * names.length) / shares));
  return starts.slice(1).flatMap((index) => names[index] ?? []);
}

function pageOf(
  points: string[],
  { pageSize = 0, pageToken = '' }: PartitionQueryRequest,
): { page: string[]; nextPageToken: string } {
  const start = Number(pageToken);
  if (!Number.isInteger(start) || pageSize < 0) {
    throw new FirestoreError('INVALID_ARGUMENT', 'The page size or the page token is not one.');
  }
  const end = pageSize === 0 ? points.length : start + pageSize;
  return { page: points.slice(start, end), nextPageToken: end < points.length ? String(end) : '' };
}
