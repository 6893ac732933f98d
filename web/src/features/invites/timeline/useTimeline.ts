import { collection, limit, orderBy, query, where } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import type {
  InviteEventDocument,
  PendingInviteDocument,
} from '../../../../../functions/src/contract/documents.ts';
import { paths } from '../../../../../functions/src/contract/paths.ts';
import { firestore } from '../../../shared/firebase/firestore.ts';
import { listenToQuery } from '../../../shared/firebase/listen.ts';

/** More than any invitation gathers: it is resent five times. */
const EVENTS_MAX = 200;

export type Timeline =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'loaded'; events: InviteEventDocument[] };

/** @returns what happened to the invitation, newest first, live. */
export function useTimeline({
  tenantId,
  uid,
  inviteId,
}: Pick<PendingInviteDocument, 'tenantId' | 'uid' | 'inviteId'>): Timeline {
  const [timeline, setTimeline] = useState<{ of: string; value: Timeline } | null>(null);
  useEffect(() => {
    const events = query(
      collection(firestore, paths.inviteEvents(tenantId, uid)),
      where('inviteId', '==', inviteId),
      orderBy('at', 'asc'),
      limit(EVENTS_MAX),
    );
    const know = (value: Timeline) => setTimeline({ of: inviteId, value });
    return listenToQuery(
      events,
      ({ docs }) =>
        know({
          state: 'loaded',
          events: docs.map((snapshot) => snapshot.data() as InviteEventDocument).reverse(),
        }),
      () => know({ state: 'failed' }),
    );
  }, [tenantId, uid, inviteId]);
  return timeline?.of === inviteId ? timeline.value : { state: 'loading' };
}
