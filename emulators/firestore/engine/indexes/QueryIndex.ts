import type { Value } from '../../types.ts';
import type { QueryField } from '../query/queryField.ts';
import type { OrderKey } from '../query/queryOrder.ts';
import type { StoredDocument } from '../storedDocument.ts';
import { compareValues, elementsOf, valuesEqual } from '../valueOrder.ts';
import { SortedList } from './SortedList.ts';

/** What an index is of: documents by fields that queries hold equal, and then in the order of their results. */
export interface IndexShape {
  /** Fields with one value; `isArray` for an array, each of whose elements has an entry. */
  readonly fixed: readonly { field: QueryField; isArray: boolean }[];
  readonly order: readonly OrderKey[];
}

/** One document in an index; one that lacks a field of its shape is in none. */
export interface IndexEntry {
  readonly fixed: readonly Value[];
  readonly order: readonly Value[];
  readonly document: StoredDocument;
}

/** The documents of a collection, or of a collection group, in one order. */
export class QueryIndex {
  readonly #shape: IndexShape;
  readonly #entries: SortedList<IndexEntry>;

  constructor(shape: IndexShape, documents: Iterable<StoredDocument>) {
    this.#shape = shape;
    const entries = [...documents].flatMap((document) => this.#entriesOf(document));
    this.#entries = new SortedList((a, b) => this.#compare(a, b), entries);
  }

  /** Puts a document in the place of what it was; null for one that is not there. */
  replace(before: StoredDocument | null, after: StoredDocument | null): void {
    if (before) for (const entry of this.#entriesOf(before)) this.#entries.remove(entry);
    if (after) for (const entry of this.#entriesOf(after)) this.#entries.add(entry);
  }

  /**
   * The entries with these fixed values, in order, from the first on that is not `isBefore` by its order values.
   * `isBefore` holds for those before some place, and for no others.
   */
  *find(fixed: readonly Value[], isBefore: (order: readonly Value[]) => boolean): Iterable<IndexEntry> {
    const position = (entry: IndexEntry): number => compareFixed(entry.fixed, fixed);
    const isEarlier = (entry: IndexEntry): boolean =>
      position(entry) < 0 || (position(entry) === 0 && isBefore(entry.order));

    for (const entry of this.#entries.from(isEarlier)) {
      if (position(entry) > 0) return;
      yield entry;
    }
  }

  #entriesOf(document: StoredDocument): IndexEntry[] {
    const order: Value[] = [];
    for (const { field } of this.#shape.order) {
      const value = field.valueIn(document);
      if (value === undefined) return [];
      order.push(value);
    }
    return this.#fixedIn(document).map((fixed) => ({ fixed, order, document }));
  }

  /** All combinations of fixed values that a document is found by: one, unless there is an array. */
  #fixedIn(document: StoredDocument): Value[][] {
    return this.#shape.fixed.reduce<Value[][]>(
      (all, { field, isArray }) => {
        const value = field.valueIn(document);
        const values = value === undefined ? [] : isArray ? distinct(elementsOf(value)) : [value];
        return all.flatMap((fixed) => values.map((each) => [...fixed, each]));
      },
      [[]],
    );
  }

  #compare(a: IndexEntry, b: IndexEntry): number {
    const fixed = compareFixed(a.fixed, b.fixed);
    if (fixed !== 0) return fixed;
    for (const [at, { sign }] of this.#shape.order.entries()) {
      const [left, right] = [a.order[at], b.order[at]];
      const order = left && right ? compareValues(left, right) * sign : 0;
      if (order !== 0) return order;
    }
    return 0;
  }
}

function compareFixed(a: readonly Value[], b: readonly Value[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    const order = right ? compareValues(left, right) : 0;
    if (order !== 0) return order;
  }
  return 0;
}

function distinct(values: readonly Value[]): Value[] {
  return values.filter((value, at) => values.findIndex((other) => valuesEqual(other, value)) === at);
}
