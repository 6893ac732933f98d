import { FirestoreError, type Value } from '../../types.ts';
import type { Path } from '../documentNames.ts';
import { scopeCovers, type QueryScope } from '../documentStore.ts';
import { parseFieldPath, type FieldPath } from '../fieldPaths.ts';
import type { StoredDocument } from '../storedDocument.ts';
import { parseFilter, toPredicate, type Predicate } from './queryFilter.ts';
import { assertFilterLimits } from './queryLimits.ts';
import { completeOrder, parseBound, type OrderKey } from './queryOrder.ts';
import type { StructuredQuery } from './structuredQuery.ts';

/** A query that was read and found well-formed, ready to run. */
export interface QueryPlan {
  readonly scope: QueryScope;
  readonly order: readonly OrderKey[];
  readonly offset: number;
  /** Undefined for no limit. */
  readonly limit: number | undefined;
  /** The fields to return; undefined for all. */
  readonly projection: readonly FieldPath[] | undefined;
  /**
   * The document's order values if it is a result but for offset and limit: in scope, passing the filter, having every
   * field of the order, within the cursors. Else undefined.
   */
  match(document: StoredDocument): Value[] | undefined;
}

/**
 * Reads a query below `parent` (a document, or the root).
 * @throws FirestoreError INVALID_ARGUMENT when it is malformed or refused by production, UNIMPLEMENTED for what this
 * engine does not do.
 */
export function planQuery(query: StructuredQuery, parent: Path): QueryPlan {
  if (query.findNearest) throw new FirestoreError('UNIMPLEMENTED', 'findNearest is not implemented.');

  const scope = parseScope(query, parent);
  const filter = query.where ? parseFilter(query.where) : undefined;
  if (filter) assertFilterLimits(filter);
  const order = completeOrder(query, filter);
  const matchesFilter = filter ? toPredicate(filter) : () => true;

  return {
    scope,
    order,
    offset: nonNegative('offset', query.offset) ?? 0,
    limit: nonNegative('limit', query.limit && (query.limit.value ?? 0)),
    projection: parseProjection(query),
    match: createMatch(scope, matchesFilter, order, query),
  };
}

function parseScope({ from = [] }: StructuredQuery, parent: Path): QueryScope {
  const [selector, ...others] = from;
  if (!selector || others.length > 0) throw invalid('A query must be from exactly one collection selector.');

  const { collectionId, allDescendants = false } = selector;
  if (collectionId === undefined || collectionId === '') {
    if (!allDescendants) throw invalid('A query of one collection must name it.');
    return { parent, allDescendants };
  }
  if (collectionId.includes('/')) throw invalid(`"${collectionId}" is not the id of a collection.`);
  if (allDescendants && parent !== '') {
    throw invalid('A collection group query may start from the root of the database only.');
  }
  return { parent, collectionId, allDescendants };
}

function nonNegative(what: string, value: number | undefined): number | undefined {
  if (value !== undefined && value < 0) throw invalid(`${what} is negative`);
  return value;
}

/** A projection of nothing but the name returns no fields; an empty one returns all. */
function parseProjection({ select }: StructuredQuery): readonly FieldPath[] | undefined {
  const names = (select?.fields ?? []).map(({ fieldPath }) => fieldPath);
  if (names.length === 0) return undefined;
  return names.filter((name) => name !== '__name__').map(parseFieldPath);
}

function createMatch(
  scope: QueryScope,
  matchesFilter: Predicate,
  order: readonly OrderKey[],
  query: StructuredQuery,
): QueryPlan['match'] {
  const start = query.startAt && parseBound(query.startAt, order);
  const end = query.endAt && parseBound(query.endAt, order);

  return (document) => {
    if (!scopeCovers(scope, document.path) || !matchesFilter(document)) return undefined;
    const values = orderValues(document, order);
    if (!values || (start && start(values) < 0) || (end && end(values) > 0)) return undefined;
    return values;
  };
}

function orderValues(document: StoredDocument, order: readonly OrderKey[]): Value[] | undefined {
  const values: Value[] = [];
  for (const { field } of order) {
    const value = field.valueIn(document);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function invalid(message: string): FirestoreError {
  return new FirestoreError('INVALID_ARGUMENT', message);
}
