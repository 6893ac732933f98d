/** More invitations than anybody may send in a minute: copies of one that was really made. */
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { searchTokensOf } from '../../functions/src/contract/search.ts';
import { get, put } from './admin.ts';
import { invitation, type TestTenant } from './factories.ts';

/** @returns the uids, in the order of the numbers in the last names: "Nina Number07". */
export async function putInvitations(tenant: TestTenant, count: number): Promise<string[]> {
  const { uid } = await tenant.admin.call('inviteUser', invitation(tenant.id));
  const first = await get(documentKeys.pendingInvite(tenant.id, uid));
  return Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const copy = `copy_${tenant.id}_${number}`;
      const lastName = `Number${String(number).padStart(2, '0')}`;
      const names = { email: `${copy.toLowerCase()}@example.com`, firstName: 'Nina', lastName };
      await put(documentKeys.pendingInvite(tenant.id, copy), {
        ...first,
        ...names,
        uid: copy,
        inviteId: copy,
        searchTokens: searchTokensOf(names),
      });
      return copy;
    }),
  );
}
