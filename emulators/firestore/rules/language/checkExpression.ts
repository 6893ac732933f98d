import { TYPE_NAMES } from '../evaluation/membership.ts';
import { aritiesOf } from '../methods/callMethod.ts';
import { compileRe2 } from '../methods/re2.ts';
import { REGEX_METHODS } from '../methods/stringMethods.ts';
import type { Expression, FunctionDeclaration, Position } from '../ast.ts';
import { partsOf } from '../partsOf.ts';
import { RulesLoadError } from './RulesLoadError.ts';
import {
  builtInArity,
  canHaveProperty,
  isGlobalVariable,
  isNamespace,
  namespaceArity,
} from './vocabulary.ts';

/** The names that are known at a place, from the inside out. */
export interface NameScope {
  names: Set<string>;
  functions: Map<string, FunctionDeclaration>;
  parent?: NameScope;
}

/** Which function calls which. */
export type CallGraph = Map<FunctionDeclaration, Set<FunctionDeclaration>>;

/**
 * Checks every name in an expression, telling `onCall` which declared functions it calls.
 * @throws RulesLoadError at the first that is unknown or misused.
 */
export function checkExpression(
  expression: Expression,
  scope: NameScope,
  onCall: (callee: FunctionDeclaration) => void,
): void {
  checkItself(expression, scope, onCall);
  for (const part of partsOf(expression, (object) => isNamespaceHere(object, scope)))
    checkExpression(part, scope, onCall);
}

function checkItself(
  expression: Expression,
  scope: NameScope,
  onCall: (callee: FunctionDeclaration) => void,
): void {
  const { at } = expression;
  if (expression.kind === 'name' && !isKnownName(expression.name, scope)) {
    throw new RulesLoadError(`unknown variable ${expression.name}`, at);
  }
  if (expression.kind === 'is' && !TYPE_NAMES.includes(expression.typeName)) {
    throw new RulesLoadError(`unknown type ${expression.typeName}`, at);
  }
  if (expression.kind === 'member') checkMember(expression.object, expression.name, scope, at);
  if (expression.kind === 'call') checkCall(expression.name, expression.args.length, scope, at, onCall);
  if (expression.kind === 'methodCall') checkMethodCall(expression, scope);
}

function isKnownName(name: string, scope: NameScope | undefined): boolean {
  if (!scope) return isGlobalVariable(name);
  return scope.names.has(name) || isKnownName(name, scope.parent);
}

function checkMember(object: Expression, name: string, scope: NameScope, at: Position): void {
  const owner = globalPath(object, scope);
  if (owner !== undefined && !canHaveProperty(owner, name)) {
    throw new RulesLoadError(`${owner} has no property ${name} that is known here`, at);
  }
}

/** `request.auth` as text, where the expression is such a path from a global variable. */
function globalPath(expression: Expression, scope: NameScope): string | undefined {
  if (expression.kind === 'name') return isGlobalVariable(expression.name) ? expression.name : undefined;
  if (expression.kind !== 'member') return undefined;
  const owner = globalPath(expression.object, scope);
  return owner === undefined ? undefined : `${owner}.${expression.name}`;
}

function checkCall(
  name: string,
  given: number,
  scope: NameScope,
  at: Position,
  onCall: (callee: FunctionDeclaration) => void,
): void {
  const declared = findDeclared(name, scope);
  if (declared) onCall(declared);
  const arity = declared ? declared.parameters.length : builtInArity(name);
  if (arity === undefined) throw new RulesLoadError(`unknown function ${name}()`, at);
  checkArity(`${name}()`, new Set([arity]), given, at);
}

function findDeclared(name: string, scope: NameScope | undefined): FunctionDeclaration | undefined {
  return scope && (scope.functions.get(name) ?? findDeclared(name, scope.parent));
}

function checkArity(what: string, arities: Set<number>, given: number, at: Position): void {
  if (arities.has(given)) return;
  throw new RulesLoadError(`${what} takes ${[...arities].join(' or ')} arguments, not ${given}`, at);
}

type MethodCall = Expression & { kind: 'methodCall' };

function checkMethodCall({ object, name, args, at }: MethodCall, scope: NameScope): void {
  if (isNamespaceHere(object, scope)) {
    const arity = namespaceArity(object.name, name);
    if (arity === undefined) throw new RulesLoadError(`unknown function ${object.name}.${name}()`, at);
    checkArity(`${object.name}.${name}()`, new Set([arity]), args.length, at);
    return;
  }
  const arities = aritiesOf(name);
  if (arities.size === 0) throw new RulesLoadError(`unknown method ${name}()`, at);
  checkArity(`${name}()`, arities, args.length, at);
  if (REGEX_METHODS.has(name)) checkPattern(args[0], name);
}

function isNamespaceHere(object: Expression, scope: NameScope): object is Expression & { kind: 'name' } {
  return object.kind === 'name' && isNamespace(object.name) && !isKnownName(object.name, scope);
}

function checkPattern(pattern: Expression | undefined, method: string): void {
  if (pattern?.kind !== 'literal' || pattern.value.type !== 'string') return;
  try {
    compileRe2(pattern.value.value, method === 'matches');
  } catch (error) {
    throw new RulesLoadError(error instanceof Error ? error.message : 'not a regular expression', pattern.at);
  }
}
