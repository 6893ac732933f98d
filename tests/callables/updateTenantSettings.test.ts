import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { INVITE_TTL_HOURS } from '../../functions/src/contract/limits.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { PERMISSIONS } from '../../functions/src/contract/roles.ts';
import { adminFirestore, get } from '../support/admin.ts';
import { expectRefusal } from '../support/expectRefusal.ts';
import { invitation, newMember, newStaff, newTenant } from '../support/factories.ts';

describe('changing the settings of a company', () => {
  it('holds for the next invitation, and stands in the audit [API-21, SET-01, SET-03]', async () => {
    const { id: tenantId, admin } = await newTenant();
    expect(await admin.call('updateTenantSettings', { tenantId, inviteLifetimeHours: 2 })).toEqual({
      inviteLifetimeHours: 2,
      reminders: true,
      freshLinks: true,
      replyTo: null,
      timeZone: 'UTC',
      requireAcceptance: false,
      handoverLinks: true,
      seatLimit: null,
    });
    const { expiresAt } = await admin.call('inviteUser', invitation(tenantId));
    const lasts = new Date(expiresAt).getTime() - Date.now();
    expect(lasts).toBeLessThanOrEqual(2 * 3600_000);
    expect(lasts).toBeGreaterThan(3600_000);
    const changes = adminFirestore
      .collection(paths.audit(tenantId))
      .where('action', '==', 'tenant.settings_changed');
    expect((await changes.get()).docs.map((entry) => entry.data())).toMatchObject([
      {
        actorUid: admin.uid,
        actorKind: 'member',
        targetUid: null,
        before: { inviteLifetimeHours: INVITE_TTL_HOURS },
        after: { inviteLifetimeHours: 2 },
      },
    ]);
  });

  it('leaves the counts alone that invitations change at the same moment', async () => {
    const { id: tenantId, admin } = await newTenant();
    const hana = await newStaff();
    await Promise.all([
      hana.call('updateTenantSettings', { tenantId, seatLimit: 9 }),
      hana.call('updateTenantSettings', { tenantId, handoverLinks: false }),
      admin.call('inviteUser', invitation(tenantId)),
      admin.call('inviteUser', invitation(tenantId)),
    ]);
    expect(await get(documentKeys.tenantSettings(tenantId))).toMatchObject({
      seatLimit: 9,
      handoverLinks: false,
      seatsUsed: 3,
      pendingInvites: 2,
    });
  });
});

describe('who may not', () => {
  it.each(['Customer', 'Worker', 'Recruiter', 'Manager'] as const)(
    'a %s changes none [API-21]',
    async (role) => {
      const { id: tenantId, admin } = await newTenant();
      const member = await newMember(tenantId, { role, permissions: [...PERMISSIONS] });
      const change = { tenantId, handoverLinks: false };
      const attempt = () => member.call('updateTenantSettings', change);
      await expectRefusal(attempt, 'tenant/not-allowed', { tenants: [tenantId] });
      await admin.call('updateTenantSettings', change);
    },
  );

  it('an Admin does not set the number of seats; HRX does [API-21]', async () => {
    const { id: tenantId, admin } = await newTenant();
    const attempt = () => admin.call('updateTenantSettings', { tenantId, seatLimit: 500 });
    await expectRefusal(attempt, 'tenant/hrx-only', { tenants: [tenantId] });
    const hana = await newStaff();
    expect(await hana.call('updateTenantSettings', { tenantId, seatLimit: 500 })).toMatchObject({
      seatLimit: 500,
    });
  });

  it.each([
    ['inviteLifetimeHours', 0],
    ['inviteLifetimeHours', 721],
    ['reminders', 'off'],
    ['freshLinks', 1],
    ['replyTo', 'people'],
    ['replyTo', 'a@acme.example\r\nBcc: b@acme.example'],
    ['timeZone', 'Europe/Atlantis'],
    ['timeZone', '+01:00'],
  ])('%s is not set to %j, and the answer names it [SET-02]', async (field, value) => {
    const { id: tenantId, admin } = await newTenant();
    const attempt = () => admin.callWith('updateTenantSettings', { tenantId, [field]: value });
    const { fields } = await expectRefusal(attempt, 'request/invalid', { tenants: [tenantId] });
    expect(Object.keys(fields ?? {})).toEqual([field]);
    expect(fields?.[field]).toMatch(/^[A-Z].*\.$/);
    const good = { inviteLifetimeHours: 720, reminders: false, freshLinks: false, timeZone: 'Europe/Berlin' };
    expect(
      await admin.call('updateTenantSettings', { tenantId, ...good, replyTo: 'people@acme.example' }),
    ).toMatchObject({ ...good, replyTo: 'people@acme.example' });
  });

  it.each([0, -1, 1.5, 100_001, 'many'])('%j is no number of seats', async (seatLimit) => {
    const { id: tenantId } = await newTenant();
    const hana = await newStaff();
    const attempt = () => hana.callWith('updateTenantSettings', { tenantId, seatLimit });
    const { fields } = await expectRefusal(attempt, 'request/invalid', { tenants: [tenantId] });
    expect(Object.keys(fields ?? {})).toEqual(['seatLimit']);
  });
});
