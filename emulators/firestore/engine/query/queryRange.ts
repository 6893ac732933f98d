import type { QueryScope } from '../queryScope.ts';
import type { StoredDocument } from '../storedDocument.ts';
import { compareOrderValues } from './queryOrder.ts';
import type { QueryPlan } from './queryPlan.ts';

/** What a query reads, with the places of what it does not find: a transaction locks it against phantoms. */
export interface QueryRange {
  readonly scope: QueryScope;
  /** Whether a document like this one belongs to what was read. */
  covers(document: StoredDocument): boolean;
}

/** The range of a query, at first all that passes its filter and cursors. */
export interface RangeOfPlan extends QueryRange {
  /** What a query with a limit found ends its range: it has not read beyond its last result. */
  endAt(results: readonly StoredDocument[]): void;
}

export function rangeOf(plan: QueryPlan): RangeOfPlan {
  let covers = (document: StoredDocument): boolean => plan.match(document) !== undefined;

  return {
    scope: plan.scope,
    covers: (document) => covers(document),
    endAt(results) {
      if (plan.nearest || plan.limit === undefined || results.length < plan.limit) return;
      const last = results.at(-1);
      const end = last && plan.match(last);
      covers = (document) => {
        const values = end && plan.match(document);
        return values !== undefined && compareOrderValues(values, end ?? [], plan.order) <= 0;
      };
    },
  };
}

/** The range of a reader that looks at every document of a scope. */
export function wholeRange(scope: QueryScope): QueryRange {
  return { scope, covers: () => true };
}
