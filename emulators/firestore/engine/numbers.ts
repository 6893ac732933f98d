import type { Value } from '../types.ts';

/** Firestore's numbers: 64-bit integers (decimal strings on the wire) and doubles, compared exactly across both. */

const MAX_INTEGER = 2n ** 63n - 1n;
const MIN_INTEGER = -(2n ** 63n);

export type NumberValue = Value & ({ integerValue: string | number } | { doubleValue: number });

export function isNumber(value: Value | undefined): value is NumberValue {
  return value?.integerValue !== undefined || value?.doubleValue !== undefined;
}

export function isNaNValue(value: Value | undefined): boolean {
  return value?.doubleValue !== undefined && Number.isNaN(value.doubleValue);
}

/** A number as a double, which rounds integers beyond 2^53. */
export function toDouble(value: Value): number {
  return value.doubleValue ?? Number(value.integerValue ?? 0);
}

/** The order of two numbers; NaN comes before all others, and -0, 0 and 0.0 are equal. */
export function compareNumbers(a: Value, b: Value): number {
  const order = compareDoubles(toDouble(a), toDouble(b));
  // Doubles that differ came from numbers that differ in the same direction; equal ones may have been rounded.
  return order === 0 && isRounded(a, b) ? compareBigInts(toBigInt(a), toBigInt(b)) : order;
}

function compareDoubles(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function isRounded(a: Value, b: Value): boolean {
  const someInteger = a.integerValue !== undefined || b.integerValue !== undefined;
  const double = toDouble(a);
  return someInteger && Number.isFinite(double) && !Number.isSafeInteger(double) && Number.isInteger(double);
}

function toBigInt(value: Value): bigint {
  return BigInt(value.integerValue ?? value.doubleValue ?? 0);
}

function compareBigInts(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The sum as the `increment` transform gives it (google.firestore.v1.DocumentTransform): integer with integer stays an
 * integer and stops at the bounds of 64 bits; anything else is a double.
 */
export function addNumbers(a: Value, b: Value): Value {
  if (a.integerValue === undefined || b.integerValue === undefined) {
    return { doubleValue: toDouble(a) + toDouble(b) };
  }
  const sum = toBigInt(a) + toBigInt(b);
  const bounded = sum > MAX_INTEGER ? MAX_INTEGER : sum < MIN_INTEGER ? MIN_INTEGER : sum;
  return { integerValue: bounded.toString() };
}
