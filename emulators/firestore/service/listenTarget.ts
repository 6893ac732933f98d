import type { Database } from '../engine/database.ts';
import { parseDocumentName, type Path } from '../engine/documentNames.ts';
import { isBelowDocument } from '../engine/queryScope.ts';
import { createDocumentsTarget } from '../engine/listen/documentsTarget.ts';
import { createQueryTarget } from '../engine/listen/queryTarget.ts';
import type { QueryPlan } from '../engine/query/queryPlan.ts';
import type { WatchedTarget } from '../engine/listen/watchedTarget.ts';
import { FirestoreError } from '../types.ts';
import type { Access } from './access.ts';
import type { CallContext } from './callContext.ts';
import { judgedPlan, parseParent } from './queryDocuments.ts';
import type { ListenTarget } from './requests.ts';

/** A target of one Listen stream, allowed by the rules. */
export interface ActiveTarget {
  readonly id: number;
  readonly watched: WatchedTarget;
  /** The documents that the rules' answer rests on. */
  readonly judgedBy: Set<Path>;
  /** Asks the rules again. @throws FirestoreError PERMISSION_DENIED */
  judge(): Promise<void>;
}

/**
 * Reads a google.firestore.v1.Target and asks the rules.
 * @throws FirestoreError INVALID_ARGUMENT, PERMISSION_DENIED
 */
export async function openTarget(
  context: CallContext,
  { database, access }: { database: Database; access: Access },
  target: ListenTarget,
): Promise<ActiveTarget> {
  const id = target.targetId ?? 0;
  const judgedBy = new Set<Path>();

  if (target.query) {
    const { structuredQuery } = target.query;
    const { path: parent } = parseParent(target.query.parent);
    const plan = await judgedPlan(context, access, structuredQuery, parent, judgedBy);
    assertListenable(plan);
    const judge = (): Promise<void> => access.assertList(structuredQuery ?? {}, parent, judgedBy);
    return { id, watched: createQueryTarget(plan), judgedBy, judge };
  }

  const paths = (target.documents?.documents ?? []).map((name) => parseDocumentName(name).path);
  if (paths.length === 0)
    throw new FirestoreError('INVALID_ARGUMENT', 'A target needs a query or documents.');
  const judge = async (): Promise<void> => {
    for (const path of paths) await access.assertGet(path, database.documents.get(path), judgedBy);
  };
  await judge();
  return { id, watched: createDocumentsTarget(paths), judgedBy, judge };
}

/** @throws FirestoreError INVALID_ARGUMENT for what production does not tell live. */
function assertListenable({ scope, nearest }: QueryPlan): void {
  const problem = nearest
    ? 'Nearest-neighbor searches are not supported by real-time queries.'
    : scope.collectionId === undefined
      ? 'All-collection queries are not supported by real-time queries.'
      : isBelowDocument(scope)
        ? "'all_descendants' in CollectionSelector with document parent is not supported by real-time queries."
        : undefined;
  if (problem !== undefined) throw new FirestoreError('INVALID_ARGUMENT', problem);
}
