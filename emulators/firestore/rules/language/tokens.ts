import { createToken, Lexer } from 'chevrotain';
import type { TokenType } from 'chevrotain';
import { scanPathSegment } from './scanPathSegment.ts';

/** Everything that may stand after a dot: `resource.data.match` is a field, though `match` is a keyword. */
export const Word = createToken({ name: 'Word', pattern: Lexer.NA });
export const Identifier = createToken({
  name: 'Identifier',
  pattern: /[A-Za-z_][A-Za-z0-9_]*/,
  categories: Word,
});

const keyword = (text: string) =>
  createToken({ name: text, pattern: text, longer_alt: Identifier, categories: Word });
const symbol = (name: string, text: string, ...categories: TokenType[]) =>
  createToken({ name, pattern: text, label: `'${text}'`, categories });

/** Operators that bind equally, as categories. */
export const EqualityOperator = createToken({ name: 'EqualityOperator', pattern: Lexer.NA });
export const OrderOperator = createToken({ name: 'OrderOperator', pattern: Lexer.NA });
export const SumOperator = createToken({ name: 'SumOperator', pattern: Lexer.NA });
export const ProductOperator = createToken({ name: 'ProductOperator', pattern: Lexer.NA });

export const RulesVersion = keyword('rules_version');
export const Service = keyword('service');
export const Match = keyword('match');
export const Allow = keyword('allow');
export const If = keyword('if');
export const Function = keyword('function');
export const Let = keyword('let');
export const Return = keyword('return');
export const True = keyword('true');
export const False = keyword('false');
export const Null = keyword('null');
export const In = keyword('in');
export const Is = keyword('is');

export const BytesLiteral = createToken({
  name: 'bytes',
  pattern: /b"(?:[^"\\\n]|\\.)*"|b'(?:[^'\\\n]|\\.)*'/,
});
export const StringLiteral = createToken({
  name: 'string',
  pattern: /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/,
});
export const FloatLiteral = createToken({
  name: 'float',
  pattern: /[0-9]+\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+/,
});
export const IntLiteral = createToken({ name: 'int', pattern: /[0-9]+/, longer_alt: FloatLiteral });

export const PathBind = symbol('PathBind', '/$(');
export const PathCapture = symbol('PathCapture', '/{');
/** `/users`, where a value may begin or a path goes on; elsewhere a slash divides. */
export const PathSegment = createToken({
  name: 'PathSegment',
  label: 'a path',
  pattern: { exec: scanPathSegment },
  start_chars_hint: ['/'],
  line_breaks: false,
});

export const Glob = symbol('Glob', '**');
const Equal = symbol('Equal', '==', EqualityOperator);
const NotEqual = symbol('NotEqual', '!=', EqualityOperator);
const AtMost = symbol('AtMost', '<=', OrderOperator);
const AtLeast = symbol('AtLeast', '>=', OrderOperator);
export const And = symbol('And', '&&');
export const Or = symbol('Or', '||');
const Less = symbol('Less', '<', OrderOperator);
const Greater = symbol('Greater', '>', OrderOperator);
export const Not = symbol('Not', '!');
export const Assign = symbol('Assign', '=');
const Plus = symbol('Plus', '+', SumOperator);
export const Minus = symbol('Minus', '-', SumOperator);
const Star = symbol('Star', '*', ProductOperator);
const Slash = symbol('Slash', '/', ProductOperator);
const Percent = symbol('Percent', '%', ProductOperator);
export const Question = symbol('Question', '?');
export const Colon = symbol('Colon', ':');
export const Semicolon = symbol('Semicolon', ';');
export const Comma = symbol('Comma', ',');
export const Dot = symbol('Dot', '.');
export const OpenParen = symbol('OpenParen', '(');
export const CloseParen = symbol('CloseParen', ')');
export const OpenBracket = symbol('OpenBracket', '[');
export const CloseBracket = symbol('CloseBracket', ']');
export const OpenBrace = symbol('OpenBrace', '{');
export const CloseBrace = symbol('CloseBrace', '}');

const skipped = [
  createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED }),
  createToken({ name: 'LineComment', pattern: /\/\/[^\n]*/, group: Lexer.SKIPPED }),
  createToken({
    name: 'BlockComment',
    pattern: /\/\*[^]*?\*\//,
    group: Lexer.SKIPPED,
    line_breaks: true,
  }),
];

/** In the order in which the lexer tries them: longer before shorter, keywords before identifiers. */
export const tokens = [
  ...skipped,
  ...[RulesVersion, Service, Match, Allow, If, Function, Let, Return, True, False, Null, In, Is],
  ...[BytesLiteral, StringLiteral, Identifier, FloatLiteral, IntLiteral],
  ...[PathBind, PathCapture, PathSegment],
  ...[Glob, Equal, NotEqual, AtMost, AtLeast, And, Or, Less, Greater, Not, Assign],
  ...[Plus, Minus, Star, Slash, Percent, Question, Colon, Semicolon, Comma, Dot],
  ...[OpenParen, CloseParen, OpenBracket, CloseBracket, OpenBrace, CloseBrace],
  ...[Word, EqualityOperator, OrderOperator, SumOperator, ProductOperator],
];
