import { bool, bytes, EvaluationError, int, list, string } from '../values/ruleValue.ts';
import { argument } from './methodTable.ts';
import type { MethodTable } from './methodTable.ts';
import { compileRe2 } from './re2.ts';

/** firebase.google.com/docs/reference/rules/rules.String */
export const stringMethods: MethodTable<'string'> = {
  lower: { arity: 0, call: ({ value }) => string(value.toLowerCase()) },
  upper: { arity: 0, call: ({ value }) => string(value.toUpperCase()) },
  trim: { arity: 0, call: ({ value }) => string(value.trim()) },
  size: { arity: 0, call: ({ value }) => int(Array.from(value).length) },
  toUtf8: { arity: 0, call: ({ value }) => bytes(Buffer.from(value)) },
  matches: {
    arity: 1,
    call: ({ value }, args) => bool(expression(argument(args, 0, 'string').value, true).test(value)),
  },
  replace: {
    arity: 2,
    call: ({ value }, args) => {
      const replacement = argument(args, 1, 'string').value;
      return string(value.replace(expression(argument(args, 0, 'string').value, false), () => replacement));
    },
  },
  split: {
    arity: 1,
    call: ({ value }, args) =>
      list(value.split(expression(argument(args, 0, 'string').value, false)).map((part) => string(part))),
  },
};

/** The methods whose first argument is a regular expression: one that is written out is compiled at load. */
export const REGEX_METHODS: ReadonlySet<string> = new Set(['matches', 'replace', 'split']);

function expression(pattern: string, whole: boolean): RegExp {
  try {
    return compileRe2(pattern, whole);
  } catch (error) {
    throw new EvaluationError(error instanceof Error ? error.message : 'an unreadable regular expression');
  }
}
