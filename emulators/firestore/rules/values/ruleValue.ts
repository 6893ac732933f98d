/** The values that expressions of firestore.rules work with (firebase.google.com/docs/reference/rules/rules). */

export type RuleValue =
  | { type: 'null' }
  | { type: 'bool'; value: boolean }
  | { type: 'int'; value: bigint }
  | { type: 'float'; value: number }
  | { type: 'string'; value: string }
  | { type: 'bytes'; value: Buffer }
  /** Nanoseconds since 1970. */
  | { type: 'timestamp'; nanos: bigint }
  | { type: 'duration'; nanos: bigint }
  | { type: 'latlng'; latitude: number; longitude: number }
  | { type: 'path'; segments: string[] }
  | { type: 'list'; items: RuleValue[] }
  | { type: 'set'; items: RuleValue[] }
  | { type: 'map'; entries: Map<string, RuleValue> }
  | { type: 'map_diff'; left: Map<string, RuleValue>; right: Map<string, RuleValue> }
  | PartialMap
  | Symbolic;

/** A map that is surely there, of which only some keys are known: `resource.data` of a list request. */
export interface PartialMap {
  type: 'partial';
  /** How the rules reach it, for messages. */
  what: string;
  known: Map<string, RuleValue>;
}

/** A value that is surely there, of which a query only tells some facts. */
export interface Symbolic {
  type: 'symbolic';
  what: string;
  /** What `is` says of it, as far as that is known. */
  kind?: 'number' | 'string' | 'timestamp' | 'latlng' | 'list' | 'path';
  /** It compares as this value does: a query for 1 finds 1 and 1.0, so neither `is int` nor `is float` is known. */
  sameAs?: RuleValue;
  low?: Bound;
  high?: Bound;
  not: RuleValue[];
  contains: RuleValue[];
}

export interface Bound {
  value: RuleValue;
  inclusive: boolean;
}

export type TypeName = RuleValue['type'];
export type ValueOf<Type extends TypeName> = Extract<RuleValue, { type: Type }>;

export const NULL: RuleValue = { type: 'null' };
export const bool = (value: boolean): RuleValue => ({ type: 'bool', value });
export const float = (value: number): RuleValue => ({ type: 'float', value });
export const string = (value: string): RuleValue => ({ type: 'string', value });
export const bytes = (value: Buffer): RuleValue => ({ type: 'bytes', value });
export const timestamp = (nanos: bigint): RuleValue => ({ type: 'timestamp', nanos });
export const duration = (nanos: bigint): RuleValue => ({ type: 'duration', nanos });
export const list = (items: RuleValue[]): RuleValue => ({ type: 'list', items });
export const map = (entries: Iterable<[string, RuleValue]>): RuleValue => ({
  type: 'map',
  entries: new Map(entries),
});
export const path = (segments: string[]): RuleValue => ({ type: 'path', segments });

/**
 * A 64-bit integer.
 * @throws EvaluationError when the value does not fit.
 */
export function int(value: bigint | number): ValueOf<'int'> {
  const whole = BigInt(value);
  if (BigInt.asIntN(64, whole) !== whole) throw new EvaluationError('integer overflow');
  return { type: 'int', value: whole };
}

export const symbolic = (what: string, facts: Partial<Omit<Symbolic, 'type' | 'what'>> = {}): Symbolic => ({
  type: 'symbolic',
  what,
  not: [],
  contains: [],
  ...facts,
});

/**
 * An expression has no value: it failed, or (for a list) the query does not decide it. Either way it allows nothing,
 * and `||` and `&&` treat both alike, so one class serves.
 */
export class EvaluationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EvaluationError';
  }
}

/** The error of everything that would need to know more than the query says. */
export function undecided(value: PartialMap | Symbolic): EvaluationError {
  return new EvaluationError(`${value.what} is not decided by the query`);
}

export const isUnknown = (value: RuleValue): value is PartialMap | Symbolic =>
  value.type === 'partial' || value.type === 'symbolic';
