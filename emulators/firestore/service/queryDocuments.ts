import { toTimestamp } from '../engine/clock.ts';
import { assertIds, parseResourceName, type Path } from '../engine/documentNames.ts';
import { aggregate, assertAggregatable } from '../engine/query/aggregate.ts';
import { planQuery, type QueryPlan } from '../engine/query/queryPlan.ts';
import { rangeOf } from '../engine/query/queryRange.ts';
import { runQuery as runPlan } from '../engine/query/runQuery.ts';
import type { StructuredQuery } from '../engine/query/structuredQuery.ts';
import { toMessage } from '../engine/storedDocument.ts';
import { FirestoreError, type Message } from '../types.ts';
import type { Access } from './access.ts';
import type { CallContext } from './callContext.ts';
import { explainMetrics, type ExplainOptions } from './explain.ts';
import { streamReading } from './reading.ts';
import type { RunAggregationQueryRequest, RunQueryRequest } from './requests.ts';

/**
 * RunQuery: the results in order, each with the read time; the read time alone when there is none. Where the request
 * asks how, a last message explains it; without `analyze` that is all.
 */
export async function* runQuery(context: CallContext, request: RunQueryRequest): AsyncGenerator<Message> {
  const { database: name, path: parent } = parseParent(request.parent);
  const { database, access } = context.open(name);
  const plan = await judgedPlan(context, access, request.structuredQuery, parent);
  if (isPlanOnly(request.explainOptions)) {
    yield { explainMetrics: explainMetrics(plan) };
    return;
  }

  const range = rangeOf(plan);
  yield* streamReading(database, request, { ranges: [range] }, (reading) => {
    const started = performance.now();
    const readTime = toTimestamp(reading.readTime);
    const results = runPlan(plan, reading.view);
    range.endAt(results);
    const documents = results.map((each) => ({ document: toMessage(each, plan.projection), readTime }));
    const answers: Message[] = documents.length === 0 ? [{ readTime }] : documents;
    if (!request.explainOptions) return answers;

    const count = results.length;
    const work = { results: count, documents: count, indexEntries: count };
    const milliseconds = performance.now() - started;
    return [...answers, { readTime, explainMetrics: explainMetrics(plan, { ...work, milliseconds }) }];
  });
}

/** RunAggregationQuery: one answer, explained where the request asks for it. */
export async function* runAggregationQuery(
  context: CallContext,
  request: RunAggregationQueryRequest,
): AsyncGenerator<Message> {
  const { structuredQuery, aggregations = [] } = request.structuredAggregationQuery ?? {};
  const { database: name, path: parent } = parseParent(request.parent);
  const { database, access } = context.open(name);
  const plan = await judgedPlan(context, access, structuredQuery, parent);
  assertAggregatable(aggregations, plan.scope);
  if (isPlanOnly(request.explainOptions)) {
    yield { explainMetrics: explainMetrics(plan) };
    return;
  }

  const range = rangeOf(plan);
  yield* streamReading(database, request, { ranges: [range] }, (reading) => {
    const started = performance.now();
    const results = runPlan(plan, reading.view);
    range.endAt(results);
    const aggregateFields = aggregate(aggregations, results);
    const answer = { result: { aggregateFields }, readTime: toTimestamp(reading.readTime) };
    if (!request.explainOptions) return [answer];

    const work = { results: 1, documents: 0, indexEntries: results.length };
    const milliseconds = performance.now() - started;
    return [{ ...answer, explainMetrics: explainMetrics(plan, { ...work, milliseconds }) }];
  });
}

function isPlanOnly(options: ExplainOptions | undefined): boolean {
  return options !== undefined && options.analyze !== true;
}

/** A query's parent is a document, or the root. @throws FirestoreError INVALID_ARGUMENT */
export function parseParent(parent: string | undefined): ReturnType<typeof parseResourceName> {
  const parsed = parseResourceName(parent);
  if (parsed.path !== '' && parsed.path.split('/').length % 2 !== 0) {
    throw new FirestoreError('INVALID_ARGUMENT', `The parent "${parent ?? ''}" is not a document.`);
  }
  if (parsed.path !== '') assertIds(parsed.path);
  return parsed;
}

/**
 * Reads a query, records it, and asks the rules. `reads` collects what the rules read.
 * @throws FirestoreError INVALID_ARGUMENT, PERMISSION_DENIED
 */
export async function judgedPlan(
  context: CallContext,
  access: Access,
  query: StructuredQuery | undefined,
  parent: Path,
  reads?: Set<Path>,
): Promise<QueryPlan> {
  if (!query) throw new FirestoreError('INVALID_ARGUMENT', 'A structured query is needed.');
  const plan = planQuery(query, parent);
  context.recordQuery(query, parent, access.databaseName);
  await access.assertList(query, parent, reads);
  return plan;
}
