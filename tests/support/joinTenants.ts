import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { UserDocument, Written } from '../../functions/src/contract/documents.ts';
import { put } from './admin.ts';
import { memberDocument, putMembership, putTenant } from './factories.ts';
import { unique, type Person } from './people.ts';

/**
 * Makes the person Admin of this many tenants, each older than the next: "Branch 1", "Branch 2" and so on. Their claims
 * are left as they were, until something has them computed.
 *
 * @returns the tenants' ids, the oldest first
 */
export async function joinTenants(person: Person, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => unique('tenant'));
  let user: Written<UserDocument> | undefined;
  for (const [index, id] of ids.entries()) {
    const since = new Date(Date.now() - (count - index) * 3600_000);
    const settings = { ownerUid: 'somebody-else', seatsUsed: 1 };
    await putTenant({ id, name: `Branch ${index + 1}`, slug: id, settings, createdAt: since });
    const member = memberDocument(id, person, { role: 'Admin', joinedAt: since });
    user = await putMembership(member, user, since);
  }
  if (user) await put(documentKeys.user(person.uid), { ...user, claimsVersion: 0 });
  return ids;
}
