import { getCountFromServer } from 'firebase/firestore';
import { useEffect, useEffectEvent, useState } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { firestore } from '../../../shared/firebase/firestore.ts';
import { TABS, type Tab } from './invitationsView.ts';
import { matchingInvites, type InviteFilter } from './invitesQuery.ts';

export type TabCounts = Partial<Record<Tab, number>>;

/** Several rows that change one after the other are counted once. */
const PAUSE_MS = 400;

/**
 * @param rows those on the screen: when they change, the counts may have changed too
 * @returns how many invitations each tab has under these filters; a count that is not known is missing
 */
export function useTabCounts(filter: InviteFilter, rows: readonly PendingInviteDocument[]): TabCounts {
  const [counts, setCounts] = useState<{ of: string; counts: TabCounts }>({ of: '', counts: {} });
  const { tab: _tab, sort: _sort, ...filters } = filter;
  const of = JSON.stringify(filters);
  const seen = rows.map((row) => [row.inviteId, row.status, row.attention, row.mail.state].join(' ')).join();

  const count = useEffectEvent(async () => {
    const found = await Promise.allSettled(
      TABS.map(async (tab) => {
        const answer = await getCountFromServer(matchingInvites(firestore, { ...filter, tab }));
        return [tab, answer.data().count] as const;
      }),
    );
    const known = found.filter((each) => each.status === 'fulfilled').map(({ value }) => value);
    return Object.fromEntries(known) as TabCounts;
  });
  useEffect(() => {
    let isLeft = false;
    const timer = setTimeout(() => {
      void count().then((found) => {
        if (!isLeft) setCounts({ of, counts: found });
      });
    }, PAUSE_MS);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [of, seen]);

  return counts.of === of ? counts.counts : {};
}
