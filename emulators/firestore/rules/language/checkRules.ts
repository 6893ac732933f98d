import { checkExpression } from './checkExpression.ts';
import type { CallGraph, NameScope } from './checkExpression.ts';
import type {
  AllowStatement,
  FunctionDeclaration,
  MatchBlock,
  PatternSegment,
  Position,
  RulesFile,
} from '../ast.ts';
import { isBuiltIn, isGlobalVariable } from './vocabulary.ts';
import { RulesLoadError } from './RulesLoadError.ts';

/** Limits of firebase.google.com/docs/firestore/security/rules-structure#security_rule_limits */
const MAX_PARAMETERS = 7;
const MAX_LET_BINDINGS = 10;

/** What `allow` may name, and the requests that each stands for. */
export const ALLOW_METHODS: Readonly<Record<string, readonly string[]>> = {
  ...{ get: ['get'], list: ['list'], read: ['get', 'list'] },
  ...{ create: ['create'], update: ['update'], delete: ['delete'], write: ['create', 'update', 'delete'] },
};

/**
 * Finds what can be known to be wrong before any request: unknown names, functions, methods, types and properties,
 * wrong numbers of arguments, recursion, regular expressions that RE2 does not have.
 * @throws RulesLoadError at the first of them.
 */
export function checkRules(file: RulesFile): void {
  if (file.version.text !== '2') throw new RulesLoadError("rules_version must be '2'", file.version.at);
  if (file.service.name !== 'cloud.firestore') {
    throw new RulesLoadError('the service must be cloud.firestore', file.service.at);
  }
  const graph: CallGraph = new Map();
  const root = declare({ names: new Set(), functions: new Map() }, file.functions);
  const service = declare({ names: new Set(), functions: new Map(), parent: root }, file.serviceFunctions);
  for (const declaration of file.functions) checkFunction(declaration, root, graph);
  for (const declaration of file.serviceFunctions) checkFunction(declaration, service, graph);
  for (const block of file.matches) checkMatch(block, service, [], graph);
  for (const declaration of graph.keys()) refuseRecursion(declaration, graph, []);
}

function declare(scope: NameScope, functions: FunctionDeclaration[]): NameScope {
  const declared = new Map<string, FunctionDeclaration>();
  for (const declaration of functions) {
    const { name, at } = declaration;
    if (declared.has(name)) throw new RulesLoadError(`${name}() is declared twice`, at);
    if (isBuiltIn(name)) throw new RulesLoadError(`${name}() is a function of the language`, at);
    declared.set(name, declaration);
  }
  return { ...scope, functions: declared };
}

function checkMatch(block: MatchBlock, parent: NameScope, outer: PatternSegment[], graph: CallGraph): void {
  const pattern = [...outer, ...block.pattern];
  if (pattern.filter(({ kind }) => kind === 'glob').length > 1) {
    throw new RulesLoadError('one path can hold one {name=**}', block.at);
  }
  const captured = block.pattern.flatMap((segment) => (segment.kind === 'literal' ? [] : segment.name));
  const names = uniqueNames(captured, block.at);
  const scope = declare({ names, functions: new Map(), parent }, block.functions);
  for (const declaration of block.functions) checkFunction(declaration, scope, graph);
  for (const allow of block.allows) checkAllow(allow, scope);
  for (const nested of block.matches) checkMatch(nested, scope, pattern, graph);
}

function checkAllow({ methods, condition }: AllowStatement, scope: NameScope): void {
  const unknown = methods.find(({ name }) => !Object.hasOwn(ALLOW_METHODS, name));
  if (unknown) throw new RulesLoadError(`allow does not know ${unknown.name}`, unknown.at);
  if (condition) checkExpression(condition, scope, () => undefined);
}

function checkFunction(declaration: FunctionDeclaration, scope: NameScope, graph: CallGraph): void {
  const { name, parameters, bindings, result, at } = declaration;
  if (parameters.length > MAX_PARAMETERS) {
    throw new RulesLoadError(`${name}() has more than ${MAX_PARAMETERS} parameters`, at);
  }
  if (bindings.length > MAX_LET_BINDINGS) {
    throw new RulesLoadError(`${name}() has more than ${MAX_LET_BINDINGS} let bindings`, at);
  }
  const called = new Set<FunctionDeclaration>();
  graph.set(declaration, called);
  const names = uniqueNames(parameters, at);
  const body: NameScope = { names, functions: new Map(), parent: scope };
  for (const binding of bindings) {
    checkExpression(binding.value, body, (callee) => called.add(callee));
    for (const taken of uniqueNames([...names, binding.name], binding.at)) names.add(taken);
  }
  checkExpression(result, body, (callee) => called.add(callee));
}

function uniqueNames(names: string[], at: Position): Set<string> {
  const unique = new Set(names);
  if (unique.size < names.length) throw new RulesLoadError(`a name twice in ${names.join(', ')}`, at);
  const reserved = names.find(isGlobalVariable);
  if (reserved) throw new RulesLoadError(`${reserved} is a name of the language`, at);
  return unique;
}

function refuseRecursion(
  declaration: FunctionDeclaration,
  graph: CallGraph,
  callers: FunctionDeclaration[],
): void {
  if (callers.includes(declaration)) {
    throw new RulesLoadError(
      `${declaration.name}() calls itself, which the rules do not allow`,
      declaration.at,
    );
  }
  for (const callee of graph.get(declaration) ?? [])
    refuseRecursion(callee, graph, [...callers, declaration]);
}
