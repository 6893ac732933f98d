import type { QueryDocumentSnapshot } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { firestore } from '../../../shared/firebase/firestore.ts';
import { listenToQuery } from '../../../shared/firebase/listen.ts';
import { INVITES_A_PAGE, invitesQuery, type InviteFilter } from './invitesQuery.ts';

interface Listening {
  /** What was asked; rows of an earlier question stay on the screen until the answer is there. */
  question: string;
  state: 'loaded' | 'denied' | 'failed';
  documents: QueryDocumentSnapshot[];
}

export interface Invitations {
  state: 'loading' | 'loaded' | 'denied' | 'failed';
  invites: PendingInviteDocument[];
  /** What is shown answers an earlier question; the new answer is on its way. */
  stale: boolean;
  /** Counted from 1. */
  page: number;
  hasNext: boolean;
  goNext: () => void;
  goBack: () => void;
  retry: () => void;
}

/** @returns the invitations that the filter asks for, a page at a time; the page on the screen is live. */
export function useInvitations({ tenantId, sentBy, status, search }: InviteFilter): Invitations {
  const filterKey = JSON.stringify([tenantId, sentBy, status, search]);
  const [cursors, setCursors] = useState<{ filterKey: string; after: QueryDocumentSnapshot[] }>({
    filterKey,
    after: [],
  });
  const [attempt, setAttempt] = useState(0);
  const [listening, setListening] = useState<Listening | null>(null);
  // Another filter starts at its first page.
  const after = cursors.filterKey === filterKey ? cursors.after : NO_CURSORS;
  const cursor = after.at(-1) ?? null;
  const question = `${filterKey} ${after.length} ${attempt}`;

  useEffect(
    () =>
      listenToQuery(
        invitesQuery(firestore, { tenantId, sentBy, status, search }, cursor),
        ({ docs }) => setListening({ question, state: 'loaded', documents: docs }),
        ({ code }) =>
          setListening({
            question,
            state: code === 'permission-denied' ? 'denied' : 'failed',
            documents: [],
          }),
      ),
    [tenantId, sentBy, status, search, cursor, question],
  );

  const documents = listening?.documents ?? [];
  const shown = documents.slice(0, INVITES_A_PAGE);
  const last = shown.at(-1);
  const stale = listening?.question !== question;
  return {
    // After a refusal nothing is kept on the screen, so a new question has to load.
    state: listening === null || (stale && listening.state !== 'loaded') ? 'loading' : listening.state,
    invites: shown.map((snapshot) => snapshot.data() as PendingInviteDocument),
    stale,
    page: after.length + 1,
    hasNext: documents.length > INVITES_A_PAGE,
    goNext: () => {
      if (last) setCursors({ filterKey, after: [...after, last] });
    },
    goBack: () => setCursors({ filterKey, after: after.slice(0, -1) }),
    retry: () => setAttempt((before) => before + 1),
  };
}

const NO_CURSORS: QueryDocumentSnapshot[] = [];
