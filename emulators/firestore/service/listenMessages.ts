import { toTimestamp, type Micros } from '../engine/clock.ts';
import { documentNamePrefix, type DatabaseName } from '../engine/documentNames.ts';
import type { TargetEvent } from '../engine/listen/watchedTarget.ts';
import type { FirestoreError, Message } from '../types.ts';
import { toRpcStatus } from './statusCodes.ts';

/** The messages of google.firestore.v1.ListenResponse. */

type TargetChangeType = 'NO_CHANGE' | 'ADD' | 'REMOVE' | 'CURRENT' | 'RESET';

/** Something that happened to one target; a `cause` says why it was removed. */
export function targetChange(type: TargetChangeType, targetId: number, cause?: FirestoreError): Message {
  return {
    targetChange: {
      targetChangeType: type,
      targetIds: [targetId],
      ...(cause && { cause: toRpcStatus(cause) }),
    },
  };
}

/** The target has been told everything up to the read time. */
export function targetCurrent(targetId: number, readTime: Micros, resumeToken: Buffer): Message {
  return {
    targetChange: {
      targetChangeType: 'CURRENT',
      targetIds: [targetId],
      readTime: toTimestamp(readTime),
      resumeToken,
    },
  };
}

/** All targets of the stream are consistent as of the read time: the SDKs raise their snapshots on this. */
export function globalSnapshot(readTime: Micros, resumeToken: Buffer): Message {
  return {
    targetChange: {
      targetChangeType: 'NO_CHANGE',
      targetIds: [],
      readTime: toTimestamp(readTime),
      resumeToken,
    },
  };
}

/** What happened to one document of a target. */
export function documentEvent(
  event: TargetEvent,
  targetId: number,
  database: DatabaseName,
  readTime: Micros,
): Message {
  if (event.kind === 'changed') {
    return { documentChange: { document: event.document, targetIds: [targetId], removedTargetIds: [] } };
  }
  const removal = {
    document: documentNamePrefix(database) + event.path,
    removedTargetIds: [targetId],
    readTime: toTimestamp(readTime),
  };
  return event.kind === 'deleted' ? { documentDelete: removal } : { documentRemove: removal };
}
