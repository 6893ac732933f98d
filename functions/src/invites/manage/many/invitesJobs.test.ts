import { describe, expect, it } from 'vitest';
import type { CallableRequest } from '../../../contract/callables.ts';
import { documentKeys } from '../../../contract/documentKeys.ts';
import { INVITES_JOB_ACTIONS, type JobParameters } from '../../../contract/jobDocuments.ts';
import { ROW_DONE, rowFailure } from '../../../jobs/rowOutcome.ts';
import { inviteWorld, TENANT_ID } from '../../../testing/inviteWorld.ts';
import { invitesJobs } from './invitesJobs.ts';
import { startInvitesJob } from './startInvitesJob.ts';

type Asked = CallableRequest<'startInvitesJob'>;

/** Adam, rita who may invite, and four who are invited: the last one by rita. */
async function manyWorld() {
  const world = inviteWorld({ runsTwice: true });
  world.putMember('rita', { role: 'Recruiter', securityLevel: '3', permissions: ['invites:create'] });
  for (const uid of ['a', 'b', 'c']) world.putAccount(uid);
  await world.invite('a');
  await world.invite('b', { desiredRole: 'Recruiter', securityLevel: '3' });
  await world.invite('c');
  world.putAccount('d');
  await world.invite('d', {}, 'rita');
  const kinds = invitesJobs(world.deps);
  const start = async (asked: Pick<Asked, 'action' | 'selection'> & Partial<Asked>, by = 'adam') => {
    const { jobId } = await startInvitesJob(world.deps, world.callerOf(by), {
      tenantId: TENANT_ID,
      ...asked,
    });
    return world.memory.peek(documentKeys.job(TENANT_ID, jobId))!;
  };
  const find = async (kind: keyof typeof kinds, parameters: JobParameters, limit = 100) => {
    const rows = [];
    let cursor: string | null = null;
    do {
      const found = await kinds[kind].findRows({ tenantId: TENANT_ID, parameters, cursor, limit });
      rows.push(...found.rows);
      cursor = found.cursor;
    } while (cursor !== null);
    return rows;
  };
  const run = (
    kind: keyof typeof kinds,
    parameters: JobParameters,
    uid: string,
    key = `key-of-${uid}`,
    by = 'adam',
  ) =>
    kinds[kind].runRow({
      tenantId: TENANT_ID,
      jobId: 'ab'.repeat(10),
      startedByUid: by,
      parameters,
      row: { uid, name: null },
      key,
      actor: { uid: by, actor: { kind: 'hrx' }, name: 'Whoever', isHrx: false },
    });
  return { ...world, kinds, start, find, run };
}

const uidsOf = (rows: readonly JobParameters[]) => rows.map(({ uid }) => uid);

describe('a job about many invitations', () => {
  it.each(INVITES_JOB_ACTIONS)('is started by who may act on invitations: %s [LIFE-14]', async (action) => {
    const at = await manyWorld();
    const hours = action === 'extend' ? 48 : null;
    const job = await at.start({ action, hours, selection: { filter: {} } });
    expect(job).toMatchObject({ kind: `${action}-invitations`, startedByUid: 'adam', state: 'staging' });
    expect(at.audited().at(-1)).toMatchObject({ action: 'job.started', after: { jobId: job.jobId } });
    at.putMember('walt');
    await expect(at.start({ action, hours, selection: { filter: {} } }, 'walt')).rejects.toThrow(
      'invite/not-allowed',
    );
  });

  it('finds what the filter matches, page by page, and no other [LIFE-14]', async () => {
    const at = await manyWorld();
    const all = await at.start({ action: 'revoke', selection: { filter: {} } });
    expect(uidsOf(await at.find('revoke-invitations', all.parameters, 2))).toEqual(['a', 'b', 'c', 'd']);
    const recruiters = await at.start({ action: 'revoke', selection: { filter: { role: 'Recruiter' } } });
    expect(await at.find('revoke-invitations', recruiters.parameters)).toEqual([
      { uid: 'b', name: 'Nina New' },
    ]);
    at.patchInvite('c', { mail: { ...at.inviteOf('c')!.mail, state: 'failed' } });
    const lost = await at.start({ action: 'revoke', selection: { filter: { mailProblem: true } } });
    expect(uidsOf(await at.find('revoke-invitations', lost.parameters))).toEqual(['c']);
    at.passHours(24);
    expect(await at.find('revoke-invitations', all.parameters)).toEqual([]);
  });

  it('shows who sees their own alone no other name, and gives them no other row [LIFE-02]', async () => {
    const at = await manyWorld();
    const all = await at.start({ action: 'revoke', selection: { filter: {} } }, 'rita');
    expect(uidsOf(await at.find('revoke-invitations', all.parameters))).toEqual(['d']);
    const named = await at.start(
      { action: 'revoke', selection: { uids: ['a', 'd', 'a', 'nobody'] } },
      'rita',
    );
    expect(await at.find('revoke-invitations', named.parameters, 2)).toEqual([
      { uid: 'a', name: null },
      { uid: 'd', name: 'Nina New' },
      { uid: 'nobody', name: null },
    ]);
    const refused = at.run('revoke-invitations', named.parameters, 'a', 'key-of-a', 'rita');
    await expect(refused).rejects.toThrow('invite/not-pending');
    expect(at.inviteOf('a')?.status).toBe('pending');
  });

  it('revokes with the reason, and a row that is run again is done once [LIFE-14]', async () => {
    const at = await manyWorld();
    const { parameters } = await at.start({
      action: 'revoke',
      reason: ' Closed ',
      selection: { filter: {} },
    });
    expect(await at.run('revoke-invitations', parameters, 'a')).toEqual(ROW_DONE);
    const stored = at.memory.dump();
    expect(await at.run('revoke-invitations', parameters, 'a')).toEqual(ROW_DONE);
    expect(at.memory.dump()).toEqual(stored);
    expect(at.inviteOf('a')).toMatchObject({ status: 'revoked', revokedReason: 'Closed' });
    expect(at.eventsOf('a').at(-1)).toMatchObject({
      kind: 'revoked',
      actorUid: 'adam',
      actorName: 'Pat Person',
    });
  });

  it('resends and extends, each once for the same row [LIFE-14]', async () => {
    const at = await manyWorld();
    const resend = await at.start({ action: 'resend', selection: { filter: {} } });
    expect(await at.run('resend-invitations', resend.parameters, 'a')).toEqual(ROW_DONE);
    expect(await at.run('resend-invitations', resend.parameters, 'a')).toEqual(ROW_DONE);
    expect(at.inviteOf('a')?.resends.count).toBe(1);
    const extend = await at.start({ action: 'extend', hours: 72, selection: { filter: {} } });
    expect(await at.run('extend-invitations', extend.parameters, 'b')).toEqual(ROW_DONE);
    expect(at.inviteOf('b')?.expiresAt.toMillis()).toBe(at.clock.now().getTime() + 72 * 3600_000);
  });

  it('has the refusal of the single call as the outcome of a row, counted nowhere [LIFE-14]', async () => {
    const at = await manyWorld();
    const { parameters } = await at.start({ action: 'resend', selection: { filter: {} } });
    await at.run('resend-invitations', parameters, 'a');
    const thrown: unknown = await at
      .run('resend-invitations', parameters, 'a', 'another-key')
      .catch((error: unknown) => error);
    expect(rowFailure(thrown, 5)).toMatchObject({
      outcome: { code: 'invite/resent-recently', retriable: true },
    });
    at.putMember('adam', { role: 'Recruiter', securityLevel: '1', permissions: ['invites:manage'] });
    const stored = at.memory.dump();
    await expect(at.run('resend-invitations', parameters, 'b')).rejects.toThrow('invite/offer-above-yours');
    expect(at.memory.dump()).toEqual(stored);
  });
});
