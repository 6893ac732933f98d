import { FirestoreError, type Value } from '../../types.ts';
import { canonicalValue } from '../canonicalValue.ts';
import { isNaNValue } from '../numbers.ts';
import type { StoredDocument } from '../storedDocument.ts';
import { compareValues, elementsOf, typeOf, valuesEqual } from '../valueOrder.ts';
import { parseQueryField, type QueryField } from './queryField.ts';
import type { Filter } from './structuredQuery.ts';

export type Predicate = (document: StoredDocument) => boolean;

/** A filter of a query, read: a tree with comparisons of one field as its leaves. */
export type QueryFilter =
  | { kind: 'and' | 'or'; filters: QueryFilter[] }
  | { kind: 'field'; field: QueryField; op: FieldOperator; operand: Value };

type Matcher = (value: Value, operand: Value) => boolean;

const isNull: Matcher = (value) => value.nullValue !== undefined;
const isNaNNumber: Matcher = (value) => isNaNValue(value);

/** Comparisons see values of the operand's type only ("type bracketing"). */
function bracketed(decide: (order: number) => boolean): Matcher {
  return (value, operand) => typeOf(value) === typeOf(operand) && decide(compareValues(value, operand));
}

/** NaN is sorted before the other numbers, but is neither less nor greater than any. */
function inOrder(decide: (order: number) => boolean): Matcher {
  const matches = bracketed(decide);
  return (value, operand) => !isNaNValue(value) && !isNaNValue(operand) && matches(value, operand);
}

function isAmong(value: Value, operand: Value): boolean {
  return elementsOf(operand).some((element) => valuesEqual(element, value));
}

/** Null and NaN are found by IS_NULL and IS_NAN alone: production finds neither by a list, nor within one. */
function isFound(value: Value, operand: Value): boolean {
  return value.nullValue === undefined && !isNaNValue(value) && isAmong(value, operand);
}

/**
 * What each operator asks of a field that is there; a field that is not there never matches
 * (https://firebase.google.com/docs/firestore/query-data/queries). `!=` and `not-in` leave out null as well. What null and
 * NaN do in lists is from the web SDK's integration tests, which run against production
 * (https://github.com/firebase/firebase-js-sdk, packages/firestore/test/integration/api/query.test.ts).
 */
const OPERATORS = {
  LESS_THAN: inOrder((order) => order < 0),
  LESS_THAN_OR_EQUAL: inOrder((order) => order <= 0),
  GREATER_THAN: inOrder((order) => order > 0),
  GREATER_THAN_OR_EQUAL: inOrder((order) => order >= 0),
  EQUAL: bracketed((order) => order === 0),
  NOT_EQUAL: (value, operand) => !isNull(value, operand) && !valuesEqual(value, operand),
  ARRAY_CONTAINS: (value, operand) => isFound(operand, value),
  IN: isFound,
  NOT_IN: (value, operand) =>
    !isNull(value, operand) && !isAmong(value, operand) && !isAmong({ nullValue: 'NULL_VALUE' }, operand),
  ARRAY_CONTAINS_ANY: (value, operand) => elementsOf(value).some((element) => isFound(element, operand)),
  IS_NULL: isNull,
  IS_NOT_NULL: (value, operand) => !isNull(value, operand),
  IS_NAN: isNaNNumber,
  IS_NOT_NAN: (value, operand) => !isNull(value, operand) && !isNaNNumber(value, operand),
} satisfies Record<string, Matcher>;

export type FieldOperator = keyof typeof OPERATORS;

const LIST_OPERATORS: readonly FieldOperator[] = ['IN', 'NOT_IN', 'ARRAY_CONTAINS_ANY'];
const UNARY_OPERATORS: readonly FieldOperator[] = ['IS_NULL', 'IS_NOT_NULL', 'IS_NAN', 'IS_NOT_NAN'];

/** @throws FirestoreError INVALID_ARGUMENT for a filter that is malformed or of an unknown kind. */
export function parseFilter(filter: Filter): QueryFilter {
  if (filter.compositeFilter) return parseComposite(filter.compositeFilter);
  if (filter.fieldFilter) return parseFieldFilter(filter.fieldFilter);
  if (filter.unaryFilter) return parseUnaryFilter(filter.unaryFilter);
  throw invalid('A filter must be a composite, field or unary filter.');
}

function parseComposite({ op, filters = [] }: NonNullable<Filter['compositeFilter']>): QueryFilter {
  if (op !== 'AND' && op !== 'OR') throw invalid(`The composite operator ${op ?? '(none)'} is not known.`);
  if (filters.length === 0) throw invalid('A composite filter needs at least one filter.');
  return { kind: op === 'AND' ? 'and' : 'or', filters: filters.map(parseFilter) };
}

function parseFieldFilter({ field, op, value }: NonNullable<Filter['fieldFilter']>): QueryFilter {
  const operator = knownOperator(op);
  if (UNARY_OPERATORS.includes(operator)) throw invalid(`${operator} is an operator without a value.`);
  if (!value) throw invalid(`${operator} needs a value.`);

  const operand = canonicalOperand(operator, value);
  return {
    kind: 'field',
    field: parseNameAwareField(field?.fieldPath, operator, operand),
    op: operator,
    operand,
  };
}

function parseUnaryFilter({ field, op }: NonNullable<Filter['unaryFilter']>): QueryFilter {
  const operator = knownOperator(op);
  if (!UNARY_OPERATORS.includes(operator)) throw invalid(`${operator} is not a unary operator.`);
  const operand: Value = { nullValue: 'NULL_VALUE' };
  return { kind: 'field', field: parseQueryField(field?.fieldPath), op: operator, operand };
}

function knownOperator(op: string | undefined): FieldOperator {
  if (op === undefined || !Object.hasOwn(OPERATORS, op)) {
    throw invalid(`The operator ${op ?? '(none)'} is not known.`);
  }
  return op as FieldOperator;
}

function canonicalOperand(op: FieldOperator, value: Value): Value {
  if (!LIST_OPERATORS.includes(op)) return canonicalValue(value);
  const values = elementsOf(value).map((element) => canonicalValue(element));
  if (values.length === 0) throw invalid(`'${op}' requires an non-empty ArrayValue.`);
  return { arrayValue: { values } };
}

function parseNameAwareField(fieldPath: string | undefined, op: FieldOperator, operand: Value): QueryField {
  const field = parseQueryField(fieldPath);
  const operands = LIST_OPERATORS.includes(op) ? elementsOf(operand) : [operand];
  if (field.isName && operands.some((value) => value.referenceValue === undefined)) {
    throw invalid('__key__ filter value must be a Key');
  }
  return field;
}

function invalid(message: string): FirestoreError {
  return new FirestoreError('INVALID_ARGUMENT', message);
}

/** Whether a document passes the filter. */
export function toPredicate(filter: QueryFilter): Predicate {
  if (filter.kind !== 'field') {
    const predicates = filter.filters.map(toPredicate);
    return filter.kind === 'and'
      ? (document) => predicates.every((matches) => matches(document))
      : (document) => predicates.some((matches) => matches(document));
  }
  const { field, operand } = filter;
  const matcher: Matcher = OPERATORS[filter.op];
  return (document) => {
    const value = field.valueIn(document);
    return value !== undefined && matcher(value, operand);
  };
}

const INEQUALITIES: readonly FieldOperator[] = [
  'LESS_THAN',
  'LESS_THAN_OR_EQUAL',
  'GREATER_THAN',
  'GREATER_THAN_OR_EQUAL',
  'NOT_EQUAL',
  'NOT_IN',
  'IS_NOT_NULL',
  'IS_NOT_NAN',
];

/** The fields that a filter compares by anything but equality; the results are ordered by them. */
export function inequalityFields(filter: QueryFilter): QueryField[] {
  return leavesOf(filter)
    .filter(({ op }) => INEQUALITIES.includes(op))
    .map(({ field }) => field);
}

/** The comparisons at the leaves of a filter. */
export function leavesOf(filter: QueryFilter): Extract<QueryFilter, { kind: 'field' }>[] {
  return filter.kind === 'field' ? [filter] : filter.filters.flatMap(leavesOf);
}
