/** Random small documents, conditions and queries, the same ones for the same seed. */
import type { Fields, Value } from '../../types.ts';
import type { Random } from '../../testing/seeded.ts';
import type { TestFilter } from './matchesFilters.ts';

const string = (stringValue: string): Value => ({ stringValue });
const int = (integerValue: number): Value => ({ integerValue });
const double = (doubleValue: number): Value => ({ doubleValue });
const list = (...values: Value[]): Value => ({ arrayValue: { values } });
const map = (fields: Fields): Value => ({ mapValue: { fields } });

const SCALARS: Value[] = [
  ...[string('a'), string('b'), int(0), int(1), int(2), double(1), double(1.5), double(-0), double(NaN)],
  ...[{ nullValue: 'NULL_VALUE' as const }, { booleanValue: true }],
];
const VALUES: Value[] = [
  ...SCALARS,
  ...[list(), list(string('a')), list(string('a'), int(1)), list(double(1), string('b'))],
  ...[map({}), map({ a: int(1) }), map({ a: double(1), b: string('a') }), map({ a: string('a') })],
];
const FIELDS = ['f', 'g'];

/** A document in which any field may be missing, or of any type. */
export function randomDocument(pick: Random): Fields {
  return Object.fromEntries(
    FIELDS.flatMap((name) => (pick([true, true, true, false]) ? [[name, pick(VALUES)]] : [])),
  );
}

const OPS = ['EQUAL', 'EQUAL', 'EQUAL', 'NOT_EQUAL', 'IN', 'NOT_IN', 'ARRAY_CONTAINS', 'ARRAY_CONTAINS_ANY'];
const INEQUALITIES = ['LESS_THAN', 'LESS_THAN_OR_EQUAL', 'GREATER_THAN', 'GREATER_THAN_OR_EQUAL'];

/** Up to three filters, which may well contradict each other. */
export function randomFilters(pick: Random): TestFilter[] {
  return Array.from({ length: pick([1, 1, 2, 2, 3]) }, () => {
    const op = pick([...OPS, ...INEQUALITIES]);
    const listed = op.endsWith('IN') || op.endsWith('ANY');
    const field = pick([['f'], ['f'], ['g'], ['g'], ['f', 'a']]);
    return { field, op, value: listed ? list(pick(SCALARS), pick(SCALARS)) : pick(pick([SCALARS, VALUES])) };
  });
}

const CONSTANTS = [
  "'a'",
  "'b'",
  '0',
  '1',
  '2',
  '1.0',
  '1.5',
  'null',
  'true',
  "['a']",
  "{'a': 1}",
  '[]',
  '-1',
];
const TYPES = ['string', 'int', 'float', 'number', 'bool', 'list', 'map', 'timestamp'];
const REFERENCES = ['resource.data.f', 'resource.data.g', 'resource.data.f.a', "resource.data['g']", 'id'];

/** What a condition speaks about more often than by chance. */
interface Theme {
  reference: string;
  constant: string;
}

/** Themes that fit filters, so that many conditions are about what a query tells. */
export function themesOf(filters: TestFilter[]): Theme[] {
  return filters.map(({ field, value }) => ({
    reference: ['resource.data', ...field].join('.'),
    constant: literalOf(value.arrayValue?.values?.[0] ?? value),
  }));
}

/** The value as the rules write it, where they can. */
function literalOf({ stringValue, integerValue, doubleValue, mapValue }: Value): string {
  if (stringValue !== undefined) return `'${stringValue}'`;
  if (mapValue) return "{'a': 1}";
  const number = integerValue ?? doubleValue;
  return number === undefined || Number.isNaN(number) ? 'null' : String(number);
}

function atom(pick: Random, themes: Theme[]): string {
  const { reference: ref, constant } = pick([
    ...themes,
    { reference: pick(REFERENCES), constant: pick(CONSTANTS) },
  ]);
  return pick([
    ...[`${ref} == ${constant}`, `${ref} == ${constant}`, `${constant} == ${ref}`, `${ref} != ${constant}`],
    ...[`${ref} ${pick(['<', '<=', '>', '>='])} ${constant}`, `${constant} ${pick(['<', '>='])} ${ref}`],
    ...[
      `${ref} in [${constant}, ${pick(CONSTANTS)}]`,
      `${constant} in ${ref}`,
      `${ref} is ${pick(TYPES)}`,
      `${ref} is int`,
    ],
    ...[`${ref}.hasAny([${constant}, 'b'])`, `${ref}.hasAll([${constant}])`, `${ref}.hasOnly(['a', 1])`],
    ...[`string(${ref}) == '1'`, `${ref} + 1 == 2`, `-${ref} < 0`, `${ref}.size() == 1`, `${ref}[0] == 'a'`],
    ...[`resource.data.get('f', ${constant}) == ${pick(CONSTANTS)}`, `resource.data.get(['f', 'a'], 1) == 1`],
    ...[`'f' in resource.data`, `'a' in resource.data.f`, `resource.data.keys().hasAny(['f'])`],
    ...[
      `first(${constant}, ${ref}) == ${constant}`,
      `kept(${ref}) == ${constant}`,
      `[${ref}] == [${constant}]`,
    ],
    ...[`${ref}.toSet().size() == 1`, `${ref} == ${pick(REFERENCES)}`, `{'k': ${ref}}.k == ${constant}`],
    ...[`resource.data.f.diff({'a': 1}).affectedKeys().size() == 0`, `${ref}.matches('a|b')`, ref, 'true'],
  ]);
}

/** A condition of up to a few atoms, often nonsense: what fails must be as safe as what is false. */
export function randomCondition(pick: Random, themes: Theme[], depth = 2): string {
  const inner = () => randomCondition(pick, themes, depth - 1);
  if (depth === 0) return atom(pick, themes);
  return pick([
    () => atom(pick, themes),
    () => `(${inner()} && ${inner()})`,
    () => `(${inner()} || ${inner()})`,
    () => `!(${inner()})`,
    () => `(${inner()} ? ${inner()} : ${inner()})`,
  ])();
}

/** The functions that conditions call: a missing field must fail them even where its value is not used. */
export const RANDOM_FUNCTIONS = `
  function first(a, b) { return a; }
  function kept(a) { let unused = a; let b = a; return b; }
`;
