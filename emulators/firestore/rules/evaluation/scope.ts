import type { Document } from '../../types.ts';
import type { Expression, FunctionDeclaration } from '../ast.ts';
import type { RuleValue } from '../values/ruleValue.ts';

/** What a name means inside a block or a function; names that are not here are looked up in the block around it. */
export interface Scope {
  variables: ReadonlyMap<string, RuleValue>;
  functions: ReadonlyMap<string, FunctionDeclaration>;
  parent?: Scope;
}

/** What one judgement looks at. */
export interface Session {
  databaseId: string;
  request: RuleValue;
  resource: RuleValue;
  /** A document by its path segments, now or after the commit, null where there is none. May throw `DocumentNeeded`. */
  read: (segments: string[], isAfter: boolean) => Document | null;
  /** Takes what `debug()` prints. */
  debug: (line: string) => void;
  /** Takes each expression that was evaluated, and its value or failure. */
  seen: (expression: Expression, outcome: RuleValue | Error) => void;
}

/** Thrown through an evaluation that needs a document which is not read yet: it is read, and the evaluation repeated. */
export class DocumentNeeded extends Error {
  readonly segments: string[];
  readonly isAfter: boolean;

  constructor(segments: string[], isAfter: boolean) {
    super(`/${segments.join('/')} is to be read`);
    this.segments = segments;
    this.isAfter = isAfter;
  }
}

/** The variable of that name, from the inside out. */
export function findVariable(scope: Scope | undefined, name: string): RuleValue | undefined {
  return scope && (scope.variables.get(name) ?? findVariable(scope.parent, name));
}

/** The function of that name and the scope that it is declared in, which is what its body sees. */
export function findFunction(
  scope: Scope | undefined,
  name: string,
): { declaration: FunctionDeclaration; scope: Scope } | undefined {
  if (!scope) return undefined;
  const declaration = scope.functions.get(name);
  return declaration ? { declaration, scope } : findFunction(scope.parent, name);
}
