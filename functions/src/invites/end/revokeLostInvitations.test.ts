import { describe, expect, it } from 'vitest';
import { ROW_DONE, rowSkipped } from '../../jobs/rowOutcome.ts';
import { inviteWorld, TENANT_ID, type InviteWorld } from '../../testing/inviteWorld.ts';
import { declineInvite } from '../answer/declineInvite.ts';
import { revokeLostInvitations } from './revokeLostInvitations.ts';

const MANAGER = { role: 'Manager', securityLevel: '5' } as const;
const OFFER = { desiredRole: 'Manager', securityLevel: '5' } as const;

/** Adam, mona who may invite, and the job about what she has sent. */
function monasWorld() {
  const world = inviteWorld({ runsTwice: true });
  const kind = revokeLostInvitations(world.deps);
  world.putMember('mona', { ...MANAGER, permissions: ['invites:create'] });
  return {
    ...world,
    kind,
    find: (cursor: string | null, limit: number) =>
      kind.findRows({ tenantId: TENANT_ID, parameters: { inviterUid: 'mona' }, cursor, limit }),
    run: (uid: string, inviteId = world.inviteOf(uid)!.inviteId) =>
      kind.runRow({
        tenantId: TENANT_ID,
        jobId: 'ab'.repeat(10),
        startedByUid: 'adam',
        parameters: { inviterUid: 'mona' },
        row: { uid, inviteId },
        key: 'row',
        actor: undefined,
      }),
  };
}

async function invitedBy(world: InviteWorld, uids: string[], offer: object = OFFER): Promise<void> {
  for (const uid of uids) {
    world.putAccount(uid);
    await world.invite(uid, offer, 'mona');
  }
}

describe('revoking what somebody could no longer send', () => {
  it('finds what they have sent and nobody has answered, page by page, and nothing of others', async () => {
    const at = monasWorld();
    await invitedBy(at, ['a', 'b', 'c']);
    at.putAccount('of-adam');
    await at.invite('of-adam');
    await declineInvite(at.deps, at.callerOf('b'), { tenantId: TENANT_ID });
    const first = await at.find(null, 1);
    expect(first).toMatchObject({ rows: [{ uid: 'a' }], cursor: 'a' });
    expect(await at.find(first.cursor, 1)).toMatchObject({ rows: [{ uid: 'c' }], cursor: 'c' });
    expect(await at.find('c', 1)).toEqual({ rows: [], cursor: null });
    expect(await at.find(null, 3)).toMatchObject({ rows: [{ uid: 'a' }, { uid: 'c' }], cursor: null });
  });

  it('takes back the seat, the membership and the claims, and says that the system did it', async () => {
    const at = monasWorld();
    await invitedBy(at, ['nina']);
    expect(at.memberOf('nina')).toMatchObject({ state: 'invited' });
    at.putMember('mona', { ...MANAGER, securityLevel: '4', permissions: ['invites:create'] });
    expect(await at.run('nina')).toEqual(ROW_DONE);
    expect(at.inviteOf('nina')).toMatchObject({ status: 'revoked', revokedReason: 'inviter_lost_right' });
    expect(at.memberOf('nina')).toBeUndefined();
    expect(at.settings()).toMatchObject({ seatsUsed: 1, pendingInvites: 0 });
    expect(at.audited().at(-1)).toMatchObject({
      action: 'invite.revoked',
      actorKind: 'system',
      after: { status: 'revoked', reason: 'inviter_lost_right' },
    });
    expect(at.done.projected.at(-1)).toBe('nina');
  });

  it('does it once, and has the claims follow again, where a crash came before its outcome was kept', async () => {
    const at = monasWorld();
    await invitedBy(at, ['nina']);
    at.putMember('mona', { role: 'Customer', securityLevel: '1' });
    await at.run('nina');
    const stored = at.memory.dump();
    const projected = at.done.projected.length;
    expect(await at.run('nina')).toEqual(ROW_DONE);
    expect(at.memory.dump()).toEqual(stored);
    expect(at.done.projected.slice(projected)).toEqual(['nina']);
  });

  it('keeps what they may send all the same, or may send again by then', async () => {
    const at = monasWorld();
    await invitedBy(at, ['nina'], { desiredRole: 'Worker', securityLevel: '2' });
    at.putMember('mona', { ...MANAGER, securityLevel: '4', permissions: ['invites:create'] });
    expect(await at.run('nina')).toEqual(rowSkipped('still-allowed'));
    expect(at.inviteOf('nina')?.status).toBe('pending');
  });

  it('leaves alone what was answered, has expired, or was replaced meanwhile', async () => {
    const at = monasWorld();
    await invitedBy(at, ['dora', 'ed', 'nina']);
    at.putMember('mona', { role: 'Customer', securityLevel: '1' });
    await declineInvite(at.deps, at.callerOf('dora'), { tenantId: TENANT_ID });
    expect(await at.run('dora')).toEqual(rowSkipped('declined'));
    expect(await at.run('nina', 'an-older-one')).toEqual(rowSkipped('replaced'));
    at.passHours(24);
    expect(await at.run('ed')).toEqual(rowSkipped('expired'));
    expect(at.audited().filter(({ action }) => action === 'invite.revoked')).toEqual([]);
  });
});
