import type { Value } from '../../types.ts';

/** The parts of a google.firestore.v1.StructuredQuery that the rules look at. */
export interface StructuredQuery {
  from?: { collectionId?: string; allDescendants?: boolean }[];
  where?: Filter;
  limit?: number | { value?: number };
  offset?: number;
}

export interface Filter {
  compositeFilter?: { op?: string; filters?: Filter[] };
  fieldFilter?: { field?: { fieldPath?: string }; op?: string; value?: Value };
  unaryFilter?: { field?: { fieldPath?: string }; op?: string };
}

/** One thing that every document of a query's answer (or of one branch of it) fulfils. */
export interface Constraint {
  field: string;
  op: string;
  value: Value;
}
