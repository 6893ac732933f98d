import { evaluate, truth } from '../evaluation/evaluate.ts';
import type { Session } from '../evaluation/scope.ts';
import type { AllowStatement } from '../ast.ts';
import { ALLOW_METHODS } from '../language/checkRules.ts';
import { EvaluationError } from '../values/ruleValue.ts';
import { scopeOf } from './flattenMatches.ts';
import type { FlatMatch } from './flattenMatches.ts';
import { matchPattern } from './matchPattern.ts';
import type { RequestCase } from './requestCases.ts';

export interface Decision {
  allowed: boolean;
  /** Which `allow` decided, or why each that might have allowed did not. */
  because: string;
}

/**
 * Asks every `allow` that covers the path and method of a case, until one allows it.
 * @throws DocumentNeeded when a condition needs a document that is not read yet.
 */
export function decide(
  matches: FlatMatch[],
  method: string,
  requestCase: RequestCase,
  session: Omit<Session, 'request' | 'resource'>,
): Decision {
  const refusals: string[] = [];
  for (const match of matches) {
    const values = matchPattern(match.pattern, requestCase.elements);
    if (!values) continue;
    const scope = scopeOf(match, values);
    for (const allow of match.allows.filter((each) => covers(each, method))) {
      const refusal = refusalOf(() =>
        allow.condition ? truth(evaluate(allow.condition, scope, { ...session, ...requestCase })) : true,
      );
      const line = `firestore.rules:${allow.at.line}`;
      if (refusal === undefined) return { allowed: true, because: line };
      refusals.push(`${line} in ${match.label}: ${refusal}`);
    }
  }
  return { allowed: false, because: refusals.join('; ') || 'no match block covers it' };
}

const covers = (allow: AllowStatement, method: string) =>
  allow.methods.some(({ name }) => ALLOW_METHODS[name]?.includes(method));

/** Why a condition does not allow; undefined when it does. */
function refusalOf(holds: () => boolean): string | undefined {
  try {
    return holds() ? undefined : 'false';
  } catch (error) {
    if (error instanceof EvaluationError) return error.message;
    throw error;
  }
}
