/** Random values as the Admin SDK has them, and a naive model of their order, written from Firestore's documentation. */
import { DocumentReference, FieldValue, GeoPoint, Timestamp, type Firestore } from 'firebase-admin/firestore';
import type { Random } from '../../testing/seeded.ts';

const NUMBERS = [
  NaN,
  -Infinity,
  Infinity,
  0,
  -0,
  0.5,
  1,
  1n,
  1.5,
  -1,
  5e-324,
  1e300,
  2 ** 53,
  9007199254740993n,
  2 ** 63,
  9223372036854775807n,
  -9223372036854775808n,
];
const TEXTS = ['', 'a', 'A', 'ab', 'b', 'é', '\u{FFFD}', '🎉', '\0'];
const TIMES: [number, number][] = [
  [0, 0],
  [0, 1000],
  [1, 0],
  [-1, 999_999_000],
  [253402300799, 0],
];
const BYTES = [[], [0], [1], [0, 0], [255], [127, 1]];
const PLACES: [number, number][] = [
  [0, 0],
  [0, -1],
  [-90, 180],
  [90, -180],
];
const PATHS = ['a/b', 'a/a', 'a/b/c/d', 'b/a', 'a/__id7__', 'a/__id10__', 'a/0'];
const VECTORS = [[1], [2], [1, 2], [0, 9], [-1, 3]];
const SIMPLE = ['null', 'boolean', 'number', 'time', 'text', 'bytes', 'reference', 'place'] as const;

export function randomValue(db: Firestore, pick: Random, depth = 0): unknown {
  switch (pick(depth < 2 ? [...SIMPLE, 'array', 'vector', 'map'] : SIMPLE)) {
    case 'null':
      return null;
    case 'boolean':
      return pick([false, true]);
    case 'number':
      return pick(NUMBERS);
    case 'time':
      return new Timestamp(...pick(TIMES));
    case 'text':
      return pick(TEXTS);
    case 'bytes':
      return Buffer.from(pick(BYTES));
    case 'reference':
      return db.doc(pick(PATHS));
    case 'place':
      return new GeoPoint(...pick(PLACES));
    case 'vector':
      // An array has no vectors in it.
      return depth === 0 ? FieldValue.vector(pick(VECTORS)) : null;
    case 'array':
      // Nor other arrays.
      return depth === 0
        ? Array.from({ length: pick([0, 1, 2]) }, () => randomValue(db, pick, 2))
        : pick(TEXTS);
    default:
      return Object.fromEntries(
        Array.from({ length: pick([0, 1, 2]) }, () => [
          pick(['a', 'b', 'é', '🎉']),
          randomValue(db, pick, depth + 1),
        ]),
      );
  }
}

type VectorValue = ReturnType<typeof FieldValue.vector>;

/** The SDK has no name for the class. */
function isVector(value: unknown): value is VectorValue {
  return (value as object).constructor === FieldValue.vector([1]).constructor;
}

type Compare<Item> = (a: Item, b: Item) => number;
type Kind = readonly [isOne: (value: unknown) => boolean, compare: Compare<never>];

const bySize = (a: number | bigint, b: number | bigint): number => (a < b ? -1 : a > b ? 1 : 0);
const isNumber = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint';
const byBytes = (a: Uint8Array, b: Uint8Array): number => Buffer.compare(a, b);
const byText = (a: string, b: string): number => byBytes(Buffer.from(a), Buffer.from(b));

function byItems<Item>(a: readonly Item[], b: readonly Item[], compare: Compare<Item>): number {
  const shorter = Math.min(a.length, b.length);
  for (let at = 0; at < shorter; at += 1) {
    const order = compare(a[at] as Item, b[at] as Item);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Ids that are numbers come first, as numbers. */
function byId(a: string, b: string): number {
  const [left, right] = [a, b].map((id) => /^__id(\d+)__$/.exec(id)?.[1]);
  if (left !== undefined && right !== undefined) return Number(left) - Number(right);
  if (left === undefined && right === undefined) return byText(a, b);
  return left === undefined ? 1 : -1;
}

function byVector(a: VectorValue, b: VectorValue): number {
  const [left, right] = [a.toArray(), b.toArray()];
  return left.length - right.length || byItems(left, right, bySize);
}

function byFields(a: object, b: object): number {
  const fields = (map: object): [string, unknown][] =>
    (Object.entries(map) as [string, unknown][]).sort(([x], [y]) => byText(x, y));
  return byItems(fields(a), fields(b), ([x, v], [y, w]) => byText(x, y) || compareInModel(v, w));
}

/** The types in their order: https://firebase.google.com/docs/firestore/manage-data/data-types#value_type_ordering */
const KINDS: Kind[] = [
  [(value) => value === null, () => 0],
  [(value) => typeof value === 'boolean', (a: boolean, b: boolean) => Number(a) - Number(b)],
  [Number.isNaN, () => 0],
  [isNumber, bySize],
  [
    (value) => value instanceof Timestamp,
    (a: Timestamp, b: Timestamp) => a.seconds - b.seconds || a.nanoseconds - b.nanoseconds,
  ],
  [(value) => typeof value === 'string', byText],
  [(value) => Buffer.isBuffer(value), byBytes],
  [
    (value) => value instanceof DocumentReference,
    (a: DocumentReference, b: DocumentReference) => byItems(a.path.split('/'), b.path.split('/'), byId),
  ],
  [
    (value) => value instanceof GeoPoint,
    (a: GeoPoint, b: GeoPoint) => a.latitude - b.latitude || a.longitude - b.longitude,
  ],
  [Array.isArray, (a: unknown[], b: unknown[]) => byItems(a, b, compareInModel)],
  [isVector, byVector],
  [(value) => typeof value === 'object', byFields],
];

/** Firestore's order of two values. */
export function compareInModel(a: unknown, b: unknown): number {
  const [left, right] = [a, b].map((value) => KINDS.findIndex(([isOne]) => isOne(value)));
  if (left !== right) return (left ?? 0) - (right ?? 0);
  const compare = KINDS[left ?? 0]?.[1] as Compare<unknown>;
  return compare(a, b);
}
