import type { Path } from '../documentNames.ts';
import type { DocumentView } from '../query/documentView.ts';
import { toMessage } from '../storedDocument.ts';
import { absent, type TargetEvent, type WatchedTarget } from './watchedTarget.ts';

/** A target of documents by name. A document that is not there is told as deleted. */
export function createDocumentsTarget(paths: readonly Path[]): WatchedTarget {
  const eventsOf = (shown: readonly Path[], view: DocumentView): TargetEvent[] =>
    shown.map((path) => {
      const document = view.get(path);
      return document ? { kind: 'changed', document: toMessage(document) } : absent(path, view);
    });
  const changedOf = (changed: { has(path: Path): boolean }, view: DocumentView): TargetEvent[] =>
    eventsOf(
      paths.filter((path) => changed.has(path)),
      view,
    );

  return {
    concerns: (path) => paths.includes(path),
    start: (view) => eventsOf(paths, view),
    resume: changedOf,
    update: changedOf,
  };
}
