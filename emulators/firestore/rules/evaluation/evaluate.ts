import type { Expression, FunctionDeclaration } from '../ast.ts';
import { callMethod } from '../methods/callMethod.ts';
import { CONVERSIONS, NAMESPACES } from '../methods/globalFunctions.ts';
import type { GlobalFunction } from '../methods/methodTable.ts';
import { bool, EvaluationError, isUnknown, list, map, path, undecided } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import { indexOf, memberOf, rangeOf } from './access.ts';
import { describe } from './describe.ts';
import { DOCUMENT_FUNCTIONS } from './documentFunctions.ts';
import { isOfType } from './membership.ts';
import { applyOperator, negate } from './operators.ts';
import { findFunction, findVariable } from './scope.ts';
import type { Scope, Session } from './scope.ts';

/** firebase.google.com/docs/firestore/security/rules-structure#security_rule_limits */
const MAX_CALL_DEPTH = 20;

/**
 * The value of an expression.
 * @throws EvaluationError when it has none, or the query does not decide it; DocumentNeeded when it needs a document.
 */
export function evaluate(expression: Expression, scope: Scope, session: Session, depth = 0): RuleValue {
  try {
    const value = valueIn(expression, scope, session, depth);
    session.seen(expression, value);
    return value;
  } catch (error) {
    if (error instanceof EvaluationError) session.seen(expression, error);
    throw error;
  }
}

function valueIn(expression: Expression, scope: Scope, session: Session, depth: number): RuleValue {
  const valueOf = (part: Expression) => evaluate(part, scope, session, depth);
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'list':
      return list(expression.items.map(valueOf));
    case 'map':
      return map(expression.entries.map(({ key, value }) => [keyText(valueOf(key)), valueOf(value)]));
    case 'path':
      return path(
        expression.segments.flatMap((part) => (typeof part === 'string' ? part : segmentsOf(valueOf(part)))),
      );
    case 'name':
      return variable(expression.name, scope, session);
    case 'member':
      return memberOf(valueOf(expression.object), expression.name);
    case 'index':
      return indexOf(valueOf(expression.object), valueOf(expression.index));
    case 'range':
      return rangeOf(valueOf(expression.object), valueOf(expression.from), valueOf(expression.to));
    case 'not':
      return bool(!truth(valueOf(expression.operand)));
    case 'negate':
      return negate(valueOf(expression.operand));
    case 'and':
      return bool(decidedBy(false, expression.left, expression.right, valueOf));
    case 'or':
      return bool(decidedBy(true, expression.left, expression.right, valueOf));
    case 'binary':
      return applyOperator(expression.operator, valueOf(expression.left), valueOf(expression.right));
    case 'is':
      return bool(isOfType(valueOf(expression.operand), expression.typeName));
    case 'conditional':
      return valueOf(truth(valueOf(expression.condition)) ? expression.whenTrue : expression.whenFalse);
    case 'call':
      return call(expression.name, expression.args.map(valueOf), scope, session, depth);
    case 'methodCall': {
      const global = namespaceFunction(expression.object, expression.name, scope);
      const args = expression.args.map(valueOf);
      return global ? global.call(args) : callMethod(valueOf(expression.object), expression.name, args);
    }
  }
}

/**
 * `&&` (settled by false) and `||` (settled by true): one side that settles it is enough, even if the other fails.
 */
function decidedBy(
  settling: boolean,
  left: Expression,
  right: Expression,
  valueOf: (part: Expression) => RuleValue,
): boolean {
  let failure: EvaluationError | undefined;
  for (const side of [left, right]) {
    try {
      if (truth(valueOf(side)) === settling) return settling;
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      failure ??= error;
    }
  }
  if (failure) throw failure;
  return !settling;
}

/**
 * The boolean that a condition is.
 * @throws EvaluationError for anything else: the rules know no truthiness.
 */
export function truth(value: RuleValue): boolean {
  if (value.type === 'bool') return value.value;
  throw isUnknown(value) ? undecided(value) : new EvaluationError(`a ${value.type} is not a bool`);
}

function keyText(key: RuleValue): string {
  if (key.type === 'string') return key.value;
  throw isUnknown(key) ? undecided(key) : new EvaluationError(`a map has no ${key.type} keys`);
}

function segmentsOf(part: RuleValue): string[] {
  if (part.type === 'string') return [part.value];
  if (part.type === 'path') return part.segments;
  throw isUnknown(part) ? undecided(part) : new EvaluationError(`a ${part.type} cannot be part of a path`);
}

function variable(name: string, scope: Scope, session: Session): RuleValue {
  const found = findVariable(scope, name);
  if (found) return found;
  if (name === 'request') return session.request;
  if (name === 'resource') return session.resource;
  throw new EvaluationError(`unknown variable ${name}`);
}

function namespaceFunction(object: Expression, name: string, scope: Scope): GlobalFunction | undefined {
  if (object.kind !== 'name' || findVariable(scope, object.name)) return undefined;
  return NAMESPACES[object.name]?.[name];
}

function call(name: string, args: RuleValue[], scope: Scope, session: Session, depth: number): RuleValue {
  const declared = findFunction(scope, name);
  if (declared) return callDeclared(declared.declaration, args, declared.scope, session, depth + 1);
  if (name === 'debug') return debug(args, session);
  const answer = DOCUMENT_FUNCTIONS[name]?.(args, session) ?? CONVERSIONS[name]?.call(args);
  if (answer === undefined) throw new EvaluationError(`unknown function ${name}()`);
  return answer;
}

function callDeclared(
  { name, parameters, bindings, result }: FunctionDeclaration,
  args: RuleValue[],
  parent: Scope,
  session: Session,
  depth: number,
): RuleValue {
  if (depth > MAX_CALL_DEPTH)
    throw new EvaluationError(`${name}() is more than ${MAX_CALL_DEPTH} calls deep`);
  const variables = new Map<string, RuleValue>();
  for (const [at, argument] of args.entries()) variables.set(parameters[at] ?? '', argument);
  const body: Scope = { variables, functions: new Map(), parent };
  for (const binding of bindings) variables.set(binding.name, evaluate(binding.value, body, session, depth));
  return evaluate(result, body, session, depth);
}

function debug(args: RuleValue[], session: Session): RuleValue {
  const [value] = args;
  if (!value) throw new EvaluationError('debug() needs a value');
  session.debug(describe(value));
  return value;
}
