import { describe } from '../evaluation/describe.ts';
import type { RuleValue } from '../values/ruleValue.ts';

/** A value as reports of coverage hold it: `{boolValue: true}`, `{stringValue: 'a'}`; a failure is `undefined`. */
export function coverageValue(outcome: RuleValue | Error): Record<string, unknown> {
  if (outcome instanceof Error) return { undefined: { causeMessage: outcome.message } };
  switch (outcome.type) {
    case 'null':
      return { nullValue: null };
    case 'bool':
      return { boolValue: outcome.value };
    case 'int':
      return { intValue: String(outcome.value) };
    case 'float':
      return { floatValue: outcome.value };
    case 'string':
      return { stringValue: outcome.value };
    default:
      return { [`${outcome.type}Value`]: describe(outcome) };
  }
}
