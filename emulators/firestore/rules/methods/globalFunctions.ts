import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { bool, bytes, EvaluationError, float, int, path, string } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import { argument } from './methodTable.ts';
import type { GlobalFunction } from './methodTable.ts';
import { latlngFunctions } from './scalarMethods.ts';
import { durationFunctions, timestampFunctions } from './timeMethods.ts';

type Functions = Readonly<Record<string, GlobalFunction>>;

const numberAt = (args: RuleValue[], at: number) => argument(args, at, 'int', 'float');

/** A function of numbers that answers a float. */
const ofFloat = (compute: (value: number) => number): GlobalFunction => ({
  arity: 1,
  call: (args) => float(compute(Number(numberAt(args, 0).value))),
});

/** A function of a number that answers a whole one. */
const toWhole = (compute: (value: number) => number): GlobalFunction => ({
  arity: 1,
  call: (args) => {
    const number = numberAt(args, 0);
    return number.type === 'int' ? number : int(whole(compute(number.value)));
  },
});

function whole(value: number): number {
  if (!Number.isFinite(value)) throw new EvaluationError(`${value} is not an integer`);
  return value;
}

/** firebase.google.com/docs/reference/rules/rules.math */
const mathFunctions: Functions = {
  abs: {
    arity: 1,
    call: (args) => {
      const number = numberAt(args, 0);
      if (number.type === 'float') return float(Math.abs(number.value));
      return int(number.value < 0n ? -number.value : number.value);
    },
  },
  ceil: toWhole(Math.ceil),
  floor: toWhole(Math.floor),
  round: toWhole(Math.round),
  sqrt: ofFloat(Math.sqrt),
  pow: {
    arity: 2,
    call: (args) => float(Number(numberAt(args, 0).value) ** Number(numberAt(args, 1).value)),
  },
  isNaN: { arity: 1, call: (args) => bool(Number.isNaN(numberAt(args, 0).value)) },
  isInfinite: {
    arity: 1,
    call: (args) => bool(Math.abs(Number(numberAt(args, 0).value)) === Infinity),
  },
};

const octets = (args: RuleValue[]) => Buffer.from(argument(args, 0, 'bytes', 'string').value);
const digest = (algorithm: string): GlobalFunction => ({
  arity: 1,
  call: (args) => bytes(createHash(algorithm).update(octets(args)).digest()),
});

/** firebase.google.com/docs/reference/rules/rules.hashing (crc32c is not covered). */
const hashingFunctions: Functions = {
  md5: digest('md5'),
  sha256: digest('sha256'),
  crc32: {
    arity: 1,
    call: (args) => {
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(crc32(octets(args)));
      return bytes(sum);
    },
  },
};

/** `math.abs(x)` and the like. */
export const NAMESPACES: Readonly<Record<string, Functions>> = {
  math: mathFunctions,
  timestamp: timestampFunctions,
  duration: durationFunctions,
  latlng: latlngFunctions,
  hashing: hashingFunctions,
};

/** The type conversions, which stand alone: `int('3')`. */
export const CONVERSIONS: Functions = {
  int: { arity: 1, call: (args) => toInt(argument(args, 0, 'int', 'float', 'string')) },
  float: { arity: 1, call: (args) => toFloat(argument(args, 0, 'int', 'float', 'string')) },
  bool: {
    arity: 1,
    call: (args) => {
      const text = argument(args, 0, 'string').value;
      if (text !== 'true' && text !== 'false') throw new EvaluationError(`'${text}' is not a bool`);
      return bool(text === 'true');
    },
  },
  string: {
    arity: 1,
    call: (args) => string(toText(argument(args, 0, 'null', 'bool', 'int', 'float', 'string', 'path'))),
  },
  path: {
    arity: 1,
    call: (args) =>
      path(
        argument(args, 0, 'string')
          .value.split('/')
          .filter((segment) => segment !== ''),
      ),
  },
};

type Convertible = RuleValue & { type: 'int' | 'float' | 'string' };

function toInt(value: Convertible): RuleValue {
  if (value.type === 'int') return value;
  if (value.type === 'float') return int(whole(Math.trunc(value.value)));
  if (!/^-?[0-9]+$/.test(value.value)) throw new EvaluationError(`'${value.value}' is not an int`);
  return int(BigInt(value.value));
}

function toFloat(value: Convertible): RuleValue {
  const number = value.type === 'string' && value.value.trim() === '' ? NaN : Number(value.value);
  if (value.type === 'string' && Number.isNaN(number)) {
    throw new EvaluationError(`'${value.value}' is not a float`);
  }
  return float(number);
}

function toText(value: RuleValue & { type: 'null' | 'bool' | 'int' | 'float' | 'string' | 'path' }): string {
  if (value.type === 'null') return 'null';
  if (value.type === 'path') return `/${value.segments.join('/')}`;
  if (value.type === 'float' && Number.isInteger(value.value)) return value.value.toFixed(1);
  return String(value.value);
}
