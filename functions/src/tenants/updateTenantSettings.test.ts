import { describe, expect, it } from 'vitest';
import { inviteWorld, TENANT_ID, type InviteWorld } from '../testing/inviteWorld.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import { updateTenantSettings } from './updateTenantSettings.ts';

type Change = Omit<Parameters<typeof updateTenantSettings>[2], 'tenantId'>;

function update({ deps, callerOf }: InviteWorld, change: Change, uid = 'adam') {
  return updateTenantSettings(deps, callerOf(uid), { tenantId: TENANT_ID, ...change });
}

function withStaff(world: InviteWorld): InviteWorld {
  world.putAccount('hana');
  world.memory.put(documentKeys.staff('hana'), { active: true, name: 'Hana Sato' });
  return world;
}

describe.each([false, true])('changing settings (its body runs twice: %s)', (runsTwice) => {
  it('changes what is named, answers what it is now, and says what it was', async () => {
    const world = inviteWorld({ runsTwice, settings: { inviteLifetimeHours: 168, handoverLinks: true } });
    const answer = await update(world, {
      inviteLifetimeHours: 24,
      handoverLinks: null,
      requireAcceptance: false,
    });
    expect(answer).toEqual({
      inviteLifetimeHours: 24,
      reminders: true,
      freshLinks: true,
      replyTo: null,
      timeZone: 'UTC',
      requireAcceptance: false,
      handoverLinks: true,
      seatLimit: null,
    });
    expect(world.settings()).toMatchObject({ inviteLifetimeHours: 24, handoverLinks: true, seatsUsed: 1 });
    expect(world.audited()).toMatchObject([
      {
        action: 'tenant.settings_changed',
        actorUid: 'adam',
        before: { inviteLifetimeHours: 168 },
        after: { inviteLifetimeHours: 24 },
      },
    ]);
  });

  it('changes nothing, and has nothing to tell, where all is so already', async () => {
    const world = inviteWorld({ runsTwice });
    const stored = world.memory.dump();
    await update(world, { handoverLinks: true });
    await update(world, {});
    expect(world.memory.dump()).toEqual(stored);
  });
});

describe('the address that replies go to', () => {
  it('is set, replaced and taken away, and stands in no audit [DATA-02, SET-03]', async () => {
    const world = inviteWorld();
    for (const replyTo of ['people@acme.example', 'hr@acme.example', '']) {
      expect(await update(world, { replyTo })).toMatchObject({ replyTo: replyTo || null });
    }
    expect(await update(world, { replyTo: null })).toMatchObject({ replyTo: null });
    expect(world.audited()).toMatchObject([
      { before: { replyTo: 'none' }, after: { replyTo: 'set' } },
      { before: { replyTo: 'set' }, after: { replyTo: 'set' } },
      { before: { replyTo: 'set' }, after: { replyTo: 'none' } },
    ]);
    expect(JSON.stringify(world.audited())).not.toContain('acme.example');
  });
});

describe('the seat limit', () => {
  it('is set and taken away by HRX', async () => {
    const world = withStaff(inviteWorld());
    expect(await update(world, { seatLimit: 20 }, 'hana')).toMatchObject({ seatLimit: 20 });
    expect(await update(world, { requireAcceptance: true }, 'hana')).toMatchObject({ seatLimit: 20 });
    expect(await update(world, { seatLimit: 'unlimited' }, 'hana')).toMatchObject({ seatLimit: null });
    expect(world.audited().map(({ after }) => after)).toEqual([
      { seatLimit: 20 },
      { requireAcceptance: true },
      { seatLimit: null },
    ]);
  });

  it('is refused to an Admin, with all that came with it', async () => {
    const world = inviteWorld();
    await expect(update(world, { seatLimit: 20, handoverLinks: false })).rejects.toThrow('tenant/hrx-only');
    expect(world.settings()).toMatchObject({ seatLimit: null, handoverLinks: true });
  });
});
