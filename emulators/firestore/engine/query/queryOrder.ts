import { FirestoreError, type Value } from '../../types.ts';
import { canonicalValue } from '../canonicalValue.ts';
import { compareUtf8 } from '../stringOrder.ts';
import { compareValues } from '../valueOrder.ts';
import { NAME_FIELD, parseQueryField, type QueryField } from './queryField.ts';
import { inequalityFields, type QueryFilter } from './queryFilter.ts';
import type { Cursor, StructuredQuery } from './structuredQuery.ts';

/** One key of the order of results; `sign` is -1 for a descending one. */
export interface OrderKey {
  readonly field: QueryField;
  readonly sign: 1 | -1;
}

/**
 * The whole order of a query, as google.firestore.v1.StructuredQuery.order_by completes it: what it names, then the
 * fields that it compares by inequality, then the name, all in the last direction named.
 * @throws FirestoreError INVALID_ARGUMENT for a field that is named twice, or that would come after the name.
 */
export function completeOrder(query: StructuredQuery, filter: QueryFilter | undefined): OrderKey[] {
  const keys: OrderKey[] = (query.orderBy ?? []).map(({ field, direction }) => ({
    field: parseQueryField(field?.fieldPath),
    sign: direction === 'DESCENDING' ? -1 : 1,
  }));
  assertDistinct(keys);
  const sign = keys.at(-1)?.sign ?? 1;
  const compared = filter ? inequalityFields(filter).filter(({ isName }) => !isName) : [];

  for (const field of [...compared.sort((a, b) => compareUtf8(a.text, b.text)), NAME_FIELD]) {
    if (!keys.some((key) => key.field.text === field.text)) keys.push({ field, sign });
  }
  if (!keys.at(-1)?.field.isName) throw invalid('order by clause cannot contain more fields after the key');
  return keys;
}

function assertDistinct(keys: readonly OrderKey[]): void {
  const names = keys.map(({ field }) => field.text);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) throw invalid(`order by clause cannot contain duplicate fields ${twice}`);
}

function invalid(message: string): FirestoreError {
  return new FirestoreError('INVALID_ARGUMENT', message);
}

/** A bound of the results: how a document's order values lie to it, negative when before. */
export type Bound = (values: readonly Value[]) => number;

/**
 * @param named how many of the order's fields the query names itself: a cursor goes no further.
 * @throws FirestoreError INVALID_ARGUMENT when the cursor does not fit the order.
 */
export function parseBound(cursor: Cursor, order: readonly OrderKey[], named: number): Bound {
  const position = (cursor.values ?? []).map((value) => canonicalValue(value));
  if (position.length > named) throw invalid('Cursor has too many values.');
  for (const [index, value] of position.entries()) {
    if (order[index]?.field.isName && value.referenceValue === undefined) {
      throw invalid('Cursor __key__ value is not a document reference.');
    }
  }
  // A cursor stands just before, or just after, the documents that have its values.
  const onCursor = cursor.before ? 1 : -1;
  return (values) => comparePrefix(values, position, order) || onCursor;
}

/** Compares as far as `b` goes. */
function comparePrefix(a: readonly Value[], b: readonly Value[], order: readonly OrderKey[]): number {
  for (const [index, right] of b.entries()) {
    const left = a[index];
    const compared = left ? compareValues(left, right) * (order[index]?.sign ?? 1) : 0;
    if (compared !== 0) return compared;
  }
  return 0;
}

/** The order of two results by their order values, which are complete. */
export function compareOrderValues(
  a: readonly Value[],
  b: readonly Value[],
  order: readonly OrderKey[],
): number {
  return comparePrefix(a, b, order);
}
