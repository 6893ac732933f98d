/** A naive model of queries, written from the documentation and not from the engine: a list, a filter, a sort. */
import type { Fields, Value } from '../../types.ts';
import type { Filter } from '../query/structuredQuery.ts';
import type { Contents, RandomQuery } from './randomQueries.ts';
import { PREFIX } from './values.ts';

/** The types of the random values, in Firestore's order. */
const TYPES = [
  'nullValue',
  'booleanValue',
  'number',
  'timestampValue',
  'stringValue',
  'referenceValue',
  'arrayValue',
  'mapValue',
];

function rankOf(value: Value): number {
  const [name = ''] = Object.keys(value);
  return TYPES.indexOf(name === 'integerValue' || name === 'doubleValue' ? 'number' : name);
}

function numberOf(value: Value): number {
  return value.doubleValue ?? Number(value.integerValue);
}

const isNaNumber = (value: Value): boolean => Number.isNaN(value.doubleValue ?? 0);
const isNull = (value: Value): boolean => value.nullValue !== undefined;
const itemsOf = (value: Value | undefined): Value[] => value?.arrayValue?.values ?? [];

function idsOf(value: Value): (bigint | string)[] {
  return (value.referenceValue ?? '').split('/').map((id) => {
    const number = /^__id(-?\d+)__$/.exec(id)?.[1];
    return number === undefined ? id : BigInt(number);
  });
}

function compareLists<Item>(
  a: readonly Item[],
  b: readonly Item[],
  compare: (x: Item, y: Item) => number,
): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    if (right === undefined) return 1;
    const order = compare(left, right);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareTexts(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function compareIds(a: bigint | string, b: bigint | string): number {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b);
  return typeof a === 'bigint' ? -1 : 1;
}

/** Firestore's order of two values. */
export function compareInModel(a: Value, b: Value): number {
  const ranks = rankOf(a) - rankOf(b);
  if (ranks !== 0) return ranks;
  switch (TYPES[rankOf(a)]) {
    case 'booleanValue':
      return Number(a.booleanValue) - Number(b.booleanValue);
    case 'number': {
      const [x, y] = [numberOf(a), numberOf(b)];
      if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
      return x < y ? -1 : x > y ? 1 : 0;
    }
    case 'timestampValue':
      return (
        Number(a.timestampValue?.seconds) - Number(b.timestampValue?.seconds) ||
        (a.timestampValue?.nanos ?? 0) - (b.timestampValue?.nanos ?? 0)
      );
    case 'stringValue':
      return compareTexts(a.stringValue ?? '', b.stringValue ?? '');
    case 'referenceValue':
      return compareLists(idsOf(a), idsOf(b), compareIds);
    case 'arrayValue':
      return compareLists(itemsOf(a), itemsOf(b), compareInModel);
    case 'mapValue': {
      const entries = (value: Value): [string, Value][] => Object.entries(value.mapValue?.fields ?? {});
      return compareLists(
        entries(a),
        entries(b),
        ([x, v], [y, w]) => compareTexts(x, y) || compareInModel(v, w),
      );
    }
    default:
      return 0;
  }
}

const isSame = (a: Value, b: Value): boolean => compareInModel(a, b) === 0;
const isFound = (value: Value, list: readonly Value[]): boolean =>
  !isNull(value) && !isNaNumber(value) && list.some((each) => isSame(each, value));

function matchesLeaf(found: Value, op: string, operand: Value): boolean {
  const order = compareInModel(found, operand);
  const isComparable = rankOf(found) === rankOf(operand) && !isNaNumber(found) && !isNaNumber(operand);
  switch (op) {
    case 'EQUAL':
      return order === 0;
    case 'NOT_EQUAL':
      return !isNull(found) && order !== 0;
    case 'LESS_THAN':
      return isComparable && order < 0;
    case 'LESS_THAN_OR_EQUAL':
      return isComparable && order <= 0;
    case 'GREATER_THAN':
      return isComparable && order > 0;
    case 'GREATER_THAN_OR_EQUAL':
      return isComparable && order >= 0;
    case 'IN':
      return isFound(found, itemsOf(operand));
    case 'NOT_IN':
      return !isNull(found) && ![...itemsOf(operand)].some((each) => isNull(each) || isSame(each, found));
    case 'ARRAY_CONTAINS':
      return isFound(operand, itemsOf(found));
    case 'ARRAY_CONTAINS_ANY':
      return itemsOf(operand).some((each) => isFound(each, itemsOf(found)));
    case 'IS_NULL':
      return isNull(found);
    case 'IS_NOT_NULL':
      return !isNull(found);
    case 'IS_NAN':
      return isNaNumber(found);
    default:
      return !isNull(found) && !isNaNumber(found);
  }
}

function valueAt(path: string, fields: Fields, fieldPath: string | undefined): Value | undefined {
  return fieldPath === '__name__' ? { referenceValue: `${PREFIX}/${path}` } : fields[fieldPath ?? ''];
}

function matches(path: string, fields: Fields, filter: Filter): boolean {
  const { compositeFilter, fieldFilter, unaryFilter } = filter;
  if (compositeFilter) {
    const outcomes = (compositeFilter.filters ?? []).map((each) => matches(path, fields, each));
    return compositeFilter.op === 'OR' ? outcomes.some(Boolean) : outcomes.every(Boolean);
  }
  const leaf = fieldFilter ?? unaryFilter;
  const found = valueAt(path, fields, leaf?.field?.fieldPath);
  return (
    found !== undefined &&
    matchesLeaf(found, leaf?.op ?? '', fieldFilter?.value ?? { nullValue: 'NULL_VALUE' })
  );
}

/** The fields that a filter compares by more than equality, in the order of their names. */
function compared(filter: Filter | undefined): string[] {
  if (!filter) return [];
  const { compositeFilter, fieldFilter, unaryFilter } = filter;
  if (compositeFilter) return (compositeFilter.filters ?? []).flatMap(compared);
  const leaf = fieldFilter ?? unaryFilter;
  const isEquality = /^(EQUAL|IN|ARRAY_CONTAINS|ARRAY_CONTAINS_ANY|IS_NULL|IS_NAN)$/.test(leaf?.op ?? '');
  return isEquality ? [] : [leaf?.field?.fieldPath ?? ''];
}

/** The paths that a query finds, in order. */
export function runInModel(contents: Contents, { query, parent }: RandomQuery): string[] {
  const named = (query.orderBy ?? []).map(({ field, direction }) => ({
    name: field?.fieldPath ?? '',
    sign: direction === 'DESCENDING' ? -1 : 1,
  }));
  const sign = named.at(-1)?.sign ?? 1;
  const implied = [...new Set(compared(query.where))].filter((name) => name !== '__name__').sort();
  const order = [...named];
  for (const name of [...implied, '__name__']) {
    if (!order.some((key) => key.name === name)) order.push({ name, sign });
  }

  const isGroup = query.from?.[0]?.allDescendants === true;
  const base = parent === '' ? 'c' : `${parent}/c`;
  const isIn = (path: string): boolean => {
    const collection = path.slice(0, path.lastIndexOf('/'));
    return isGroup ? collection.split('/').at(-1) === 'c' : collection === base;
  };
  const compareRows = (a: readonly Value[], b: readonly Value[]): number => {
    for (const [at, right] of b.entries()) {
      const left = a[at];
      const compared = left ? compareInModel(left, right) * (order[at]?.sign ?? 1) : 0;
      if (compared !== 0) return compared;
    }
    return 0;
  };

  const rows = [...contents].flatMap(([path, fields]) => {
    if (!isIn(path) || (query.where && !matches(path, fields, query.where))) return [];
    const row = order.flatMap(({ name }) => valueAt(path, fields, name) ?? []);
    return row.length === order.length ? [{ path, row }] : [];
  });
  const inCursors = rows.filter(({ row }) => {
    const { startAt, endAt } = query;
    const start = startAt ? compareRows(row, startAt.values ?? []) : 1;
    const end = endAt ? compareRows(row, endAt.values ?? []) : -1;
    return (
      (start > 0 || (start === 0 && startAt?.before === true)) &&
      (end < 0 || (end === 0 && endAt?.before !== true))
    );
  });
  const sorted = inCursors.sort((a, b) => compareRows(a.row, b.row)).map(({ path }) => path);
  const offset = query.offset ?? 0;
  return sorted.slice(offset, query.limit ? offset + (query.limit.value ?? 0) : undefined);
}
