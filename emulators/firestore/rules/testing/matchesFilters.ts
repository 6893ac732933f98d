/**
 * A tiny matcher of documents against filters, for proving that no allowed list gives a document away. Where engines
 * may differ (-0 and 0) it matches more, since then more has to be proven.
 */
import type { Fields, Value } from '../../types.ts';

export interface TestFilter {
  field: string[];
  op: string;
  value: Value;
}

type Ordered = number | string;

/** Whether a document may be in the answer of a query with these filters. */
export function matchesFilters(fields: Fields, filters: TestFilter[]): boolean {
  return filters.every(({ field, op, value }) => {
    const found = fieldAt(fields, field);
    return found !== undefined && matches(found, op, value);
  });
}

function fieldAt(fields: Fields, [name = '', ...rest]: string[]): Value | undefined {
  const value = fields[name];
  return rest.length === 0 || value === undefined ? value : fieldAt(value.mapValue?.fields ?? {}, rest);
}

function matches(found: Value, op: string, value: Value): boolean {
  const listed = value.arrayValue?.values ?? [];
  const items = found.arrayValue?.values ?? [];
  switch (op) {
    case 'EQUAL':
      return same(found, value);
    case 'NOT_EQUAL':
      return !same(found, value) || isZero(found);
    case 'IN':
      return listed.some((item) => same(found, item));
    case 'NOT_IN':
      return listed.every((item) => !same(found, item) || isZero(found));
    case 'ARRAY_CONTAINS':
      return items.some((item) => same(item, value));
    case 'ARRAY_CONTAINS_ANY':
      return items.some((item) => listed.some((wanted) => same(item, wanted)));
    default:
      return inOrder(orderedOf(found), op, orderedOf(value));
  }
}

function inOrder(found: Ordered | undefined, op: string, bound: Ordered | undefined): boolean {
  if (found === undefined || bound === undefined || typeof found !== typeof bound) return false;
  if (op.startsWith('LESS_THAN')) {
    return found < bound || (found === bound && (op.endsWith('EQUAL') || found === 0));
  }
  return found > bound || (found === bound && (op.endsWith('EQUAL') || found === 0));
}

function orderedOf(value: Value): Ordered | undefined {
  if (value.integerValue !== undefined) return Number(value.integerValue);
  return value.doubleValue ?? value.stringValue;
}

const isZero = (value: Value) => orderedOf(value) === 0;

/** Equal for a query: numbers across their types, NaN with NaN. */
function same(left: Value, right: Value): boolean {
  const [a, b] = [orderedOf(left), orderedOf(right)];
  if (typeof a === 'number' && typeof b === 'number') return a === b || (Number.isNaN(a) && Number.isNaN(b));
  return canonical(left) === canonical(right);
}

function canonical(value: Value): string {
  if (value.arrayValue) return `[${(value.arrayValue.values ?? []).map(canonical).join()}]`;
  if (value.mapValue) {
    const entries = Object.entries(value.mapValue.fields ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${key}:${canonical(entry)}`).join()}}`;
  }
  const number = orderedOf(value);
  return typeof number === 'number' ? String(number) : JSON.stringify(value);
}
