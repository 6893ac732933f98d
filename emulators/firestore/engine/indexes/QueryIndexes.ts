import type { Value } from '../../types.ts';
import { collectionPathOf, lastIdOf, parseResourceName, type Path } from '../documentNames.ts';
import type { Found } from '../query/documentView.ts';
import type { QueryScope } from '../queryScope.ts';
import { plainBranchesOf, type Leaf } from '../query/filterBranches.ts';
import type { QueryPlan } from '../query/queryPlan.ts';
import type { StoredDocument } from '../storedDocument.ts';
import { QueryIndex, type IndexShape } from './QueryIndex.ts';
import { isBeforeRange, isBehindRange } from './rangeOfOrder.ts';

/** In fewer documents a look at each is as fast. */
export const MIN_INDEXED_DOCUMENTS = 200;
/** An index that was kept up to date this many times without being used is dropped. */
const MAX_UNUSED_CHANGES = 20_000;

/** What the indexes are built from. */
export interface Documents {
  get(path: Path): StoredDocument | null;
  inScope(scope: QueryScope): Iterable<StoredDocument>;
  countInScope(scope: QueryScope): number;
}

interface KeptIndex {
  index: QueryIndex;
  unusedChanges: number;
}

/** The indexes of a database: built when a query first needs one, kept by commits, dropped when nothing uses them. */
export class QueryIndexes {
  readonly #documents: Documents;
  /** By the collection's path, or `**` and its id for a collection group; then by what the index is of. */
  readonly #indexes = new Map<string, Map<string, KeptIndex>>();

  readonly #minDocuments: number;

  constructor(documents: Documents, minDocuments: number) {
    this.#documents = documents;
    this.#minDocuments = minDocuments;
  }

  /**
   * The first `count` results of a query, and some that come later, in any order; undefined where no index helps: in a
   * small collection, or for all that lies below a document.
   */
  find(plan: QueryPlan, count: number): Found[] | undefined {
    const place = placeOf(plan.scope);
    if (place === undefined || this.#documents.countInScope(plan.scope) < this.#minDocuments)
      return undefined;

    const found = new Map<Path, Found>();
    for (const branch of plainBranchesOf(plan.filter)) {
      for (const each of this.#findBranch(plan, place, branch, count)) found.set(each.document.path, each);
    }
    return [...found.values()];
  }

  /** Tells the indexes of a change. */
  replace(before: StoredDocument | null, after: StoredDocument | null): void {
    const path = (after ?? before)?.path;
    if (this.#indexes.size === 0 || path === undefined) return;
    const collection = collectionPathOf(path);
    for (const place of [collection, groupPlace(lastIdOf(collection))]) {
      const kept = this.#indexes.get(place);
      for (const [key, each] of kept ?? []) {
        each.index.replace(before, after);
        each.unusedChanges += 1;
        if (each.unusedChanges > MAX_UNUSED_CHANGES) kept?.delete(key);
      }
    }
  }

  *#findBranch(plan: QueryPlan, place: string, branch: readonly Leaf[], count: number): Iterable<Found> {
    const named = branch.find(({ op, field }) => op === 'EQUAL' && field.isName);
    if (named) {
      const document = this.#documents.get(parseResourceName(named.operand.referenceValue).path);
      const values = document && plan.match(document);
      if (values) yield { document, values };
      return;
    }
    const { shape, operands } = shapeOf(branch, plan);
    const index = this.#indexOf(plan.scope, place, shape);
    const range = { plan, branch };
    let left = count;
    for (const { document, order } of index.find(operands, (values) => isBeforeRange(range, values))) {
      if (left === 0 || isBehindRange(range, order)) return;
      const values = plan.match(document);
      if (!values) continue;
      left -= 1;
      yield { document, values };
    }
  }

  #indexOf(scope: QueryScope, place: string, shape: IndexShape): QueryIndex {
    const kept = this.#indexes.get(place) ?? new Map<string, KeptIndex>();
    this.#indexes.set(place, kept);
    const key = keyOf(shape);
    const found = kept.get(key) ?? {
      index: new QueryIndex(shape, this.#documents.inScope(scope)),
      unusedChanges: 0,
    };
    found.unusedChanges = 0;
    kept.set(key, found);
    return found.index;
  }
}

function placeOf({ parent, collectionId, allDescendants }: QueryScope): string | undefined {
  if (collectionId === undefined || (allDescendants && parent !== '')) return undefined;
  if (allDescendants) return groupPlace(collectionId);
  return parent === '' ? collectionId : `${parent}/${collectionId}`;
}

function groupPlace(collectionId: string): string {
  return `**/${collectionId}`;
}

/** The index that answers one AND: its equalities, one array, and then the order of the results. */
function shapeOf(branch: readonly Leaf[], { order }: QueryPlan): { shape: IndexShape; operands: Value[] } {
  const equal = branch.filter(({ op, field }) => op === 'EQUAL' && !field.isName);
  const contained = branch.filter(({ op, field }) => op === 'ARRAY_CONTAINS' && !field.isName).slice(0, 1);
  const fixed = [
    ...distinctFields(equal).map((leaf) => ({ leaf, isArray: false })),
    ...contained.map((leaf) => ({ leaf, isArray: true })),
  ];
  return {
    shape: { fixed: fixed.map(({ leaf, isArray }) => ({ field: leaf.field, isArray })), order },
    operands: fixed.map(({ leaf }) => leaf.operand),
  };
}

/** The first comparison of each field, in the order of their names, so that equal needs find one index. */
function distinctFields(leaves: readonly Leaf[]): Leaf[] {
  const byField = new Map([...leaves].reverse().map((leaf) => [leaf.field.text, leaf]));
  return [...byField.values()].sort((a, b) => (a.field.text < b.field.text ? -1 : 1));
}

function keyOf({ fixed, order }: IndexShape): string {
  return JSON.stringify([
    fixed.map(({ field, isArray }) => [field.text, isArray]),
    order.map(({ field, sign }) => [field.text, sign]),
  ]);
}
