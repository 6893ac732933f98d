/** firestore.rules as a tree. Every node knows its position, so that errors and refusals can name a line. */
import type { RuleValue } from './values/ruleValue.ts';

/** Where in firestore.rules something stands, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}

/** From the first character to behind the last, counted from 0. */
export interface Span {
  start: number;
  end: number;
}

export type BinaryOperator = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | '+' | '-' | '*' | '/' | '%';

/** `at` is where errors point to: the operator, or the word behind a dot. `span` is all of it. */
export type Expression = { at: Position; span: Span } & (
  | { kind: 'literal'; value: RuleValue }
  | { kind: 'list'; items: Expression[] }
  | { kind: 'map'; entries: { key: Expression; value: Expression }[] }
  | { kind: 'path'; segments: (string | Expression)[] }
  | { kind: 'name'; name: string }
  | { kind: 'member'; object: Expression; name: string }
  | { kind: 'index'; object: Expression; index: Expression }
  | { kind: 'range'; object: Expression; from: Expression; to: Expression }
  | { kind: 'call'; name: string; args: Expression[] }
  | { kind: 'methodCall'; object: Expression; name: string; args: Expression[] }
  | { kind: 'not' | 'negate'; operand: Expression }
  | { kind: 'and' | 'or'; left: Expression; right: Expression }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression }
  | { kind: 'is'; operand: Expression; typeName: string }
  | { kind: 'conditional'; condition: Expression; whenTrue: Expression; whenFalse: Expression }
);

export interface LetBinding {
  name: string;
  value: Expression;
  at: Position;
}

export interface FunctionDeclaration {
  name: string;
  parameters: string[];
  bindings: LetBinding[];
  result: Expression;
  at: Position;
}

/** One piece of a match path: `users`, `{uid}` or `{path=**}`. */
export type PatternSegment =
  | { kind: 'literal'; text: string }
  | { kind: 'variable'; name: string }
  | { kind: 'glob'; name: string };

export interface AllowStatement {
  methods: { name: string; at: Position }[];
  /** Absent in `allow read;`, which always allows. */
  condition?: Expression;
  at: Position;
}

export interface MatchBlock {
  pattern: PatternSegment[];
  functions: FunctionDeclaration[];
  matches: MatchBlock[];
  allows: AllowStatement[];
  at: Position;
}

export interface RulesFile {
  version: { text: string; at: Position };
  service: { name: string; at: Position };
  /** Functions beside the service, and those directly in it. */
  functions: FunctionDeclaration[];
  serviceFunctions: FunctionDeclaration[];
  matches: MatchBlock[];
}
