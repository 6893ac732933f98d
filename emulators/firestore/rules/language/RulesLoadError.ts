import type { Position } from '../ast.ts';

/** firestore.rules holds something that cannot be parsed, or that this runtime does not know. */
export class RulesLoadError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(problem: string, position: Position) {
    super(`firestore.rules:${position.line}:${position.column}: ${problem}`);
    this.name = 'RulesLoadError';
    this.line = position.line;
    this.column = position.column;
  }
}
