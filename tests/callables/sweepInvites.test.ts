import { expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { adminAuth, find, get, patch } from '../support/admin.ts';
import { newTenant } from '../support/factories.ts';
import { invited } from '../support/invited.ts';
import { runSchedule } from '../support/runSchedule.ts';

it('records that an invitation has expired, frees its seat and takes the role back [SWEEP-01]', async () => {
  const tenant = await newTenant();
  const { uid } = await invited(tenant);
  const other = await invited(tenant);
  const settings = documentKeys.tenantSettings(tenant.id);
  expect(await get(settings)).toMatchObject({ seatsUsed: 3, pendingInvites: 2 });
  await patch(documentKeys.pendingInvite(tenant.id, uid), { expiresAt: new Date(Date.now() - 1) });

  await runSchedule('sweepInvites');

  expect(await get(documentKeys.pendingInvite(tenant.id, uid))).toMatchObject({ status: 'expired' });
  expect(await get(documentKeys.pendingInvite(tenant.id, other.uid))).toMatchObject({ status: 'pending' });
  expect(await get(settings)).toMatchObject({ seatsUsed: 2, pendingInvites: 1 });
  expect(await find(documentKeys.member(tenant.id, uid))).toBeUndefined();
  expect((await adminAuth.getUser(uid)).customClaims).toEqual({ roles: {} });
  expect((await adminAuth.getUser(other.uid)).customClaims?.['roles']).toHaveProperty(tenant.id);
});
