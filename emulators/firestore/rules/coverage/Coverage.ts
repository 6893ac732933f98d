import type { CoverageNode, CoverageValue, RulesCoverage } from '../../types.ts';
import type { Expression, FunctionDeclaration, MatchBlock, RulesFile } from '../ast.ts';
import { NAMESPACES } from '../methods/globalFunctions.ts';
import { partsOf } from '../partsOf.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import { coverageValue } from './coverageValue.ts';

/** An expression that was evaluated, and its value, or why it has none. */
export type Seen = readonly [Expression, RuleValue | Error];

/** Of one expression so many different values are told apart; further ones are not kept. */
const MAX_VALUES = 100;

/** Which values each expression of a rules file had, in all the judgements since it was loaded. */
export class Coverage {
  readonly #source: string;
  readonly #roots: readonly Expression[];
  readonly #values = new Map<Expression, Map<string, CoverageValue>>();

  constructor(source: string, file: RulesFile) {
    this.#source = source;
    this.#roots = rootsOf(file).sort((a, b) => a.span.start - b.span.start);
  }

  /** Counts what one judgement evaluated. */
  add(seen: readonly Seen[]): void {
    for (const [expression, outcome] of seen) {
      const values = this.#values.get(expression) ?? new Map<string, CoverageValue>();
      this.#values.set(expression, values);
      const value = coverageValue(outcome);
      const key = JSON.stringify(value);
      const counted = values.get(key);
      if (counted) counted.count += 1;
      else if (values.size < MAX_VALUES) values.set(key, { value, count: 1 });
    }
  }

  report(): RulesCoverage {
    return { source: this.#source, report: this.#roots.map((root) => this.#nodeOf(root)) };
  }

  #nodeOf(expression: Expression): CoverageNode {
    const { start, end } = expression.span;
    const before = this.#source.slice(0, start).split('\n');
    const values = [...(this.#values.get(expression)?.values() ?? [])].map((each) => ({ ...each }));
    const children = partsOf(expression, isNamespace).map((part) => this.#nodeOf(part));
    return {
      sourcePosition: {
        fileName: 'firestore.rules',
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
        currentOffset: start,
        endOffset: end,
      },
      ...(values.length > 0 && { values }),
      ...(children.length > 0 && { children }),
    };
  }
}

function isNamespace(object: Expression): boolean {
  return object.kind === 'name' && Object.hasOwn(NAMESPACES, object.name);
}

/** The conditions, and what functions are made of. */
function rootsOf(file: RulesFile): Expression[] {
  return [
    ...[...file.functions, ...file.serviceFunctions].flatMap(inFunction),
    ...file.matches.flatMap(inMatch),
  ];
}

function inMatch({ functions, allows, matches }: MatchBlock): Expression[] {
  const conditions = allows.flatMap(({ condition }) => condition ?? []);
  return [...functions.flatMap(inFunction), ...conditions, ...matches.flatMap(inMatch)];
}

function inFunction({ bindings, result }: FunctionDeclaration): Expression[] {
  return [...bindings.map(({ value }) => value), result];
}
