/** Random documents and queries, and a naive model of queries: a list, a filter, a sort. */
import type { Random } from '../../testing/seeded.ts';
import type { Fields, Value } from '../../types.ts';
import type { Filter, StructuredQuery } from '../query/structuredQuery.ts';
import { double, reference, value } from './values.ts';

const SCALARS: readonly Value[] = [
  ...[null, true, false, 0, 1, 2, 'a', 'b', 'é'].map(value),
  ...[-0, 1, 1.5, NaN, -Infinity].map(double),
  { timestampValue: { seconds: '1', nanos: 0 } },
  { timestampValue: { seconds: '1', nanos: 1_000 } },
];
const VALUES: readonly Value[] = [
  ...SCALARS,
  ...[[], [1], [1, 'a'], ['a', null], {}, { k: 1 }, { k: 1, l: 2 }, { k: 'a' }].map(value),
];
const FIELDS = ['f', 'g'];
const IDS = ['1', '2', 'a', 'b', '__id7__', '__id10__'];

export type Contents = ReadonlyMap<string, Fields>;

export function randomFields(pick: Random): Fields {
  return Object.fromEntries(
    FIELDS.flatMap((name) => (pick([true, true, true, false]) ? [[name, pick(VALUES)] as const] : [])),
  );
}

/** The path of some document in a few collections, of which two have the same name. */
export function randomPath(pick: Random): string {
  return `${pick(['c', 'c', 't/x/c', 'd'])}/${pick(IDS)}`;
}

export interface RandomQuery {
  query: StructuredQuery;
  parent: string;
}

export function randomQuery(pick: Random): RandomQuery {
  const { isGroup, parent } = pick([
    { isGroup: false, parent: '' },
    { isGroup: false, parent: 't/x' },
    { isGroup: true, parent: '' },
  ]);
  const where = pick([true, true, true, false]) ? { where: randomFilter(pick, 2) } : {};
  const orderBy = Array.from({ length: pick([0, 0, 1, 2]) }, () => ({
    field: { fieldPath: pick([...FIELDS, ...FIELDS, '__name__']) },
    direction: pick(['ASCENDING', 'DESCENDING']),
  }));
  const cursor = (): { values: Value[]; before: boolean } => ({
    values: orderBy.map(({ field }) => (field.fieldPath === '__name__' ? reference('c/2') : pick(VALUES))),
    before: pick([true, false]),
  });
  return {
    parent,
    query: {
      from: [{ collectionId: 'c', allDescendants: isGroup }],
      ...where,
      orderBy,
      ...(pick([true, false, false]) && { startAt: cursor() }),
      ...(pick([true, false, false]) && { endAt: cursor() }),
      ...(pick([true, false]) && { limit: { value: pick([0, 1, 2, 5]) } }),
      offset: pick([0, 0, 1]),
    },
  };
}

const OPERATORS = ['LESS_THAN', 'LESS_THAN_OR_EQUAL', 'GREATER_THAN', 'GREATER_THAN_OR_EQUAL', 'EQUAL'];

function randomFilter(pick: Random, depth: number): Filter {
  if (depth > 0 && pick([true, false])) {
    const filters = Array.from({ length: pick([1, 2, 2]) }, () => randomFilter(pick, depth - 1));
    return { compositeFilter: { op: pick(['AND', 'OR']), filters } };
  }
  if (pick([true, false, false, false, false, false, false])) {
    const op = pick(['EQUAL', 'GREATER_THAN', 'LESS_THAN']);
    return { fieldFilter: { field: { fieldPath: '__name__' }, op, value: reference(`c/${pick(IDS)}`) } };
  }
  const field = { fieldPath: pick(FIELDS) };
  if (pick([true, false, false, false, false])) {
    return { unaryFilter: { field, op: pick(['IS_NULL', 'IS_NOT_NULL', 'IS_NAN', 'IS_NOT_NAN']) } };
  }
  const op = pick([
    ...OPERATORS,
    'EQUAL',
    'NOT_EQUAL',
    'IN',
    'NOT_IN',
    'ARRAY_CONTAINS',
    'ARRAY_CONTAINS_ANY',
  ]);
  const isListed = ['IN', 'NOT_IN', 'ARRAY_CONTAINS_ANY'].includes(op);
  const operands = Array.from({ length: isListed ? pick([1, 2]) : 1 }, () => pick(SCALARS));
  const [operand = value(null)] = operands;
  return { fieldFilter: { field, op, value: isListed ? { arrayValue: { values: operands } } : operand } };
}
