import type { Value } from '../../types.ts';
import type { Path } from '../documentNames.ts';
import type { QueryPlan } from './queryPlan.ts';
import type { QueryScope } from '../queryScope.ts';
import type { StoredDocument } from '../storedDocument.ts';

/** The documents of a database at one instant. */
export interface DocumentView {
  get(path: Path): StoredDocument | null;
  inScope(scope: QueryScope): Iterable<StoredDocument>;
  /** What an index knows of a query's results, where there is one: see QueryIndexes. */
  find?(plan: QueryPlan, count: number): Found[] | undefined;
}

/** A result that was found, with its order values. */
export interface Found {
  document: StoredDocument;
  values: Value[];
}
