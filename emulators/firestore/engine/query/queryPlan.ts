import { FirestoreError, type Value } from '../../types.ts';
import { assertIds, type Path } from '../documentNames.ts';
import { isBelowDocument, scopeCovers, type QueryScope } from '../queryScope.ts';
import { parseFieldPath, type FieldPath } from '../fieldPaths.ts';
import type { StoredDocument } from '../storedDocument.ts';
import { parseNearest, type Nearest } from './findNearest.ts';
import { NAME_FIELD } from './queryField.ts';
import { leavesOf, parseFilter, toPredicate, type Predicate, type QueryFilter } from './queryFilter.ts';
import { assertFilterLimits } from './queryLimits.ts';
import { completeOrder, parseBound, type OrderKey } from './queryOrder.ts';
import type { StructuredQuery } from './structuredQuery.ts';

/** A query that was read and found well-formed, ready to run. */
export interface QueryPlan {
  readonly scope: QueryScope;
  readonly filter: QueryFilter | undefined;
  readonly order: readonly OrderKey[];
  readonly offset: number;
  /** Undefined for no limit. */
  readonly limit: number | undefined;
  /** The fields to return; undefined for all. */
  readonly projection: readonly FieldPath[] | undefined;
  /** Picks the nearest of the results; undefined where the query asks for no such search. */
  readonly nearest: Nearest | undefined;
  /**
   * The document's order values if it is a result but for offset and limit: in scope, passing the filter, having every
   * field of the order, within the cursors. Else undefined.
   */
  match(document: StoredDocument): Value[] | undefined;
  /** Whether order values lie before the query's first cursor. */
  isBeforeStart(values: readonly Value[]): boolean;
  /** Whether order values lie behind the query's last cursor. */
  isBehindEnd(values: readonly Value[]): boolean;
}

/**
 * Reads a query below `parent` (a document, or the root).
 * @throws FirestoreError INVALID_ARGUMENT when it is malformed or refused by production, UNIMPLEMENTED for what this
 * engine does not do.
 */
export function planQuery(query: StructuredQuery, parent: Path): QueryPlan {
  const scope = parseScope(query, parent);
  const filter = query.where ? parseFilter(query.where) : undefined;
  if (filter) assertFilterLimits(filter);
  assertIndexed(scope, filter, query);
  const order = completeOrder(query, filter);
  const matchesFilter = filter ? toPredicate(filter) : () => true;

  return {
    scope,
    filter,
    order,
    offset: nonNegative('offset', query.offset) ?? 0,
    limit: nonNegative('limit', query.limit && (query.limit.value ?? 0)),
    projection: parseProjection(query),
    nearest: query.findNearest && parseNearest(query.findNearest),
    ...createMatch(scope, matchesFilter, order, query),
  };
}

/** Without a collection's id a query is of every document below its parent. */
function parseScope({ from = [] }: StructuredQuery, parent: Path): QueryScope {
  const [selector = {}, ...others] = from;
  if (others.length > 0) throw invalid('A query may be from one collection selector only.');

  const { collectionId, allDescendants = false } = selector;
  if (collectionId === undefined || collectionId === '') return { parent, allDescendants: true };
  if (collectionId.includes('/')) throw invalid(`"${collectionId}" is not the id of a collection.`);
  assertIds(collectionId);
  return { parent, collectionId, allDescendants };
}

/**
 * Queries that production has no index for know the documents' names alone, in ascending order: those of all collections,
 * and those of collections at any depth below a document.
 */
function assertIndexed(
  scope: QueryScope,
  filter: QueryFilter | undefined,
  { orderBy = [] }: StructuredQuery,
): void {
  const isKindless = scope.collectionId === undefined;
  const isBelow = isBelowDocument(scope);
  if (!isKindless && !isBelow) return;

  const filtered = (filter ? leavesOf(filter) : []).map(({ field }) => field.text);
  const ordered = orderBy.map(({ field }) => field?.fieldPath);
  const isName = (name: string | undefined): boolean => name === NAME_FIELD.text;
  if (isBelow && ![...filtered, ...ordered].every(isName)) {
    throw invalid('collection group queries are only allowed at the root parent');
  }
  const other = filtered.find((name) => !isName(name));
  if (other !== undefined) throw invalid(`kind is required for filter: ${other}`);
  if (ordered.every(isName) && orderBy.every(({ direction }) => direction !== 'DESCENDING')) return;
  if (isKindless) throw invalid('kind is required for all orders except __key__ ascending');
  throw new FirestoreError('FAILED_PRECONDITION', 'The query requires an index.');
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
): Pick<QueryPlan, 'match' | 'isBeforeStart' | 'isBehindEnd'> {
  const named = query.orderBy?.length ?? 0;
  const start = query.startAt && parseBound(query.startAt, order, named);
  const end = query.endAt && parseBound(query.endAt, order, named);
  const isBeforeStart = (values: readonly Value[]): boolean => start !== undefined && start(values) < 0;
  const isBehindEnd = (values: readonly Value[]): boolean => end !== undefined && end(values) > 0;

  return {
    isBeforeStart,
    isBehindEnd,
    match: (document) => {
      if (!scopeCovers(scope, document.path) || !matchesFilter(document)) return undefined;
      const values = orderValues(document, order);
      return values && !isBeforeStart(values) && !isBehindEnd(values) ? values : undefined;
    },
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
