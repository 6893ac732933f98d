import { compareUtf8 } from '../../engine/stringOrder.ts';
import { couldEqual, possibleOrders } from './facts.ts';
import { EvaluationError, isUnknown, undecided } from './ruleValue.ts';
import type { RuleValue } from './ruleValue.ts';

/** -1, 0 or 1; NaN where neither is less (a float that is not a number). */
export type Order = number;

/**
 * `left == right`. Values of different types are unequal, but 1 == 1.0.
 * @throws EvaluationError when the query does not decide it.
 */
export function equals(left: RuleValue, right: RuleValue): boolean {
  if (isUnknown(left)) return equalsUnknown(left, right);
  if (isUnknown(right)) return equalsUnknown(right, left);
  if (isNumber(left) && isNumber(right)) return orderOf(left.value, right.value) === 0;
  if (left.type !== right.type) return false;
  return sameTypeEquals(left, right);
}

function equalsUnknown(unknown: RuleValue & { type: 'partial' | 'symbolic' }, other: RuleValue): boolean {
  if (unknown.type === 'partial') {
    if (other.type === 'map' || isUnknown(other)) throw undecided(unknown);
    return false;
  }
  if (isUnknown(other)) throw undecided(unknown);
  if (unknown.sameAs) return equals(unknown.sameAs, other);
  if (!couldEqual(unknown, other, equals, compare)) return false;
  throw undecided(unknown);
}

function sameTypeEquals(left: RuleValue, right: RuleValue): boolean {
  if (left.type === 'list' && right.type === 'list') return listEquals(left.items, right.items);
  if (left.type === 'set' && right.type === 'set') {
    return (
      left.items.length === right.items.length && left.items.every((item) => includes(right.items, item))
    );
  }
  if (left.type === 'map' && right.type === 'map') return mapEquals(left.entries, right.entries);
  if (left.type === 'map_diff' && right.type === 'map_diff') {
    return mapEquals(left.left, right.left) && mapEquals(left.right, right.right);
  }
  return scalarKey(left) === scalarKey(right);
}

function listEquals(left: RuleValue[], right: RuleValue[]): boolean {
  return left.length === right.length && left.every((item, index) => equals(item, right[index] ?? item));
}

function mapEquals(left: Map<string, RuleValue>, right: Map<string, RuleValue>): boolean {
  if (left.size !== right.size) return false;
  return [...left].every(([key, value]) => {
    const other = right.get(key);
    return other !== undefined && equals(value, other);
  });
}

/** One primitive that is equal exactly when two scalars of one type are. */
function scalarKey(value: RuleValue): unknown {
  switch (value.type) {
    case 'bool':
    case 'string':
      return value.value;
    case 'bytes':
      return value.value.toString('hex');
    case 'timestamp':
    case 'duration':
      return value.nanos;
    case 'latlng':
      return `${value.latitude} ${value.longitude}`;
    case 'path':
      return JSON.stringify(value.segments);
    default:
      return value.type;
  }
}

/**
 * Whether `item` is in the list.
 * @throws EvaluationError when the query does not decide it.
 */
export function includes(items: RuleValue[], item: RuleValue): boolean {
  return items.some((candidate) => equals(candidate, item));
}

/**
 * Whether `left OP right`, for an operator that holds for the orders which `accepts` accepts.
 * @throws EvaluationError when they cannot be compared, or the query does not decide it.
 */
export function inOrder(left: RuleValue, right: RuleValue, accepts: (order: Order) => boolean): boolean {
  if (left.type === 'symbolic' && !isUnknown(right)) {
    return decide(left, possibleOrders(left, right, compare).map(accepts));
  }
  if (right.type === 'symbolic' && !isUnknown(left)) {
    return decide(
      right,
      possibleOrders(right, left, compare).map((order) => accepts(-order)),
    );
  }
  if (isUnknown(left)) throw undecided(left);
  if (isUnknown(right)) throw undecided(right);
  return accepts(compare(left, right));
}

function decide(unknown: RuleValue & { type: 'symbolic' }, outcomes: boolean[]): boolean {
  const [first] = outcomes;
  if (first === undefined || outcomes.some((outcome) => outcome !== first)) throw undecided(unknown);
  return first;
}

/**
 * The order of two known values of one type; numbers compare across int and float.
 * @throws EvaluationError for types that have no order, or differ.
 */
export function compare(left: RuleValue, right: RuleValue): Order {
  if (isNumber(left) && isNumber(right)) return orderOf(left.value, right.value);
  if (left.type === 'string' && right.type === 'string') {
    return Math.sign(compareUtf8(left.value, right.value));
  }
  if (left.type === 'timestamp' && right.type === 'timestamp') return orderOf(left.nanos, right.nanos);
  if (left.type === 'duration' && right.type === 'duration') return orderOf(left.nanos, right.nanos);
  throw new EvaluationError(`${left.type} and ${right.type} cannot be compared`);
}

const isNumber = (value: RuleValue) => value.type === 'int' || value.type === 'float';

/** Exact also between an integer and a float, since JavaScript compares bigint and number mathematically. */
function orderOf(left: bigint | number, right: bigint | number): Order {
  if (left < right) return -1;
  if (left > right) return 1;
  return Number.isNaN(left) || Number.isNaN(right) ? NaN : 0;
}
