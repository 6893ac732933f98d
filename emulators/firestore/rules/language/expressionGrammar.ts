import type { IToken, TokenType } from 'chevrotain';
import type { BinaryOperator, Expression, Span } from '../ast.ts';
import { OperandGrammar, positionOf } from './operandGrammar.ts';
import type { Rule } from './operandGrammar.ts';
import * as t from './tokens.ts';

/**
 * Expressions, in the precedence of the language reference (firebase.google.com/docs/rules/rules-language): index
 * and call, unary, `* / %`, `+ -`, order, `in is`, equality, `&&`, `||`, `?:`.
 */
export class ExpressionGrammar extends OperandGrammar {
  protected readonly expression: Rule<Expression> = this.RULE('expression', () => {
    const start = this.nextStart();
    const condition = this.SUBRULE(this.disjunction);
    return (
      this.OPTION({
        DEF: (): Expression => {
          this.CONSUME(t.Question);
          const whenTrue = this.SUBRULE1(this.expression);
          this.CONSUME(t.Colon);
          const whenFalse = this.SUBRULE2(this.expression);
          return this.ACTION(() => ({
            kind: 'conditional',
            condition,
            whenTrue,
            whenFalse,
            at: condition.at,
            span: this.spanFrom(start),
          }));
        },
      }) ?? condition
    );
  });

  private readonly disjunction = this.chain('disjunction', t.Or, () => this.conjunction);
  private readonly conjunction = this.chain('conjunction', t.And, () => this.equality);
  private readonly equality = this.chain('equality', t.EqualityOperator, () => this.membership);

  private readonly membership: Rule<Expression> = this.RULE('membership', () => {
    const start = this.nextStart();
    let left = this.SUBRULE(this.order);
    this.MANY(() => {
      left = this.OR([
        {
          ALT: () => {
            const operator = this.CONSUME(t.In);
            const right = this.SUBRULE2(this.order);
            return this.ACTION(() => combined(left, operator, right, this.spanFrom(start)));
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Is);
            const type = this.CONSUME(t.Identifier);
            return this.ACTION((): Expression => ({
              kind: 'is',
              operand: left,
              typeName: type.image,
              at: positionOf(type),
              span: this.spanFrom(start),
            }));
          },
        },
      ]);
    });
    return left;
  });

  private readonly order = this.chain('order', t.OrderOperator, () => this.sum);
  private readonly sum = this.chain('sum', t.SumOperator, () => this.product);
  private readonly product = this.chain('product', t.ProductOperator, () => this.unary);

  private readonly unary: Rule<Expression> = this.RULE('unary', () =>
    this.OR([
      { ALT: () => this.prefixed(this.CONSUME(t.Not), 'not', this.SUBRULE1(this.unary)) },
      { ALT: () => this.prefixed(this.CONSUME(t.Minus), 'negate', this.SUBRULE2(this.unary)) },
      { ALT: () => this.SUBRULE(this.postfix) },
    ]),
  );

  /** Operands of one precedence, joined from the left. */
  private chain(name: string, operator: TokenType, operand: () => Rule<Expression>): Rule<Expression> {
    return this.RULE(name, () => {
      const start = this.nextStart();
      let left = this.SUBRULE(operand());
      this.MANY(() => {
        const joint = this.CONSUME(operator);
        const right = this.SUBRULE2(operand());
        left = this.ACTION(() => combined(left, joint, right, this.spanFrom(start)));
      });
      return left;
    });
  }

  private prefixed(operator: IToken, kind: 'not' | 'negate', operand: Expression): Expression {
    return this.ACTION(() => ({
      kind,
      operand,
      at: positionOf(operator),
      span: this.spanFrom(operator.startOffset),
    }));
  }
}

function combined(left: Expression, operator: IToken, right: Expression, span: Span): Expression {
  const place = { at: positionOf(operator), span };
  if (operator.image === '&&') return { kind: 'and', left, right, ...place };
  if (operator.image === '||') return { kind: 'or', left, right, ...place };
  return { kind: 'binary', operator: operator.image as BinaryOperator, left, right, ...place };
}
