import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../functions/src/contract/documents.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { acceptInvite } from '../../functions/src/invites/answer/acceptInvite.ts';
import type { JobTask } from '../../functions/src/jobs/jobDeps.ts';
import { starterJob } from '../../functions/src/jobs/jobKind.ts';
import { ROW_DONE } from '../../functions/src/jobs/rowOutcome.ts';
import { runJobPage } from '../../functions/src/jobs/runJobPage.ts';
import { takeUpJobs } from '../../functions/src/jobs/takeUpJobs.ts';
import { setTenantRole } from '../../functions/src/members/setTenantRole.ts';
import { adminFirestore, find, get, patch } from '../support/admin.ts';
import { refusalOf } from '../support/expectRefusal.ts';
import { invitation, newMember, newTenant, type TestTenant } from '../support/factories.ts';
import { callerOf, suiteDeps } from '../support/inProcess.ts';
import { newInvitee } from '../support/invited.ts';
import { jobEnded, jobsOf, putJob, rowsOf } from '../support/jobs.ts';
import { claimsOf, type Person } from '../support/people.ts';

const KIND = 'revoke-lost-invitations';
const LOWERED = { role: 'Manager', securityLevel: '4' } as const;

/** @returns a Manager of level 5 who may invite. */
function newInviter({ id }: TestTenant): Promise<Person> {
  return newMember(id, { role: 'Manager', securityLevel: '5', permissions: ['invites:create'] });
}

/** Copies an invitation so many times, each to somebody else, with their seats. */
async function multiply(tenantId: string, invite: PendingInviteDocument, count: number): Promise<void> {
  const batch = adminFirestore.batch();
  for (let index = 0; index < count; index += 1) {
    const uid = `copy-${index}-${invite.uid}`;
    const copy = { ...invite, uid, email: `${uid.toLowerCase()}@people.example`, inviteId: uid };
    batch.set(adminFirestore.doc(documentKeys.pendingInvite(tenantId, uid).path), copy);
  }
  const settings = documentKeys.tenantSettings(tenantId);
  const { seatsUsed, pendingInvites } = await get(settings);
  batch.update(adminFirestore.doc(settings.path), {
    seatsUsed: seatsUsed + count,
    pendingInvites: pendingInvites + count,
  });
  await batch.commit();
}

async function revocations(tenantId: string): Promise<FirebaseFirestore.DocumentData[]> {
  const entries = await adminFirestore
    .collection(paths.audit(tenantId))
    .where('action', '==', 'invite.revoked')
    .get();
  return entries.docs.map((entry) => entry.data());
}

describe('lowering somebody', () => {
  it(
    'revokes what they have sent and could no longer send: 250 of 260 [JOB-08]',
    { timeout: 150_000 },
    async () => {
      const acme = await newTenant();
      const mona = await newInviter(acme);
      const high = await newInvitee(acme, { desiredRole: 'Manager', securityLevel: '5' }, mona);
      const low = await newInvitee(acme, {}, mona);
      const others = await newInvitee(acme, { desiredRole: 'Manager', securityLevel: '5' });
      await multiply(acme.id, await get(documentKeys.pendingInvite(acme.id, high.uid)), 249);
      await multiply(acme.id, await get(documentKeys.pendingInvite(acme.id, low.uid)), 9);
      expect((await claimsOf(high.uid)).roles).toHaveProperty(acme.id);

      await acme.admin.call('setTenantRole', { tenantId: acme.id, uid: mona.uid, ...LOWERED });
      const [started] = await jobsOf(acme.id, KIND);
      expect(started).toMatchObject({ startedByUid: acme.admin.uid, parameters: { inviterUid: mona.uid } });
      const job = await jobEnded(acme.id, started!.jobId);

      expect(job).toMatchObject({ state: 'done', total: 260, pages: 3 });
      expect(job.counts).toEqual({ done: 250, skipped: 10, failed: 0, retriable: 0 });
      const rows = await rowsOf(acme.id, job.jobId);
      expect(new Set(rows.map(({ row }) => row['uid'])).size).toBe(260);
      expect(new Set(rows.map(({ outcome }) => outcome?.code))).toEqual(new Set([null, 'still-allowed']));

      expect(await get(documentKeys.pendingInvite(acme.id, high.uid))).toMatchObject({
        status: 'revoked',
        revokedReason: 'inviter_lost_right',
      });
      for (const { uid } of [low, others]) {
        expect(await get(documentKeys.pendingInvite(acme.id, uid))).toMatchObject({ status: 'pending' });
      }
      // The admin, mona, the ten that are kept, and the one that the admin sent.
      expect(await get(documentKeys.tenantSettings(acme.id))).toMatchObject({
        seatsUsed: 13,
        pendingInvites: 11,
      });
      expect(await find(documentKeys.member(acme.id, high.uid))).toBeUndefined();
      expect((await claimsOf(high.uid)).roles).toEqual({});
      const entries = await revocations(acme.id);
      expect(entries).toHaveLength(250);
      expect(new Set(entries.map(({ targetUid }) => targetUid as string)).size).toBe(250);
      expect(new Set(entries.map(({ actorKind }) => actorKind as string))).toEqual(new Set(['system']));
    },
  );

  it('starts no job for who could not invite, nor for who is raised', async () => {
    const acme = await newTenant();
    const [walt, mona] = [await newMember(acme.id), await newInviter(acme)];
    await acme.admin.call('setTenantRole', {
      tenantId: acme.id,
      uid: walt.uid,
      role: 'Customer',
      securityLevel: '1',
    });
    await acme.admin.call('setTenantRole', {
      tenantId: acme.id,
      uid: mona.uid,
      role: 'Manager',
      securityLevel: '6',
    });
    expect(await jobsOf(acme.id, KIND)).toEqual([]);
    // The control.
    await acme.admin.call('setTenantRole', { tenantId: acme.id, uid: mona.uid, ...LOWERED });
    expect(await jobsOf(acme.id, KIND)).toHaveLength(1);
  });

  it('is felt at once: an acceptance fails before the job has run, which then finds it done [JOB-08]', async () => {
    const deps = suiteDeps();
    const lost = { enqueuePage: () => Promise.reject(new Error('The queue does not answer.')) };
    const acme = await newTenant();
    const mona = await newInviter(acme);
    const high = await newInvitee(acme, { desiredRole: 'Manager', securityLevel: '5' }, mona);
    const change = { tenantId: acme.id, uid: mona.uid, ...LOWERED };
    await setTenantRole({ ...deps, jobQueue: lost }, callerOf(acme.admin), change);

    const accept = { tenantId: acme.id };
    await expect(acceptInvite(deps, callerOf(high), accept)).rejects.toThrow('invite/inviter-lost-right');
    const [started] = await jobsOf(acme.id, KIND);
    expect(started).toMatchObject({ state: 'staging', total: 0 });

    await patch(documentKeys.job(acme.id, started!.jobId), { takeUpAt: new Date(0) });
    await takeUpJobs(deps, { limit: 100 });
    expect(await jobEnded(acme.id, started!.jobId)).toMatchObject({ state: 'done', total: 0 });
    expect(await revocations(acme.id)).toHaveLength(1);
  });
});

describe('what is granted', () => {
  it('goes with a lower role, and stays with the same or a higher one [AUTH-21]', async () => {
    const acme = await newTenant();
    const mona = await newInviter(acme);
    const permissions = async () => (await get(documentKeys.member(acme.id, mona.uid))).permissions;
    const set = (role: 'Customer' | 'Manager' | 'Recruiter', securityLevel: '1' | '3' | '4') =>
      acme.admin.call('setTenantRole', { tenantId: acme.id, uid: mona.uid, role, securityLevel });
    await set('Manager', '4');
    expect(await permissions()).toEqual(['invites:create']);
    await mona.call('inviteUser', invitation(acme.id));
    await set('Customer', '1');
    expect(await permissions()).toEqual([]);
    const details = await refusalOf(mona.call('inviteUser', invitation(acme.id)));
    expect(details.code).toBe('invite/not-allowed');
    await set('Recruiter', '3');
    expect(await permissions()).toEqual([]);
  });

  it('is what the request says, where it says so, and stands in the audit [AUTH-21]', async () => {
    const acme = await newTenant();
    const walt = await newMember(acme.id, { permissions: ['audit:read'] });
    const recruiter = { role: 'Recruiter', securityLevel: '3' } as const;
    await acme.admin.call('setTenantRole', {
      tenantId: acme.id,
      uid: walt.uid,
      ...recruiter,
      permissions: ['invites:create', 'members:read'],
    });
    expect(await get(documentKeys.member(acme.id, walt.uid))).toMatchObject({
      ...recruiter,
      permissions: ['invites:create', 'members:read'],
    });
    const [entry] = (await adminFirestore.collection(paths.audit(acme.id)).get()).docs;
    expect(entry?.data()).toMatchObject({
      before: { role: 'Worker', permissions: ['audit:read'] },
      after: { role: 'Recruiter', permissions: ['invites:create', 'members:read'] },
    });
    await walt.call('inviteUser', invitation(acme.id));
  });
});

it('a job stops in the middle when its starter loses the right, on the real database too [JOB-05]', async () => {
  const acme = await newTenant();
  const mona = await newMember(acme.id, { role: 'Manager', permissions: ['invites:manage'] });
  const queue: JobTask[] = [];
  const done: string[] = [];
  const kind = starterJob({
    parameters: z.looseObject({}) as unknown as z.ZodType<Record<string, string>>,
    row: z.strictObject({ id: z.string() }),
    rowsAtOnce: 2,
    mayRun: (actor) => actor.kind === 'member' && actor.permissions.includes('invites:manage'),
    findRows: ({ cursor }) => {
      const from = Number(cursor ?? 0);
      const rows = [{ id: `row-${from}` }, { id: `row-${from + 1}` }];
      return Promise.resolve({ rows, cursor: from < 10 ? String(from + 2) : null });
    },
    runRow: async ({ row: { id }, actor }) => {
      expect(actor).toMatchObject({ uid: mona.uid, name: 'Pat Person', isHrx: false });
      if (id === 'row-7') await patch(documentKeys.member(acme.id, mona.uid), { permissions: [] });
      done.push(id);
      return ROW_DONE;
    },
  });
  const suite = suiteDeps();
  const deps = {
    ...suite,
    jobKinds: { ...suite.jobKinds, [KIND]: kind },
    jobQueue: { enqueuePage: (task: JobTask) => Promise.resolve(void queue.push(task)) },
  };
  const jobId = await putJob(acme, { startedByUid: mona.uid });
  queue.push({ tenantId: acme.id, jobId, run: 1, page: null });
  for (let task = queue.shift(); task; task = queue.shift()) await runJobPage(deps, task);
  expect(done).toEqual(Array.from({ length: 8 }, (_, index) => `row-${index}`));
  expect(await get(documentKeys.job(acme.id, jobId))).toMatchObject({
    state: 'failed',
    stoppedBy: 'starter-lost-right',
    total: 12,
    counts: { done: 8 },
  });
});
