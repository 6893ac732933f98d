import type { Path } from '../documentNames.ts';
import type { DocumentView } from '../query/documentView.ts';
import { scopeCovers } from '../queryScope.ts';
import type { QueryPlan } from '../query/queryPlan.ts';
import { runQuery } from '../query/runQuery.ts';
import { toMessage, type StoredDocument } from '../storedDocument.ts';
import { absent, type ChangedDocuments, type TargetEvent, type WatchedTarget } from './watchedTarget.ts';

/**
 * A target that is a query. The query runs when the target starts; after that each changed document is matched on its
 * own, except that a query with a limit or an offset runs again when a change concerns it: others may move up.
 */
export function createQueryTarget(plan: QueryPlan): WatchedTarget {
  const isWindow = plan.limit !== undefined || plan.offset > 0;
  let shown = new Set<Path>();

  const changedEvent = (document: StoredDocument): TargetEvent => ({
    kind: 'changed',
    document: toMessage(document, plan.projection),
  });

  const show = (view: DocumentView): StoredDocument[] => {
    const results = runQuery(plan, view);
    shown = new Set(results.map(({ path }) => path));
    return results;
  };

  const updateWindow = (changed: ChangedDocuments, view: DocumentView): TargetEvent[] => {
    if (![...changed].some(([path, after]) => shown.has(path) || (after && plan.match(after)))) return [];
    const before = shown;
    const results = show(view);
    const gone = [...before].filter((path) => !shown.has(path));
    const news = results.filter(({ path }) => !before.has(path) || changed.has(path));
    return [...gone.map((path) => absent(path, view)), ...news.map(changedEvent)];
  };

  const updateOne = (path: Path, after: StoredDocument | null, view: DocumentView): TargetEvent[] => {
    if (after && plan.match(after)) {
      shown.add(path);
      return [changedEvent(after)];
    }
    return shown.delete(path) ? [absent(path, view)] : [];
  };

  return {
    concerns: (path) => scopeCovers(plan.scope, path),
    start: (view) => show(view).map(changedEvent),
    resume: (changed, view) => {
      if (isWindow) return undefined;
      const news = show(view).filter(({ path }) => changed.has(path));
      const gone = [...changed].filter((path) => scopeCovers(plan.scope, path) && !shown.has(path));
      return [...gone.map((path) => absent(path, view)), ...news.map(changedEvent)];
    },
    update: (changed, view) =>
      isWindow
        ? updateWindow(changed, view)
        : [...changed].flatMap(([path, after]) => updateOne(path, after, view)),
  };
}
