import { EmbeddedActionsParser } from 'chevrotain';
import type { IToken, ParserMethod } from 'chevrotain';
import { bool, bytes, float, int, NULL, string } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import type { Expression, Position, Span } from '../ast.ts';
import { readInt, readString } from './literals.ts';
import { RulesLoadError } from './RulesLoadError.ts';
import * as t from './tokens.ts';

/** A rule of the grammar that takes nothing and answers a piece of the tree. */
export type Rule<Result> = ParserMethod<[], Result>;

/** Where a token begins. */
export function positionOf(token: IToken): Position {
  return { line: token.startLine ?? 1, column: token.startColumn ?? 1 };
}

/** What stands between operators: literals, names, calls, paths, lists, maps, and what follows a dot or a bracket. */
export abstract class OperandGrammar extends EmbeddedActionsParser {
  protected abstract readonly expression: Rule<Expression>;

  /** Where the next token begins. */
  protected nextStart(): number {
    return this.LA(1).startOffset;
  }

  /** From there to behind the last token that was read. */
  protected spanFrom(start: number): Span {
    return { start, end: (this.LA(0).endOffset ?? start) + 1 };
  }

  protected readonly postfix: Rule<Expression> = this.RULE('postfix', () => {
    const start = this.nextStart();
    let object = this.SUBRULE(this.primary);
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.Dot);
            const word = this.CONSUME(t.Word);
            const args = this.OPTION(() => this.SUBRULE(this.callArguments));
            object = this.ACTION(() => memberOrCall(object, word, args, this.spanFrom(start)));
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.OpenBracket);
            const index = this.SUBRULE1(this.expression);
            const to = this.OPTION1(() => {
              this.CONSUME(t.Colon);
              return this.SUBRULE2(this.expression);
            });
            this.CONSUME(t.CloseBracket);
            object = this.ACTION((): Expression => {
              const place = { at: object.at, span: this.spanFrom(start) };
              return to
                ? { kind: 'range', object, from: index, to, ...place }
                : { kind: 'index', object, index, ...place };
            });
          },
        },
      ]);
    });
    return object;
  });

  private readonly callArguments: Rule<Expression[]> = this.RULE('callArguments', () => {
    const args: Expression[] = [];
    this.CONSUME(t.OpenParen);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => args.push(this.SUBRULE(this.expression)) });
    this.CONSUME(t.CloseParen);
    return args;
  });

  private readonly primary: Rule<Expression> = this.RULE('primary', () =>
    this.OR([
      { ALT: () => this.literal(this.CONSUME(t.True), () => bool(true)) },
      { ALT: () => this.literal(this.CONSUME(t.False), () => bool(false)) },
      { ALT: () => this.literal(this.CONSUME(t.Null), () => NULL) },
      { ALT: () => this.literal(this.CONSUME(t.IntLiteral), (text) => int(readInt(text))) },
      { ALT: () => this.literal(this.CONSUME(t.FloatLiteral), (text) => float(Number(text))) },
      { ALT: () => this.literal(this.CONSUME(t.StringLiteral), (text) => string(readString(text))) },
      {
        ALT: () =>
          this.literal(this.CONSUME(t.BytesLiteral), (text) => bytes(Buffer.from(readString(text.slice(1))))),
      },
      { ALT: () => this.SUBRULE(this.nameOrCall) },
      { ALT: () => this.SUBRULE(this.path) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.map) },
      {
        ALT: () => {
          const start = this.nextStart();
          this.CONSUME(t.OpenParen);
          const inner = this.SUBRULE(this.expression);
          this.CONSUME(t.CloseParen);
          return this.ACTION(() => ({ ...inner, span: this.spanFrom(start) }));
        },
      },
    ]),
  );

  private readonly nameOrCall: Rule<Expression> = this.RULE('nameOrCall', () => {
    const token = this.CONSUME(t.Identifier);
    const args = this.OPTION(() => this.SUBRULE(this.callArguments));
    return this.ACTION((): Expression => {
      const name = token.image;
      const place = { at: positionOf(token), span: this.spanFrom(token.startOffset) };
      return args ? { kind: 'call', name, args, ...place } : { kind: 'name', name, ...place };
    });
  });

  private readonly path: Rule<Expression> = this.RULE('path', () => {
    const start = this.nextStart();
    const segments: (string | Expression)[] = [];
    let first: IToken | undefined;
    this.AT_LEAST_ONE(() => {
      const token = this.OR([
        {
          ALT: () => {
            const literal = this.CONSUME(t.PathSegment);
            segments.push(literal.image.slice(1));
            return literal;
          },
        },
        {
          ALT: () => {
            const open = this.CONSUME(t.PathBind);
            segments.push(this.SUBRULE(this.expression));
            this.CONSUME(t.CloseParen);
            return open;
          },
        },
      ]);
      first ??= token;
    });
    return this.ACTION((): Expression => ({
      kind: 'path',
      segments,
      at: first ? positionOf(first) : { line: 1, column: 1 },
      span: this.spanFrom(start),
    }));
  });

  private readonly list: Rule<Expression> = this.RULE('list', () => {
    const items: Expression[] = [];
    const open = this.CONSUME(t.OpenBracket);
    this.MANY_SEP({ SEP: t.Comma, DEF: () => items.push(this.SUBRULE(this.expression)) });
    this.CONSUME(t.CloseBracket);
    return this.ACTION((): Expression => ({
      kind: 'list',
      items,
      at: positionOf(open),
      span: this.spanFrom(open.startOffset),
    }));
  });

  private readonly map: Rule<Expression> = this.RULE('map', () => {
    const entries: { key: Expression; value: Expression }[] = [];
    const open = this.CONSUME(t.OpenBrace);
    this.MANY_SEP({
      SEP: t.Comma,
      DEF: () => {
        const key = this.SUBRULE1(this.expression);
        this.CONSUME(t.Colon);
        const value = this.SUBRULE2(this.expression);
        entries.push({ key, value });
      },
    });
    this.CONSUME(t.CloseBrace);
    return this.ACTION((): Expression => ({
      kind: 'map',
      entries,
      at: positionOf(open),
      span: this.spanFrom(open.startOffset),
    }));
  });

  private literal(token: IToken, read: (text: string) => RuleValue): Expression {
    return this.ACTION(() => {
      try {
        const span = this.spanFrom(token.startOffset);
        return { kind: 'literal', value: read(token.image), at: positionOf(token), span };
      } catch (error) {
        throw new RulesLoadError(error instanceof Error ? error.message : String(error), positionOf(token));
      }
    });
  }
}

function memberOrCall(
  object: Expression,
  word: IToken,
  args: Expression[] | undefined,
  span: Span,
): Expression {
  const place = { at: positionOf(word), span };
  return args
    ? { kind: 'methodCall', object, name: word.image, args, ...place }
    : { kind: 'member', object, name: word.image, ...place };
}
