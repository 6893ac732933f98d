import { doc, getDoc } from 'firebase/firestore';
import { useEffect, useState } from 'react';
import type { TenantDocument } from '../../../../functions/src/contract/documents.ts';
import { paths } from '../../../../functions/src/contract/paths.ts';
import { firestore } from '../firebase/firestore.ts';

/**
 * Reads each tenant once, since rules let nobody but HRX list tenants.
 * @returns id → name; a tenant that is not read yet, or may not be read, is missing
 */
export function useTenantNames(tenantIds: readonly string[]): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const wanted = tenantIds.join(' ');

  useEffect(() => {
    let current = true;
    for (const id of wanted.split(' ').filter(Boolean)) {
      getDoc(doc(firestore, paths.tenant(id))).then(
        (snapshot) => {
          const tenant = snapshot.data() as TenantDocument | undefined;
          if (current && tenant) setNames((before) => new Map(before).set(id, tenant.name));
        },
        // Who may not read it sees its id; the next visit asks again.
        () => undefined,
      );
    }
    return () => {
      current = false;
    };
  }, [wanted]);

  return names;
}
