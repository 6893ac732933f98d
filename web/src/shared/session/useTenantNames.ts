import { doc, getDoc } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import type { TenantDocument } from '../../../../functions/src/contract/documents.ts';
import { paths } from '../../../../functions/src/contract/paths.ts';
import { firestore } from '../firebase/firestore.ts';

/**
 * Reads each tenant once, since rules let nobody but HRX list tenants.
 * @returns id → name: one that is not read yet is missing, and one that cannot be read is called by its id
 */
export function useTenantNames(tenantIds: readonly string[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = tenantIds.join(' ');

  useEffect(() => {
    let current = true;
    const learn = (id: string, name: string) => {
      if (current) setNames((before) => new Map(before).set(id, name));
    };
    for (const id of wanted.split(' ').filter(Boolean)) {
      getDoc(doc(firestore, paths.tenant(id))).then(
        (snapshot) => {
          const tenant = snapshot.data() as TenantDocument | undefined;
          learn(id, tenant?.name ?? id);
        },
        () => learn(id, id),
      );
    }
    return () => {
      current = false;
    };
  }, [wanted]);

  return names;
}
