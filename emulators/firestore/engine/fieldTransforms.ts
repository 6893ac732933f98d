import { FirestoreError, type Fields, type Value } from '../types.ts';
import { canonicalValue } from './canonicalValue.ts';
import { toTimestamp, type Micros } from './clock.ts';
import { getField, parseFieldPath, withField } from './fieldPaths.ts';
import { addNumbers, compareNumbers, isNaNValue, isNumber } from './numbers.ts';
import { elementsOf, valuesEqual } from './valueOrder.ts';

/** google.firestore.v1.DocumentTransform.FieldTransform; exactly one of the transforms is set. */
export interface FieldTransform {
  fieldPath?: string;
  setToServerValue?: string;
  increment?: Value;
  maximum?: Value;
  minimum?: Value;
  appendMissingElements?: { values?: Value[] };
  removeAllFromArray?: { values?: Value[] };
}

const MICROS_PER_MILLI = 1_000;

/**
 * Applies transforms in order, each to what the earlier ones left, by the rules of
 * google.firestore.v1.DocumentTransform.
 * @returns the new fields, and a result for each transform as WriteResult.transformResults carries it.
 * @throws FirestoreError INVALID_ARGUMENT for a transform that is unknown or misused.
 */
export function applyTransforms(
  fields: Fields,
  transforms: readonly FieldTransform[],
  requestTime: Micros,
): { fields: Fields; results: Value[] } {
  let next = fields;
  const results = transforms.map((transform) => {
    const path = parseFieldPath(transform.fieldPath);
    const value = transformed(getField(next, path), transform, requestTime);
    next = withField(next, path, value);
    return value.arrayValue === undefined ? value : ({ nullValue: 'NULL_VALUE' } as const);
  });
  return { fields: next, results };
}

function transformed(current: Value | undefined, transform: FieldTransform, requestTime: Micros): Value {
  if (transform.setToServerValue === 'REQUEST_TIME') return serverTime(requestTime);
  if (transform.increment) return increment(current, numberOperand(transform.increment));
  if (transform.maximum) return extreme(current, numberOperand(transform.maximum), 1);
  if (transform.minimum) return extreme(current, numberOperand(transform.minimum), -1);
  if (transform.appendMissingElements)
    return union(elementsOf(current), operands(transform.appendMissingElements));
  if (transform.removeAllFromArray)
    return without(elementsOf(current), operands(transform.removeAllFromArray));
  throw new FirestoreError(
    'INVALID_ARGUMENT',
    `The transform of "${transform.fieldPath ?? ''}" is not known.`,
  );
}

/** The server's time has the precision of a millisecond. */
function serverTime(requestTime: Micros): Value {
  return { timestampValue: toTimestamp(requestTime - (requestTime % MICROS_PER_MILLI)) };
}

function numberOperand(value: Value): Value {
  if (!isNumber(value)) throw new FirestoreError('INVALID_ARGUMENT', 'This transform takes a number.');
  return canonicalValue(value);
}

function operands(array: { values?: Value[] }): Value[] {
  return elementsOf(canonicalValue({ arrayValue: array }));
}

function increment(current: Value | undefined, operand: Value): Value {
  return isNumber(current) ? addNumbers(current, operand) : operand;
}

/** `direction` 1 takes the larger, -1 the smaller; equals keep what is stored, and NaN wins either way. */
function extreme(current: Value | undefined, operand: Value, direction: 1 | -1): Value {
  if (!isNumber(current)) return operand;
  if (isNaNValue(current) || isNaNValue(operand)) return { doubleValue: NaN };
  return compareNumbers(operand, current) * direction > 0 ? operand : current;
}

function union(current: Value[], added: Value[]): Value {
  const values = added.reduce(
    (kept, value) => (kept.some((other) => valuesEqual(other, value)) ? kept : [...kept, value]),
    current,
  );
  return { arrayValue: { values } };
}

function without(current: Value[], removed: Value[]): Value {
  const values = current.filter((value) => !removed.some((other) => valuesEqual(other, value)));
  return { arrayValue: { values } };
}
