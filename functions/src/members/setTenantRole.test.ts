import { describe, expect, it } from 'vitest';
import type { CallableRequest } from '../contract/callables.ts';
import type { JobDocument } from '../contract/jobDocuments.ts';
import type { Permission } from '../contract/roles.ts';
import type { JobTask } from '../jobs/jobDeps.ts';
import { inviteWorld, TENANT_ID } from '../testing/inviteWorld.ts';
import { setTenantRole } from './setTenantRole.ts';

type Change = Omit<CallableRequest<'setTenantRole'>, 'tenantId' | 'uid'>;

/** Adam, and mona who is a Manager of level 5 and was granted these. */
function monasWorld(permissions: Permission[] = ['invites:create']) {
  const world = inviteWorld({ runsTwice: true });
  world.putMember('mona', { role: 'Manager', securityLevel: '5', permissions });
  const queued: JobTask[] = [];
  const jobQueue = { enqueuePage: (task: JobTask) => Promise.resolve(void queued.push(task)) };
  const deps = { ...world.deps, jobQueue };
  return {
    ...world,
    queued,
    change: (change: Change) =>
      setTenantRole(deps, world.callerOf('adam'), { tenantId: TENANT_ID, uid: 'mona', ...change }),
    jobs: () =>
      Object.entries(world.memory.dump())
        .filter(([path]) => path.startsWith(`tenants/${TENANT_ID}/jobs/`))
        .map(([, job]) => job as JobDocument),
  };
}

describe('lowering somebody who could invite', () => {
  it.each<[string, Change]>([
    ['in role', { role: 'Worker', securityLevel: '2' }],
    ['in level', { role: 'Manager', securityLevel: '4' }],
    ['in what is granted', { role: 'Manager', securityLevel: '5', permissions: [] }],
  ])('%s starts one job in the same commit, and queues it', async (_how, change) => {
    const at = monasWorld();
    await at.change(change);
    const [job, ...others] = at.jobs();
    expect(others).toEqual([]);
    expect(job).toMatchObject({
      kind: 'revoke-lost-invitations',
      state: 'staging',
      startedByUid: 'adam',
      managedBy: 'invites:manage',
      parameters: { inviterUid: 'mona' },
    });
    expect(at.queued).toEqual([{ tenantId: TENANT_ID, jobId: job?.jobId, run: 1, page: null }]);
  });

  it.each<[string, Permission[], Change]>([
    ['who is raised', ['invites:create'], { role: 'Manager', securityLevel: '6' }],
    ['who stays the same', ['invites:create'], { role: 'Manager', securityLevel: '5' }],
    ['who could not invite', ['audit:read'], { role: 'Worker', securityLevel: '2' }],
  ])('is no matter of %s: no job', async (_who, permissions, change) => {
    const at = monasWorld(permissions);
    await at.change(change);
    expect(at.jobs()).toEqual([]);
    expect(at.queued).toEqual([]);
  });
});

describe('what is granted to a member whose role changes', () => {
  it.each<[string, Change, Permission[]]>([
    ['in the same role', { role: 'Manager', securityLevel: '4' }, ['invites:create']],
    ['in a lower role', { role: 'Worker', securityLevel: '2' }, []],
    [
      'as the request says',
      { role: 'Worker', securityLevel: '2', permissions: ['audit:read'] },
      ['audit:read'],
    ],
  ])('is stored and audited: %s [AUTH-21]', async (_how, change, left) => {
    const at = monasWorld();
    await at.change(change);
    expect(at.memberOf('mona')?.permissions).toEqual(left);
    expect(at.audited().at(-1)).toMatchObject({
      action: 'member.role_changed',
      before: { role: 'Manager', securityLevel: '5', permissions: ['invites:create'] },
      after: { role: change.role, permissions: left },
    });
  });
});
