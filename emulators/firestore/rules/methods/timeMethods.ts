import { duration, EvaluationError, int, timestamp } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import { argument } from './methodTable.ts';
import type { GlobalFunction, MethodTable } from './methodTable.ts';

const MILLISECOND = 1_000_000n;
const SECOND = 1_000_000_000n;
const DAY = 86_400n * SECOND;
const UNITS: Record<string, bigint> = {
  ...{ w: 7n * DAY, d: DAY, h: 3600n * SECOND, m: 60n * SECOND },
  ...{ s: SECOND, ms: MILLISECOND, ns: 1n },
};

type Instant = RuleValue & { type: 'timestamp' };

/** Rounds towards the past, also before 1970. */
const floorDivide = (value: bigint, unit: bigint) => (value - (((value % unit) + unit) % unit)) / unit;
const sinceMidnight = ({ nanos }: Instant) => nanos - floorDivide(nanos, DAY) * DAY;
const millis = ({ nanos }: Instant) => floorDivide(nanos, MILLISECOND);

function utcDate(instant: Instant): Date {
  const date = new Date(Number(millis(instant)));
  if (Number.isNaN(date.getTime())) throw new EvaluationError('a timestamp out of range');
  return date;
}

function dayOfYear(instant: Instant): number {
  const newYear = BigInt(Date.UTC(utcDate(instant).getUTCFullYear(), 0, 1)) * MILLISECOND;
  return Number(floorDivide(instant.nanos - newYear, DAY)) + 1;
}

/** firebase.google.com/docs/reference/rules/rules.Timestamp; all in UTC. */
export const timestampMethods: MethodTable<'timestamp'> = {
  date: { arity: 0, call: ({ nanos }) => timestamp(floorDivide(nanos, DAY) * DAY) },
  time: { arity: 0, call: (self) => duration(sinceMidnight(self)) },
  year: { arity: 0, call: (self) => int(utcDate(self).getUTCFullYear()) },
  month: { arity: 0, call: (self) => int(utcDate(self).getUTCMonth() + 1) },
  day: { arity: 0, call: (self) => int(utcDate(self).getUTCDate()) },
  // Monday is 1, Sunday 7.
  dayOfWeek: { arity: 0, call: (self) => int(((utcDate(self).getUTCDay() + 6) % 7) + 1) },
  dayOfYear: { arity: 0, call: (self) => int(dayOfYear(self)) },
  hours: { arity: 0, call: (self) => int(utcDate(self).getUTCHours()) },
  minutes: { arity: 0, call: (self) => int(utcDate(self).getUTCMinutes()) },
  seconds: { arity: 0, call: (self) => int(utcDate(self).getUTCSeconds()) },
  nanos: { arity: 0, call: (self) => int(sinceMidnight(self) % SECOND) },
  toMillis: { arity: 0, call: (self) => int(millis(self)) },
};

/** firebase.google.com/docs/reference/rules/rules.Duration */
export const durationMethods: MethodTable<'duration'> = {
  seconds: { arity: 0, call: ({ nanos }) => int(nanos / SECOND) },
  nanos: { arity: 0, call: ({ nanos }) => int(nanos % SECOND) },
};

/** firebase.google.com/docs/reference/rules/rules.timestamp_ */
export const timestampFunctions: Readonly<Record<string, GlobalFunction>> = {
  date: {
    arity: 3,
    call: (args) => {
      const [year, month, day] = [0, 1, 2].map((at) => Number(argument(args, at, 'int').value));
      const date = new Date(0);
      date.setUTCFullYear(year ?? NaN, (month ?? NaN) - 1, day);
      if (date.getUTCDate() !== day) throw new EvaluationError('there is no such date');
      return timestamp(BigInt(date.getTime()) * MILLISECOND);
    },
  },
  value: { arity: 1, call: (args) => timestamp(argument(args, 0, 'int').value * MILLISECOND) },
};

/** firebase.google.com/docs/reference/rules/rules.duration_ */
export const durationFunctions: Readonly<Record<string, GlobalFunction>> = {
  abs: {
    arity: 1,
    call: (args) => {
      const { nanos } = argument(args, 0, 'duration');
      return duration(nanos < 0n ? -nanos : nanos);
    },
  },
  time: {
    arity: 4,
    call: (args) => {
      const [hours = 0n, minutes = 0n, seconds = 0n, nanos = 0n] = [0, 1, 2, 3].map(
        (at) => argument(args, at, 'int').value,
      );
      return duration((hours * 3600n + minutes * 60n + seconds) * SECOND + nanos);
    },
  },
  value: {
    arity: 2,
    call: (args) => {
      const name = argument(args, 1, 'string').value;
      const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
      if (unit === undefined) throw new EvaluationError(`an unknown unit of time: ${name}`);
      return duration(argument(args, 0, 'int').value * unit);
    },
  },
};
