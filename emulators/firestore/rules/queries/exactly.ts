import { list, map, symbolic, timestamp } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';

const NANOS_PER_MICRO = 1000n;

/**
 * What the rules know of a field that a query holds equal to `value`. Queries take 1 and 1.0, or 0 and -0, for equal,
 * and Firestore keeps microseconds, so not everything about the value is known.
 */
export function exactly(value: RuleValue, what: string): RuleValue {
  switch (value.type) {
    case 'int':
      return symbolic(what, { kind: 'number', sameAs: value });
    case 'float':
      return symbolic(what, { kind: 'number', ...(!Number.isNaN(value.value) && { sameAs: value }) });
    case 'latlng':
      return symbolic(what, { kind: 'latlng', sameAs: value });
    case 'timestamp':
      return timestamp(value.nanos - (((value.nanos % NANOS_PER_MICRO) + NANOS_PER_MICRO) % NANOS_PER_MICRO));
    case 'list':
      return list(value.items.map((item) => exactly(item, what)));
    case 'map':
      return map([...value.entries].map(([key, entry]) => [key, exactly(entry, `${what}.${key}`)]));
    default:
      return value;
  }
}
