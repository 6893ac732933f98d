import { doc, getDoc } from 'firebase/firestore';
import { expect, it } from 'vitest';
import { CLAIMS_BYTES_MAX } from '../../functions/src/claims/computeClaims.ts';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { get, patch } from '../support/admin.ts';
import { expectRefusal } from '../support/expectRefusal.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { firestoreAs } from '../support/firestoreAs.ts';
import { joinTenants } from '../support/joinTenants.ts';
import { claimsOf, newPerson } from '../support/people.ts';

it(
  'a person in forty tenants is at home in each of them, and nobody hits an error [CLAIM-08]',
  { timeout: 60_000 },
  async () => {
    const mara = await newPerson({ name: 'mara', claims: { region: 'eu' } });
    const ids = await joinTenants(mara, 39);
    const newest = await newTenant();
    const invited = await newest.admin.call('inviteUser', invitation(newest.id, { email: mara.email }));
    expect(invited.claimsApplied).toBe(false);
    const { role } = await mara.call('acceptInvite', { tenantId: newest.id });
    expect(role).toBe('Worker');

    // The claims: full, honest about it, the newest in them, and nobody else's key touched.
    const claims = await claimsOf(mara.uid);
    expect(Buffer.byteLength(JSON.stringify(claims))).toBeLessThanOrEqual(CLAIMS_BYTES_MAX);
    expect(claims).toMatchObject({ rolesTruncated: true, region: 'eu' });
    expect(Object.keys(claims.roles!)).toContain(newest.id);
    const user = await get(documentKeys.user(mara.uid));
    expect(user.claimsVersion).toBe(user.membershipsVersion);
    expect(user.claimsLeftOut).toHaveLength(40 - Object.keys(claims.roles!).length);
    const [oldest = ''] = ids;
    expect(user.claimsLeftOut).toContain(oldest);

    // Rules and functions: the member document decides for a tenant that did not fit.
    await mara.auth.currentUser!.getIdToken(true);
    const db = firestoreAs(mara);
    for (const place of [paths.tenant(oldest), paths.tenantSettings(oldest), paths.tenant(newest.id)]) {
      expect((await getDoc(doc(db, place))).exists()).toBe(true);
    }
    await expect(getDoc(doc(db, paths.tenantSettings(newest.id)))).rejects.toThrow('permission');
    const { uid } = await mara.call('inviteUser', invitation(oldest));
    await mara.call('createInviteLink', { tenantId: oldest, uid });

    // And where she is out, she is out, whatever may not fit into her claims.
    await patch(documentKeys.member(oldest, mara.uid), { state: 'suspended' });
    await expect(getDoc(doc(db, paths.tenant(oldest)))).rejects.toThrow('permission');
    await expectRefusal(() => mara.call('inviteUser', invitation(oldest)), 'tenant/not-found', {
      tenants: [oldest],
    });
    const stranger = await newTenant();
    await expect(getDoc(doc(db, paths.tenant(stranger.id)))).rejects.toThrow('permission');
  },
);
