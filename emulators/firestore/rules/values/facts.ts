/** What the facts that a query tells about a field decide. Nothing here may guess: undecided is always safe. */
import { undecided } from './ruleValue.ts';
import type { Bound, RuleValue, Symbolic } from './ruleValue.ts';

type Compare = (left: RuleValue, right: RuleValue) => number;
type Equals = (left: RuleValue, right: RuleValue) => boolean;

/** The name that `is` and the facts share for a known value's type. */
export function kindOf(value: RuleValue): string {
  return value.type === 'int' || value.type === 'float' ? 'number' : value.type;
}

/**
 * The orders (-1, 0, 1) that the unknown may have against a known value.
 * @throws EvaluationError when even the type of the unknown is open, or has no order.
 */
export function possibleOrders(unknown: Symbolic, known: RuleValue, compare: Compare): number[] {
  if (unknown.sameAs) return [compare(unknown.sameAs, known)];
  if (unknown.kind === undefined || unknown.kind !== kindOf(known)) throw undecided(unknown);
  const low = ordersAgainst(unknown.low, known, compare);
  const high = ordersAgainst(unknown.high, known, (a, b) => -compare(a, b)).map((order) => -order);
  return low.filter((order) => high.includes(order));
}

/** The orders that are left for what lies above `bound`, against `known`. */
function ordersAgainst(bound: Bound | undefined, known: RuleValue, compare: Compare): number[] {
  if (!bound) return [-1, 0, 1];
  const order = compare(bound.value, known);
  if (order > 0) return [1];
  if (order === 0) return bound.inclusive ? [0, 1] : [1];
  return [-1, 0, 1];
}

/** False where the facts rule out that the unknown equals a known value. */
export function couldEqual(unknown: Symbolic, known: RuleValue, equals: Equals, compare: Compare): boolean {
  if (unknown.not.some((excluded) => equals(excluded, known))) return false;
  if (unknown.kind === undefined) return true;
  if (unknown.kind !== kindOf(known)) return false;
  const hasBounds = unknown.low !== undefined || unknown.high !== undefined;
  return !hasBounds || possibleOrders(unknown, known, compare).includes(0);
}
