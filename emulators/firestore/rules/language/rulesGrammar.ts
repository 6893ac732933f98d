import type {
  AllowStatement,
  FunctionDeclaration,
  LetBinding,
  MatchBlock,
  PatternSegment,
  RulesFile,
} from '../ast.ts';
import { ExpressionGrammar } from './expressionGrammar.ts';
import { positionOf } from './operandGrammar.ts';
import type { Rule } from './operandGrammar.ts';
import { readString } from './literals.ts';
import * as t from './tokens.ts';

/** The statements around the expressions: version, service, match, allow, function. */
export class RulesGrammar extends ExpressionGrammar {
  readonly file: Rule<RulesFile> = this.RULE('file', () => {
    this.CONSUME(t.RulesVersion);
    this.CONSUME(t.Assign);
    const version = this.CONSUME(t.StringLiteral);
    this.OPTION(() => this.CONSUME1(t.Semicolon));
    const functions: FunctionDeclaration[] = [];
    const serviceFunctions: FunctionDeclaration[] = [];
    const matches: MatchBlock[] = [];
    this.MANY1(() => functions.push(this.SUBRULE1(this.functionDeclaration)));
    const service = this.CONSUME(t.Service);
    const product = this.CONSUME1(t.Identifier);
    this.CONSUME(t.Dot);
    const part = this.CONSUME2(t.Identifier);
    this.CONSUME(t.OpenBrace);
    this.MANY2(() =>
      this.OR([
        { ALT: () => serviceFunctions.push(this.SUBRULE2(this.functionDeclaration)) },
        { ALT: () => matches.push(this.SUBRULE(this.matchBlock)) },
      ]),
    );
    this.CONSUME(t.CloseBrace);
    this.MANY3(() => functions.push(this.SUBRULE3(this.functionDeclaration)));
    return this.ACTION(() => ({
      version: { text: readString(version.image), at: positionOf(version) },
      service: { name: `${product.image}.${part.image}`, at: positionOf(service) },
      functions,
      serviceFunctions,
      matches,
    }));
  });

  private readonly matchBlock: Rule<MatchBlock> = this.RULE('matchBlock', () => {
    const pattern: PatternSegment[] = [];
    const functions: FunctionDeclaration[] = [];
    const matches: MatchBlock[] = [];
    const allows: AllowStatement[] = [];
    const start = this.CONSUME(t.Match);
    this.AT_LEAST_ONE(() => pattern.push(this.SUBRULE(this.patternSegment)));
    this.CONSUME(t.OpenBrace);
    this.MANY(() =>
      this.OR([
        { ALT: () => functions.push(this.SUBRULE(this.functionDeclaration)) },
        { ALT: () => matches.push(this.SUBRULE(this.matchBlock)) },
        { ALT: () => allows.push(this.SUBRULE(this.allowStatement)) },
      ]),
    );
    this.CONSUME(t.CloseBrace);
    return this.ACTION(() => ({ pattern, functions, matches, allows, at: positionOf(start) }));
  });

  private readonly patternSegment: Rule<PatternSegment> = this.RULE('patternSegment', () =>
    this.OR([
      {
        ALT: (): PatternSegment => {
          const literal = this.CONSUME(t.PathSegment);
          return { kind: 'literal', text: literal.image.slice(1) };
        },
      },
      {
        ALT: (): PatternSegment => {
          this.CONSUME(t.PathCapture);
          const name = this.CONSUME(t.Identifier);
          const glob = this.OPTION(() => {
            this.CONSUME(t.Assign);
            return this.CONSUME(t.Glob);
          });
          this.CONSUME(t.CloseBrace);
          return { kind: glob ? 'glob' : 'variable', name: name.image };
        },
      },
    ]),
  );

  private readonly allowStatement: Rule<AllowStatement> = this.RULE('allowStatement', () => {
    const methods: AllowStatement['methods'] = [];
    const start = this.CONSUME(t.Allow);
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      DEF: () => {
        const method = this.CONSUME(t.Identifier);
        methods.push({ name: method.image, at: positionOf(method) });
      },
    });
    const condition = this.OPTION(() => {
      this.CONSUME(t.Colon);
      this.CONSUME(t.If);
      return this.SUBRULE(this.expression);
    });
    this.CONSUME(t.Semicolon);
    return this.ACTION(() => ({ methods, ...(condition && { condition }), at: positionOf(start) }));
  });

  private readonly functionDeclaration: Rule<FunctionDeclaration> = this.RULE('functionDeclaration', () => {
    const parameters: string[] = [];
    const bindings: LetBinding[] = [];
    this.CONSUME(t.Function);
    const name = this.CONSUME(t.Identifier);
    this.CONSUME(t.OpenParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => parameters.push(this.CONSUME1(t.Identifier).image) });
    this.CONSUME(t.CloseParen);
    this.CONSUME(t.OpenBrace);
    this.MANY(() => bindings.push(this.SUBRULE(this.letBinding)));
    this.CONSUME(t.Return);
    const result = this.SUBRULE(this.expression);
    this.OPTION(() => this.CONSUME(t.Semicolon));
    this.CONSUME(t.CloseBrace);
    return this.ACTION(() => ({ name: name.image, parameters, bindings, result, at: positionOf(name) }));
  });

  private readonly letBinding: Rule<LetBinding> = this.RULE('letBinding', () => {
    this.CONSUME(t.Let);
    const name = this.CONSUME(t.Identifier);
    this.CONSUME(t.Assign);
    const value = this.SUBRULE(this.expression);
    this.CONSUME(t.Semicolon);
    return this.ACTION(() => ({ name: name.image, value, at: positionOf(name) }));
  });

  constructor() {
    super(t.tokens);
    this.performSelfAnalysis();
  }
}
