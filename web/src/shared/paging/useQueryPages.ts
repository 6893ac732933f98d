import type { Query, QueryDocumentSnapshot } from 'firebase/firestore';
import { useEffect, useEffectEvent, useState } from 'react';
import { listenToQuery } from '../firebase/listen.ts';

interface Listening {
  /** What was asked; rows of an earlier question stay on the screen until the answer is there. */
  question: string;
  state: 'loaded' | 'denied' | 'failed';
  documents: QueryDocumentSnapshot[];
}

export interface QueryPages<Document> {
  state: 'loading' | 'loaded' | 'denied' | 'failed';
  rows: Document[];
  /** What is shown answers an earlier question; the new answer is on its way. */
  stale: boolean;
  /** Counted from 1. */
  page: number;
  hasNext: boolean;
  goNext: () => void;
  goBack: () => void;
  retry: () => void;
}

interface PagedQuery {
  /** Says what the query asks for: another key starts at the first page. */
  key: string;
  /** How many rows a page has. */
  size: number;
  /**
   * @param after the last row of the page before, or null for the first page
   * @returns a query for one row more than a page has, which tells whether there is a next one
   */
  queryAfter: (after: QueryDocumentSnapshot | null) => Query;
}

/** @returns what a query finds, a page at a time; the page on the screen is live. */
export function useQueryPages<Document>({ key, size, queryAfter }: PagedQuery): QueryPages<Document> {
  const [cursors, setCursors] = useState<{ key: string; after: QueryDocumentSnapshot[] }>({ key, after: [] });
  const [attempt, setAttempt] = useState(0);
  const [listening, setListening] = useState<Listening | null>(null);
  const after = cursors.key === key ? cursors.after : [];
  const question = `${key} ${after.length} ${attempt}`;

  const nextQuery = useEffectEvent(() => queryAfter(after.at(-1) ?? null));
  useEffect(
    () =>
      listenToQuery(
        nextQuery(),
        ({ docs }) => setListening({ question, state: 'loaded', documents: docs }),
        ({ code }) =>
          setListening({
            question,
            state: code === 'permission-denied' ? 'denied' : 'failed',
            documents: [],
          }),
      ),
    [question],
  );

  const documents = listening?.documents ?? [];
  const shown = documents.slice(0, size);
  const last = shown.at(-1);
  const stale = listening?.question !== question;
  return {
    // After a refusal nothing is kept on the screen, so a new question has to load.
    state: listening === null || (stale && listening.state !== 'loaded') ? 'loading' : listening.state,
    rows: shown.map((snapshot) => snapshot.data() as Document),
    stale,
    page: after.length + 1,
    hasNext: documents.length > size,
    goNext: () => {
      if (last) setCursors({ key, after: [...after, last] });
    },
    goBack: () => setCursors({ key, after: after.slice(0, -1) }),
    retry: () => setAttempt((before) => before + 1),
  };
}
