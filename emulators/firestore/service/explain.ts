import type { QueryPlan } from '../engine/query/queryPlan.ts';
import { usedIndexes } from '../engine/query/usedIndexes.ts';
import type { Message } from '../types.ts';

/** google.firestore.v1.ExplainOptions. */
export interface ExplainOptions {
  /** Runs the query, and answers its results before the figures. */
  analyze?: boolean;
}

/** What a query that ran had to do. */
export interface Work {
  results: number;
  /** Documents that were read; an aggregation reads index entries alone. */
  documents: number;
  indexEntries: number;
  milliseconds: number;
}

/** https://firebase.google.com/docs/firestore/pricing: an aggregation costs a read for each 1,000 index entries. */
const ENTRIES_OF_A_READ = 1_000;
const NANOS_OF_A_MILLISECOND = 1_000_000;
const MILLISECONDS_OF_A_SECOND = 1_000;

/** google.firestore.v1.ExplainMetrics: how production would answer the query, and what this engine did, if it ran. */
export function explainMetrics(plan: QueryPlan, work?: Work): Message {
  const indexesUsed = usedIndexes(plan).map(({ properties, queryScope }) =>
    toStruct({ properties, query_scope: queryScope }),
  );
  return { planSummary: { indexesUsed }, ...(work && { executionStats: executionStats(work) }) };
}

function executionStats({ results, documents, indexEntries, milliseconds }: Work): Message {
  const entryReads = documents === 0 ? Math.ceil(indexEntries / ENTRIES_OF_A_READ) : 0;
  const reads = Math.max(1, documents + entryReads);
  const seconds = Math.floor(milliseconds / MILLISECONDS_OF_A_SECOND);
  const nanos = Math.round((milliseconds - seconds * MILLISECONDS_OF_A_SECOND) * NANOS_OF_A_MILLISECOND);
  return {
    resultsReturned: String(results),
    executionDuration: { seconds: String(seconds), nanos },
    readOperations: String(reads),
    debugStats: toStruct({
      billing_details: {
        documents_billable: String(documents),
        index_entries_billable: String(documents === 0 ? indexEntries : 0),
        min_query_cost: documents + indexEntries === 0 ? '1' : '0',
        small_ops: '0',
      },
      documents_scanned: String(documents),
      index_entries_scanned: String(indexEntries),
    }),
  };
}

type Words = { [name: string]: string | Words };

/** A google.protobuf.Struct. */
function toStruct(words: Words): Message {
  const fields = Object.entries(words).map(([name, value]) => [
    name,
    typeof value === 'string' ? { stringValue: value } : { structValue: toStruct(value) },
  ]);
  return { fields: Object.fromEntries(fields) as Message };
}
