import type { DocumentView, Found } from './documentView.ts';
import type { StoredDocument } from '../storedDocument.ts';
import { compareOrderValues } from './queryOrder.ts';
import type { QueryPlan } from './queryPlan.ts';

type Match = Found;

/** Up to this many results are picked out while scanning; more are cheaper to sort at the end. */
const MAX_PICKED = 1_000;

/** The results of a query, in order, after offset and limit; of these the nearest, where it asks for them. */
export function runQuery(plan: QueryPlan, view: DocumentView): StoredDocument[] {
  const end = plan.limit === undefined ? Infinity : plan.offset + plan.limit;
  const compare = (a: Match, b: Match): number => compareOrderValues(a.values, b.values, plan.order);
  const matches = view.find?.(plan, end) ?? matchesIn(plan, view);
  const ordered = end <= MAX_PICKED ? pickFirst(matches, end, compare) : [...matches].sort(compare);
  const results = ordered.slice(plan.offset, end).map(({ document }) => document);
  return plan.nearest?.(results) ?? results;
}

function* matchesIn(plan: QueryPlan, view: DocumentView): Iterable<Match> {
  for (const document of view.inScope(plan.scope)) {
    const values = plan.match(document);
    if (values) yield { document, values };
  }
}

/** The first `count` of the matches in order, without sorting the rest: a query with a limit over a large collection. */
function pickFirst(
  matches: Iterable<Match>,
  count: number,
  compare: (a: Match, b: Match) => number,
): Match[] {
  const picked: Match[] = [];
  for (const match of matches) {
    const last = picked.at(-1);
    if (picked.length >= count && (!last || compare(match, last) >= 0)) continue;
    picked.splice(insertionIndex(picked, match, compare), 0, match);
    if (picked.length > count) picked.pop();
  }
  return picked;
}

function insertionIndex(sorted: Match[], match: Match, compare: (a: Match, b: Match) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = sorted[middle];
    if (other && compare(other, match) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
