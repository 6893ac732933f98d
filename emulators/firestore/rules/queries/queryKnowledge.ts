import { parseFieldPath } from '../../engine/fieldPaths.ts';
import { symbolic } from '../values/ruleValue.ts';
import type { Bound, PartialMap, RuleValue, Symbolic } from '../values/ruleValue.ts';
import { fromWire, rulesPath } from '../values/wireValues.ts';
import { exactly } from './exactly.ts';
import type { Constraint } from './structuredQuery.ts';

/** What is known of every document that fulfils some constraints. */
export interface QueryKnowledge {
  documentId?: string;
  data: PartialMap;
}

const DOCUMENT_NAME = '__name__';

/**
 * What the constraints of one branch of a filter tell. A constraint that is not understood tells nothing, and of
 * two that contradict each other either may count: no document fulfils both.
 */
export function knowledgeFrom(constraints: Constraint[]): QueryKnowledge {
  const knowledge: QueryKnowledge = { data: partialMap('resource.data') };
  for (const constraint of constraints) {
    if (constraint.field === DOCUMENT_NAME) {
      const id = namedDocument(constraint);
      if (id !== undefined) knowledge.documentId = id;
    } else {
      learn(knowledge.data, constraint);
    }
  }
  return knowledge;
}

const partialMap = (what: string): PartialMap => ({ type: 'partial', what, known: new Map() });

function namedDocument({ op, value }: Constraint): string | undefined {
  return op === 'EQUAL' && value.referenceValue ? rulesPath(value.referenceValue).at(-1) : undefined;
}

function learn(data: PartialMap, { field, op, value }: Constraint): void {
  const names = parseFieldPath(field);
  const last = names.at(-1) ?? '';
  const owner = ownerOf(data, names.slice(0, -1));
  if (!owner) return;
  const fact = factOf(op, fromWire(value), `${owner.what}.${last}`, owner.known.get(last));
  if (fact) owner.known.set(last, fact);
}

/** The map that a nested field lies in; undefined where that is already known whole. */
function ownerOf(data: PartialMap, names: readonly string[]): PartialMap | undefined {
  let owner = data;
  for (const name of names) {
    const inner = owner.known.get(name) ?? partialMap(`${owner.what}.${name}`);
    if (inner.type !== 'partial') return undefined;
    owner.known.set(name, inner);
    owner = inner;
  }
  return owner;
}

/** What is known of a field after one more constraint; undefined where nothing new is. */
function factOf(
  op: string,
  value: RuleValue,
  what: string,
  before: RuleValue | undefined,
): RuleValue | undefined {
  if (op === 'EQUAL') return exactly(value, what);
  const known = before ?? symbolic(what);
  if (known.type !== 'symbolic' || known.sameAs) return undefined;
  switch (op) {
    case 'NOT_EQUAL':
      return { ...known, not: isDistinct(value) ? [...known.not, value] : known.not };
    case 'ARRAY_CONTAINS':
      return { ...known, kind: known.kind ?? 'list', contains: [...known.contains, exactly(value, what)] };
    case 'GREATER_THAN':
      return withBound(known, 'low', value, false);
    case 'GREATER_THAN_OR_EQUAL':
      return withBound(known, 'low', value, true);
    case 'LESS_THAN':
      return withBound(known, 'high', value, false);
    case 'LESS_THAN_OR_EQUAL':
      return withBound(known, 'high', value, true);
    default:
      return undefined;
  }
}

const isZero = (value: RuleValue) =>
  (value.type === 'int' || value.type === 'float') && Number(value.value) === 0;

/** Whether what a query calls different from `value` surely is different for the rules: -0 and NaN are not sure. */
function isDistinct(value: RuleValue): boolean {
  if (value.type === 'float') return !Number.isNaN(value.value) && !isZero(value);
  return (
    ['null', 'bool', 'string', 'timestamp'].includes(value.type) || (value.type === 'int' && !isZero(value))
  );
}

/** An inequality also says of which type the field is: queries compare within one type. */
function withBound(known: Symbolic, side: 'low' | 'high', value: RuleValue, inclusive: boolean): RuleValue {
  const kind = orderedKind(value);
  if (!kind || (known.kind !== undefined && known.kind !== kind)) return known;
  // A query may tell -0 from 0, the rules do not: a bound of zero never excludes zero.
  const bound: Bound = { value, inclusive: inclusive || isZero(value) };
  return { ...known, kind, [side]: known[side] ?? bound };
}

function orderedKind(value: RuleValue): 'number' | 'string' | 'timestamp' | undefined {
  if (value.type === 'string' || value.type === 'timestamp') return value.type;
  if (value.type === 'int') return 'number';
  return value.type === 'float' && !Number.isNaN(value.value) ? 'number' : undefined;
}
