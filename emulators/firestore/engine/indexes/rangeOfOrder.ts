import type { Value } from '../../types.ts';
import type { Leaf } from '../query/filterBranches.ts';
import type { QueryPlan } from '../query/queryPlan.ts';
import { compareTypes, compareValues } from '../valueOrder.ts';

/** Which part of an index a query reads: what its cursors and the inequalities of its first field leave. */
export interface OrderRange {
  plan: QueryPlan;
  branch: readonly Leaf[];
}

/** Whether results with these order values, and all before them, lie before the range. */
export function isBeforeRange({ plan, branch }: OrderRange, values: readonly Value[]): boolean {
  if (plan.isBeforeStart(values)) return true;
  return inequalitiesOfFirst(plan, branch).some((leaf) => relation(leaf, values[0], signOf(plan)) < 0);
}

/** Whether results with these order values, and all after them, lie behind the range. */
export function isBehindRange({ plan, branch }: OrderRange, values: readonly Value[]): boolean {
  if (plan.isBehindEnd(values)) return true;
  return inequalitiesOfFirst(plan, branch).some((leaf) => relation(leaf, values[0], signOf(plan)) > 0);
}

function signOf({ order }: QueryPlan): number {
  return order[0]?.sign ?? 1;
}

function inequalitiesOfFirst({ order }: QueryPlan, branch: readonly Leaf[]): Leaf[] {
  return branch.filter(({ field, op }) => field.text === order[0]?.field.text && op in BOUNDS);
}

/** Of which values an inequality leaves nothing: those below (-1) or above (1) its operand; and whether of it itself. */
const BOUNDS: Partial<Record<Leaf['op'], { excluded: -1 | 1; inclusive: boolean }>> = {
  GREATER_THAN: { excluded: -1, inclusive: false },
  GREATER_THAN_OR_EQUAL: { excluded: -1, inclusive: true },
  LESS_THAN: { excluded: 1, inclusive: false },
  LESS_THAN_OR_EQUAL: { excluded: 1, inclusive: true },
};

/** Negative where a value comes, in the order of the results, before all that the inequality leaves, positive after. */
function relation({ op, operand }: Leaf, value: Value | undefined, sign: number): number {
  const bound = BOUNDS[op];
  if (!value || !bound) return 0;
  const types = compareTypes(value, operand);
  if (types !== 0) return types * sign;
  const order = Math.sign(compareValues(value, operand));
  const isOut = order === bound.excluded || (order === 0 && !bound.inclusive);
  return isOut ? bound.excluded * sign : 0;
}
