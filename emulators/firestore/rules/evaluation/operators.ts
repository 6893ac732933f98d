import type { BinaryOperator } from '../ast.ts';
import { equals, inOrder } from '../values/compare.ts';
import {
  bool,
  duration,
  EvaluationError,
  float,
  int,
  isUnknown,
  string,
  timestamp,
  undecided,
} from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import { isIn } from './membership.ts';

type Operator = (left: RuleValue, right: RuleValue) => RuleValue;

const OPERATORS: Record<BinaryOperator, Operator> = {
  '==': (left, right) => bool(equals(left, right)),
  '!=': (left, right) => bool(!equals(left, right)),
  '<': (left, right) => bool(inOrder(left, right, (order) => order < 0)),
  '<=': (left, right) => bool(inOrder(left, right, (order) => order <= 0)),
  '>': (left, right) => bool(inOrder(left, right, (order) => order > 0)),
  '>=': (left, right) => bool(inOrder(left, right, (order) => order >= 0)),
  in: (left, right) => bool(isIn(left, right)),
  '+': add,
  '-': subtract,
  '*': arithmetic(
    '*',
    (a, b) => a * b,
    (a, b) => a * b,
  ),
  '/': arithmetic(
    '/',
    (a, b) => a / nonZero(b),
    (a, b) => a / b,
  ),
  '%': arithmetic(
    '%',
    (a, b) => a % nonZero(b),
    (a, b) => a % b,
  ),
};

/**
 * `left OPERATOR right`.
 * @throws EvaluationError for types that the operator does not take, overflow, division by zero, or what a query
 * does not decide.
 */
export function applyOperator(operator: BinaryOperator, left: RuleValue, right: RuleValue): RuleValue {
  return OPERATORS[operator](left, right);
}

/**
 * `-operand`.
 * @throws EvaluationError for what is not a number.
 */
export function negate(operand: RuleValue): RuleValue {
  if (operand.type === 'int') return int(-operand.value);
  if (operand.type === 'float') return float(-operand.value);
  throw isUnknown(operand) ? undecided(operand) : new EvaluationError(`-${operand.type} has no value`);
}

function add(left: RuleValue, right: RuleValue): RuleValue {
  if (left.type === 'string' && right.type === 'string') return string(left.value + right.value);
  if (left.type === 'timestamp' && right.type === 'duration') return timestamp(left.nanos + right.nanos);
  if (left.type === 'duration' && right.type === 'timestamp') return timestamp(left.nanos + right.nanos);
  if (left.type === 'duration' && right.type === 'duration') return duration(left.nanos + right.nanos);
  return arithmetic(
    '+',
    (a, b) => a + b,
    (a, b) => a + b,
  )(left, right);
}

function subtract(left: RuleValue, right: RuleValue): RuleValue {
  if (left.type === 'timestamp' && right.type === 'timestamp') return duration(left.nanos - right.nanos);
  if (left.type === 'timestamp' && right.type === 'duration') return timestamp(left.nanos - right.nanos);
  if (left.type === 'duration' && right.type === 'duration') return duration(left.nanos - right.nanos);
  return arithmetic(
    '-',
    (a, b) => a - b,
    (a, b) => a - b,
  )(left, right);
}

/** Two integers stay integers; with a float the result is one. */
function arithmetic(
  name: string,
  ofInts: (left: bigint, right: bigint) => bigint,
  ofFloats: (left: number, right: number) => number,
): Operator {
  return (left, right) => {
    if (left.type === 'int' && right.type === 'int') return int(ofInts(left.value, right.value));
    if ((left.type === 'int' || left.type === 'float') && (right.type === 'int' || right.type === 'float')) {
      return float(ofFloats(Number(left.value), Number(right.value)));
    }
    const unknown = [left, right].find(isUnknown);
    throw unknown
      ? undecided(unknown)
      : new EvaluationError(`${left.type} ${name} ${right.type} has no value`);
  };
}

function nonZero(divisor: bigint): bigint {
  if (divisor === 0n) throw new EvaluationError('division by zero');
  return divisor;
}
