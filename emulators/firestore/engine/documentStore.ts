import { childPath, collectionPathOf, isBelow, lastIdOf, type Path } from './documentNames.ts';
import type { DocumentView, Found } from './query/documentView.ts';
import { MIN_INDEXED_DOCUMENTS, QueryIndexes } from './indexes/QueryIndexes.ts';
import type { QueryPlan } from './query/queryPlan.ts';
import { scopeCoversCollection, type QueryScope } from './queryScope.ts';
import type { StoredDocument } from './storedDocument.ts';

/** The documents as they stand, by collection, so that a query reads its own collections only. */
export class DocumentStore implements DocumentView {
  readonly #collections = new Map<Path, Map<string, StoredDocument>>();
  readonly #indexes: QueryIndexes;

  /** @param minIndexed collections of fewer documents have no indexes */
  constructor(minIndexed = MIN_INDEXED_DOCUMENTS) {
    this.#indexes = new QueryIndexes(this, minIndexed);
  }

  get(path: Path): StoredDocument | null {
    return this.#collections.get(collectionPathOf(path))?.get(lastIdOf(path)) ?? null;
  }

  put(document: StoredDocument): void {
    const path = collectionPathOf(document.path);
    const collection = this.#collections.get(path) ?? new Map<string, StoredDocument>();
    const id = lastIdOf(document.path);
    this.#indexes.replace(collection.get(id) ?? null, document);
    this.#collections.set(path, collection.set(id, document));
  }

  remove(path: Path): void {
    const collection = this.#collections.get(collectionPathOf(path));
    this.#indexes.replace(this.get(path), null);
    collection?.delete(lastIdOf(path));
    if (collection?.size === 0) this.#collections.delete(collectionPathOf(path));
  }

  *inScope(scope: QueryScope): Iterable<StoredDocument> {
    if (!scope.allDescendants) {
      yield* this.#collections.get(childPath(scope.parent, scope.collectionId ?? ''))?.values() ?? [];
      return;
    }
    for (const [path, collection] of this.#collections) {
      if (scopeCoversCollection(scope, path)) yield* collection.values();
    }
  }

  countInScope(scope: QueryScope): number {
    if (!scope.allDescendants) {
      return this.#collections.get(childPath(scope.parent, scope.collectionId ?? ''))?.size ?? 0;
    }
    return [...this.#collections]
      .filter(([path]) => scopeCoversCollection(scope, path))
      .reduce((sum, [, collection]) => sum + collection.size, 0);
  }

  find(plan: QueryPlan, count: number): Found[] | undefined {
    return this.#indexes.find(plan, count);
  }

  /** Every document of the database. */
  *all(): Iterable<StoredDocument> {
    for (const collection of this.#collections.values()) yield* collection.values();
  }

  /** The ids of the collections that lie directly below a document (or the root) and hold something, at any depth. */
  collectionIds(parent: Path): string[] {
    return [...this.#idsBelow(parent)];
  }

  /** The ids of the documents of a collection that exist, or that have something below them. */
  documentIds(collection: Path): string[] {
    const existing = this.#collections.get(collection)?.keys() ?? [];
    return [...new Set([...existing, ...this.#idsBelow(collection)])];
  }

  /** The first id after `ancestor/` of each collection that lies below it. */
  #idsBelow(ancestor: Path): Set<string> {
    const start = ancestor === '' ? 0 : ancestor.length + 1;
    const ids = new Set<string>();
    for (const path of this.#collections.keys()) {
      if (!isBelow(path, ancestor)) continue;
      const end = path.indexOf('/', start);
      ids.add(end < 0 ? path.slice(start) : path.slice(start, end));
    }
    return ids;
  }
}
