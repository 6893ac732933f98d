import { EvaluationError, isUnknown, undecided } from '../values/ruleValue.ts';
import type { RuleValue, TypeName, ValueOf } from '../values/ruleValue.ts';

/** A method of one type, or a global function (which has no `self`). */
export interface Method<Type extends TypeName> {
  arity: number;
  call: (self: ValueOf<Type>, args: RuleValue[]) => RuleValue;
}

export type MethodTable<Type extends TypeName> = Readonly<Record<string, Method<Type>>>;

/** A method whose type is not known here: only a value that was looked at may be given to it. */
export interface AnyMethod {
  arity: number;
  call: (self: never, args: RuleValue[]) => RuleValue;
}

export interface GlobalFunction {
  arity: number;
  call: (args: RuleValue[]) => RuleValue;
}

/**
 * The argument at `index`, which must be of a type.
 * @throws EvaluationError when it is of another, or unknown.
 */
export function argument<Type extends TypeName>(
  args: RuleValue[],
  index: number,
  ...types: Type[]
): ValueOf<Type> {
  const value = args[index];
  if (value === undefined) throw new EvaluationError(`argument ${index + 1} is missing`);
  if (isOneOf(value, types)) return value;
  throw isUnknown(value)
    ? undecided(value)
    : new EvaluationError(`argument ${index + 1} is a ${value.type}, not a ${types.join(' or ')}`);
}

function isOneOf<Type extends TypeName>(value: RuleValue, types: Type[]): value is ValueOf<Type> {
  return types.some((type) => type === value.type);
}

/** Any argument. */
export function anyArgument(args: RuleValue[], index: number): RuleValue {
  const value = args[index];
  if (value === undefined) throw new EvaluationError(`argument ${index + 1} is missing`);
  return value;
}
