import { collection, getDocs, limit, orderBy, query, where } from 'firebase/firestore';
import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { takeUpJobs } from '../../functions/src/jobs/takeUpJobs.ts';
import { adminFirestore, get } from '../support/admin.ts';
import { expectRefusal } from '../support/expectRefusal.ts';
import { newMember, newStaff, newTenant } from '../support/factories.ts';
import { firestoreAs } from '../support/firestoreAs.ts';
import { suiteDeps } from '../support/inProcess.ts';
import { jobEnded, putJob } from '../support/jobs.ts';

const RETRIABLE = { state: 'done', counts: { done: 0, skipped: 0, failed: 1, retriable: 1 } } as const;

describe('a job', () => {
  it('is paused, resumed and cancelled by who started it, who holds the right of its kind, and HRX [JOB-07]', async () => {
    const acme = await newTenant();
    const [rita, mona, hana] = [
      await newMember(acme.id, { role: 'Recruiter' }),
      await newMember(acme.id, { role: 'Manager', permissions: ['invites:manage'] }),
      await newStaff(),
    ];
    const jobId = await putJob(acme, { state: 'running', startedByUid: rita.uid, pages: 1 });
    const ask = { tenantId: acme.id, jobId };
    expect(await rita.call('setJobState', { ...ask, state: 'paused' })).toEqual({ state: 'paused' });
    expect(await mona.call('setJobState', { ...ask, state: 'paused' })).toEqual({ state: 'paused' });
    expect(await mona.call('setJobState', { ...ask, state: 'running' })).toEqual({ state: 'running' });
    expect(await hana.call('setJobState', { ...ask, state: 'cancelled' })).toEqual({ state: 'cancelled' });
    expect(await get(documentKeys.job(acme.id, jobId))).toMatchObject({ state: 'cancelled', run: 2 });

    const entries = await adminFirestore.collection(paths.audit(acme.id)).orderBy('at').get();
    expect(entries.docs.map((entry) => entry.data())).toMatchObject([
      { action: 'job.paused', actorUid: rita.uid, before: { state: 'running' }, after: { state: 'paused' } },
      { action: 'job.resumed', actorUid: mona.uid, after: { kind: 'revoke-lost-invitations', jobId } },
      { action: 'job.cancelled', actorUid: hana.uid, actorKind: 'hrx' },
    ]);
  });

  it('is not there for a member who neither started it nor holds its right [JOB-07]', async () => {
    const acme = await newTenant();
    const walt = await newMember(acme.id, { permissions: ['members:manage', 'invites:create'] });
    const running = await putJob(acme, { state: 'running' });
    const ended = await putJob(acme, RETRIABLE);
    const watched = { tenants: [acme.id] };
    const pause = { tenantId: acme.id, jobId: running, state: 'paused' } as const;
    const retry = { tenantId: acme.id, jobId: ended };
    await expectRefusal(() => walt.call('setJobState', pause), 'jobs/not-found', watched);
    await expectRefusal(() => walt.call('retryJob', retry), 'jobs/not-found', watched);
    const unknown = { ...retry, jobId: 'ab'.repeat(10) };
    await expectRefusal(() => acme.admin.call('retryJob', unknown), 'jobs/not-found', watched);
    await acme.admin.call('setJobState', pause);
    await acme.admin.call('retryJob', retry);
  });

  it('is tried again once it is done and something failed that may work now, and not before', async () => {
    const acme = await newTenant();
    const retry = (jobId: string) => () => acme.admin.call('retryJob', { tenantId: acme.id, jobId });
    const watched = { tenants: [acme.id] };
    await expectRefusal(
      retry(await putJob(acme, { ...RETRIABLE, state: 'running' })),
      'jobs/not-ended',
      watched,
    );
    await expectRefusal(
      retry(await putJob(acme, { ...RETRIABLE, state: 'cancelled' })),
      'jobs/ended',
      watched,
    );
    await expectRefusal(retry(await putJob(acme, { state: 'done' })), 'jobs/nothing-to-retry', watched);
    const jobId = await putJob(acme, RETRIABLE);
    expect(await retry(jobId)()).toEqual({ state: 'running' });
    expect(await get(documentKeys.job(acme.id, jobId))).toMatchObject({ state: 'running', round: 2 });
  });

  it('cannot be resumed or paused after its end', async () => {
    const acme = await newTenant();
    const jobId = await putJob(acme, { state: 'done' });
    for (const state of ['running', 'paused', 'cancelled'] as const) {
      const attempt = () => acme.admin.call('setJobState', { tenantId: acme.id, jobId, state });
      await expectRefusal(attempt, 'jobs/ended', { tenants: [acme.id] });
    }
  });

  it('that nobody has heard of is taken up by the sweep, and ends [JOB-06]', async () => {
    const deps = suiteDeps();
    const acme = await newTenant();
    const jobId = await putJob(acme, { state: 'staging', takeUpAt: new Date(0) });
    const later = await putJob(acme, { state: 'staging' });
    expect(await takeUpJobs(deps, { limit: 100 })).toBeGreaterThanOrEqual(1);
    expect(await jobEnded(acme.id, jobId)).toMatchObject({ state: 'done', total: 0, run: 2 });
    expect(await get(documentKeys.job(acme.id, later))).toMatchObject({ state: 'staging', run: 1 });
  });

  it('is listed by who started it, newest first, and by who manages its kind', async () => {
    const acme = await newTenant();
    const rita = await newMember(acme.id, { role: 'Recruiter' });
    const older = await putJob(acme, { startedByUid: rita.uid, createdAt: new Date(1) });
    const newer = await putJob(acme, { startedByUid: rita.uid });
    const other = await putJob(acme, { createdAt: new Date(2) });
    const list = async (person: typeof rita, field: 'startedByUid' | 'managedBy', value: string) => {
      const jobs = collection(firestoreAs(person), paths.jobs(acme.id));
      const found = await getDocs(
        query(jobs, where(field, '==', value), orderBy('createdAt', 'desc'), limit(25)),
      );
      return found.docs.map(({ id }) => id);
    };
    expect(await list(rita, 'startedByUid', rita.uid)).toEqual([newer, older]);
    expect(await list(acme.admin, 'managedBy', 'invites:manage')).toEqual([newer, other, older]);
  });
});
