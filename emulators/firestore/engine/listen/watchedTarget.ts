import type { Document } from '../../types.ts';
import type { Path } from '../documentNames.ts';
import type { DocumentView } from '../query/documentView.ts';
import type { StoredDocument } from '../storedDocument.ts';

/** What a listener is told about one document of its target. */
export type TargetEvent =
  | { kind: 'changed'; document: Document }
  /** It is gone from the database. */
  | { kind: 'deleted'; path: Path }
  /** It is no longer part of the target, or was never: the document itself may have become secret. */
  | { kind: 'left'; path: Path };

/** Documents after some commits, by path; null where one was deleted. */
export type ChangedDocuments = ReadonlyMap<Path, StoredDocument | null>;

/** What one target of a listener shows, kept up to date. Each answer leaves it showing what `view` holds. */
export interface WatchedTarget {
  /** Whether a change of this document can concern the target at all. */
  concerns(path: Path): boolean;
  /** All documents of the target. */
  start(view: DocumentView): TargetEvent[];
  /**
   * What a listener must learn that knew the target before these documents changed; undefined when that is not enough
   * to know, and it must start anew.
   */
  resume(changed: ReadonlySet<Path>, view: DocumentView): TargetEvent[] | undefined;
  /** What a listener must learn after these documents changed. */
  update(changed: ChangedDocuments, view: DocumentView): TargetEvent[];
}

/** The event for a document that a target does not show (any more). */
export function absent(path: Path, view: DocumentView): TargetEvent {
  return { kind: view.get(path) ? 'left' : 'deleted', path };
}
