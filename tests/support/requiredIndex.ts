/**
 * Which index of firestore.indexes.json a query needs in production: the local Firestore asks for none. The rules are
 * those of https://firebase.google.com/docs/firestore/query-data/index-overview, read on the safe side: an array filter
 * beside another filter asks for a composite index, and no index is read backwards.
 */
export interface Index {
  collectionGroup: string;
  queryScope: 'COLLECTION' | 'COLLECTION_GROUP';
  fields: { fieldPath: string; order?: 'ASCENDING' | 'DESCENDING'; arrayConfig?: 'CONTAINS' }[];
}

/** google.firestore.v1.StructuredQuery as proto3 JSON, as far as indexes depend on it. */
export interface StructuredQuery {
  from?: { collectionId?: string; allDescendants?: boolean }[];
  where?: Filter;
  orderBy?: { field: { fieldPath: string }; direction?: string }[];
}

interface Filter {
  fieldFilter?: { field: { fieldPath: string }; op: string };
  unaryFilter?: { field: { fieldPath: string }; op: string };
  compositeFilter?: { op: string; filters: Filter[] };
}

export interface Need {
  collectionGroup: string;
  queryScope: Index['queryScope'];
  /** In any order, before `ordered`. */
  equal: string[];
  contained: string[];
  ordered: { fieldPath: string; order: 'ASCENDING' | 'DESCENDING' }[];
}

const NAME = '__name__';

/**
 * @returns what an index must have, or null where Firestore's automatic indexes serve
 * @throws Error for a query whose need this does not know: an OR
 */
export function requiredIndex(query: StructuredQuery): Need | null {
  const from = query.from?.[0];
  const filters = flatten(query.where);
  const paths = (ops: string[]) => [
    ...new Set(filters.filter(({ op }) => ops.includes(op)).map(({ path }) => path)),
  ];
  const equal = paths(['EQUAL', 'IN', 'IS_NULL', 'IS_NAN']);
  const contained = paths(['ARRAY_CONTAINS', 'ARRAY_CONTAINS_ANY']);
  const unequal = filters
    .map(({ path }) => path)
    .filter((path) => !equal.includes(path) && !contained.includes(path));

  const ordered: Need['ordered'] = (query.orderBy ?? [])
    .filter(({ field }) => field.fieldPath !== NAME && !equal.includes(field.fieldPath))
    .map(({ field, direction }) => ({
      fieldPath: field.fieldPath,
      order: direction === 'DESCENDING' ? 'DESCENDING' : 'ASCENDING',
    }));
  for (const path of unequal) {
    if (path !== NAME && !ordered.some(({ fieldPath }) => fieldPath === path)) {
      ordered.push({ fieldPath: path, order: 'ASCENDING' });
    }
  }

  const group = from?.allDescendants === true;
  const fields = equal.length + contained.length + ordered.length;
  if (fields === 0) return null;
  // Automatic indexes are of one field, in collection scope; Firestore merges them for equalities.
  if (!group && (fields === 1 || (contained.length === 0 && ordered.length === 0))) return null;

  return {
    collectionGroup: from?.collectionId ?? '',
    queryScope: group ? 'COLLECTION_GROUP' : 'COLLECTION',
    equal,
    contained,
    ordered,
  };
}

/** For a developer: `members (COLLECTION): role =, tags contains, name ASCENDING`. */
export function describeNeed({ collectionGroup, queryScope, equal, contained, ordered }: Need): string {
  const fields = [
    ...equal.map((path) => `${path} =`),
    ...contained.map((path) => `${path} contains`),
    ...ordered.map(({ fieldPath, order }) => `${fieldPath} ${order}`),
  ];
  return `${collectionGroup} (${queryScope}): ${fields.join(', ')}`;
}

function flatten(filter: Filter | undefined): { path: string; op: string }[] {
  if (!filter) return [];
  if (filter.compositeFilter) {
    const { op, filters } = filter.compositeFilter;
    if (op !== 'AND') throw new Error(`requiredIndex does not know the filter ${op}.`);
    return filters.flatMap(flatten);
  }
  const leaf = filter.fieldFilter ?? filter.unaryFilter;
  return leaf ? [{ path: leaf.field.fieldPath, op: leaf.op }] : [];
}

/**
 * @returns whether the indexes serve the need: one alone, or several that Firestore merges because they end in the same
 *   order (https://firebase.google.com/docs/firestore/query-data/index-overview#taking_advantage_of_index_merging; an array
 *   is a filter as any other: https://cloud.google.com/datastore/docs/concepts/optimize-indexes).
 */
export function serve(indexes: readonly Index[], need: Need): boolean {
  const merged = indexes.filter((index) => helps(index, need));
  const has = (path: string, isArray: boolean) =>
    merged.some(({ fields }) => fields.some((field) => isFilter(field, path, isArray)));
  return (
    merged.length > 0 &&
    need.equal.every((path) => has(path, false)) &&
    need.contained.every((path) => has(path, true))
  );
}

type IndexField = Index['fields'][number];

/** Whether the index has the order of the need, and before it nothing but filters of the need. */
function helps(index: Index, need: Need): boolean {
  if (index.collectionGroup !== need.collectionGroup || index.queryScope !== need.queryScope) return false;
  const filters = index.fields.slice(0, index.fields.length - need.ordered.length);
  const order = index.fields.slice(filters.length);
  return (
    filters.every(
      (field) =>
        need.equal.some((path) => isFilter(field, path, false)) ||
        need.contained.some((path) => isFilter(field, path, true)),
    ) &&
    order.every((field, i) => {
      const wanted = need.ordered[i];
      return field.fieldPath === wanted?.fieldPath && field.order === wanted.order;
    })
  );
}

function isFilter({ fieldPath, arrayConfig }: IndexField, path: string, isArray: boolean): boolean {
  return fieldPath === path && (arrayConfig !== undefined) === isArray;
}
