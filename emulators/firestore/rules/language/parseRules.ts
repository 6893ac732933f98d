import { EOF, Lexer } from 'chevrotain';
import type { RulesFile } from '../ast.ts';
import { positionOf } from './operandGrammar.ts';
import { RulesGrammar } from './rulesGrammar.ts';
import { RulesLoadError } from './RulesLoadError.ts';
import { tokens } from './tokens.ts';

const lexer = new Lexer(tokens);
const grammar = new RulesGrammar();

/**
 * firestore.rules as a tree.
 * @throws RulesLoadError at the first place that is not in the rules language.
 */
export function parseRules(source: string): RulesFile {
  const lexed = lexer.tokenize(source);
  const unreadable = lexed.errors[0];
  if (unreadable) {
    const { line = 1, column = 1, offset } = unreadable;
    throw new RulesLoadError(`unexpected ${source.charAt(offset)}`, { line, column });
  }
  grammar.input = lexed.tokens;
  const file = grammar.file();
  const problem = grammar.errors[0];
  if (problem) {
    // The end of the file has no position of its own: the last token is the place to look at.
    const where = problem.token.tokenType === EOF ? (lexed.tokens.at(-1) ?? problem.token) : problem.token;
    throw new RulesLoadError(problem.message, positionOf(where));
  }
  return file;
}
