import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { UserMembership, Written } from '../../functions/src/contract/documents.ts';
import { INVITE_TTL_HOURS } from '../../functions/src/contract/limits.ts';
import { newUserDocument } from '../../functions/src/domain/account.ts';
import { put } from './admin.ts';
import { memberDocument } from './factories.ts';
import { unique, type Person } from './people.ts';

/**
 * Makes the person Admin of this many tenants, each older than the next: "Branch 1", "Branch 2" and so on. Their claims
 * are left as they were, until something has them computed.
 *
 * @returns the tenants' ids, the oldest first
 */
export async function joinTenants(person: Person, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => unique('tenant'));
  const memberships: Record<string, Written<UserMembership>> = {};
  const place = { role: 'Admin', securityLevel: '7', state: 'active' } as const;
  for (const [index, id] of ids.entries()) {
    const since = new Date(Date.now() - (count - index) * 3600_000);
    memberships[id] = { ...place, inClaims: true, since };
    const member = memberDocument(id, person, { ...place, joinedAt: since });
    const name = `Branch ${index + 1}`;
    await Promise.all([
      put(documentKeys.tenant(id), { name, slug: id, branding: { color: null }, createdAt: since }),
      put(documentKeys.tenantSettings(id), {
        ownerUid: 'somebody-else',
        seatLimit: null,
        seatsUsed: 1,
        pendingInvites: 0,
        inviteLifetimeHours: INVITE_TTL_HOURS,
        requireAcceptance: false,
        handoverLinks: true,
      }),
      put(documentKeys.member(id, person.uid), member),
    ]);
  }
  await put(documentKeys.user(person.uid), {
    ...newUserDocument(person.uid, { tenantId: '', inviteId: '' }),
    memberships,
    membershipsVersion: count,
  });
  return ids;
}
