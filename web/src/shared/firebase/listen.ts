import {
  onSnapshot,
  type DocumentReference,
  type DocumentSnapshot,
  type FirestoreError,
  type Query,
  type QuerySnapshot,
  type Unsubscribe,
} from 'firebase/firestore';
import { connectionAnswered, connectionLost } from '../connection/connection.ts';

/** A listener is answered from memory for a moment where another has read the same: longer is a lost connection. */
const LOST_AFTER_MS = 3_000;
/** Without it nobody is told that an answer from memory was confirmed. */
const TELL_SOURCE = { includeMetadataChanges: true } as const;

/**
 * Listens to a document as `onSnapshot` does, but takes an empty memory for no answer: without a connection the SDK says
 * that every document it has not read is missing.
 */
export function listenToDocument(
  reference: DocumentReference,
  onNext: (snapshot: DocumentSnapshot) => void,
  onError: (error: FirestoreError) => void,
): Unsubscribe {
  const source = followSource();
  const stop = onSnapshot(
    reference,
    TELL_SOURCE,
    (snapshot) => {
      source.hear(snapshot.metadata.fromCache);
      if (snapshot.exists() || !snapshot.metadata.fromCache) onNext(snapshot);
    },
    onError,
  );
  return source.untilStopped(stop);
}

/** Listens to a query as `onSnapshot` does, but takes an empty memory for no answer. */
export function listenToQuery(
  query: Query,
  onNext: (snapshot: QuerySnapshot) => void,
  onError: (error: FirestoreError) => void,
): Unsubscribe {
  const source = followSource();
  const stop = onSnapshot(
    query,
    TELL_SOURCE,
    (snapshot) => {
      source.hear(snapshot.metadata.fromCache);
      if (!snapshot.empty || !snapshot.metadata.fromCache) onNext(snapshot);
    },
    onError,
  );
  return source.untilStopped(stop);
}

/** Tells the page that the connection is lost when nothing but memory answers, and that it is back. */
function followSource() {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    hear: (fromMemory: boolean) => {
      clearTimeout(timer);
      if (fromMemory) timer = setTimeout(() => connectionLost('unreachable'), LOST_AFTER_MS);
      else connectionAnswered();
    },
    untilStopped: (stop: Unsubscribe) => () => {
      clearTimeout(timer);
      stop();
    },
  };
}
