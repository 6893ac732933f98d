import { doc } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import type { DocumentKey } from '../../../../functions/src/contract/documentKeys.ts';
import { firestore } from './firestore.ts';
import { listenToDocument } from './listen.ts';

/** `loaded` with null: there is no such document. `failed`: it may not be read, or the service does not answer. */
export type LiveDocument<Document> =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'loaded'; document: Document | null };

/**
 * @param key null: it is not known yet which document
 * @returns the document as it is now, and as it becomes
 */
export function useLiveDocument<Document>(key: DocumentKey<Document> | null): LiveDocument<Document> {
  const path = key?.path;
  const [live, setLive] = useState<{ path: string; value: LiveDocument<Document> } | null>(null);

  useEffect(() => {
    if (path === undefined) return;
    return listenToDocument(
      doc(firestore, path),
      (snapshot) => {
        const document = snapshot.exists() ? (snapshot.data() as Document) : null;
        setLive({ path, value: { state: 'loaded', document } });
      },
      () => setLive({ path, value: { state: 'failed' } }),
    );
  }, [path]);

  return live && live.path === path ? live.value : { state: 'loading' };
}
