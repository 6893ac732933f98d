import { collection, limit, orderBy, query } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import type { TenantDocument } from '../../../../functions/src/contract/documents.ts';
import { paths } from '../../../../functions/src/contract/paths.ts';
import { firestore } from '../../shared/firebase/firestore.ts';
import { listenToQuery } from '../../shared/firebase/listen.ts';

export interface ListedTenant {
  id: string;
  name: string;
  slug: string;
}

export type TenantList =
  | { state: 'loading' }
  | { state: 'failed'; retry: () => void }
  | { state: 'loaded'; tenants: ListedTenant[]; complete: boolean };

/** More than anybody scrolls through; all of it is searched. */
export const TENANTS_LOADED_MAX = 500;

/** @returns all tenants by name, live. The rules let HRX alone list them. */
export function useTenantList(): TenantList {
  const [list, setList] = useState<TenantList>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const retry = () => {
      setList({ state: 'loading' });
      setAttempt((before) => before + 1);
    };
    const byName = query(collection(firestore, paths.tenants()), orderBy('name'), limit(TENANTS_LOADED_MAX));
    return listenToQuery(
      byName,
      ({ docs }) =>
        setList({
          state: 'loaded',
          complete: docs.length < TENANTS_LOADED_MAX,
          tenants: docs.map((snapshot) => {
            const { name, slug } = snapshot.data() as TenantDocument;
            return { id: snapshot.id, name, slug };
          }),
        }),
      () => setList({ state: 'failed', retry }),
    );
  }, [attempt]);

  return list;
}
