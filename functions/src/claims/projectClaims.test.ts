import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { documentKeys } from '../contract/documentKeys.ts';
import type { UserDocument, Written } from '../contract/documents.ts';
import { log } from '../platform/log.ts';
import { memoryTransactions } from '../testing/memoryTransactions.ts';
import { withMembership } from '../members/withMembership.ts';
import { newUserDocument, type Account } from '../domain/account.ts';
import { claimsStore } from './claims.firestore.ts';
import { CLAIMS_LEASE_SECONDS, newLease } from './claimsLease.ts';
import { computeClaims } from './computeClaims.ts';
import { projectClaims } from './projectClaims.ts';
import type { ProjectorDeps, ProjectOptions, SetClaims } from './projection.ts';
import { syncClaims } from './syncClaims.ts';
import { SYNC_RETRY } from './syncRetry.ts';

const UID = 'walt';
const START = new Date('2026-11-21T12:00:00Z').getTime();
const worker = {
  role: 'Worker',
  securityLevel: '2',
  state: 'active',
  inClaims: true,
  since: new Date(START),
} as const;

/** One person in Auth and Firestore, with a clock that moves only when somebody sleeps. */
function world() {
  let millis = START;
  const clock = { now: () => new Date(millis) };
  const tick = () => new Promise<void>((resolve) => setImmediate(resolve));
  const memory = memoryTransactions(tick);
  const account = { claims: { region: 'eu' } as Record<string, unknown> | undefined };
  const setClaims = vi.fn<SetClaims>(async (_uid, claims) => {
    await tick();
    if (account.claims === undefined) return 'gone';
    account.claims = claims;
    return 'written';
  });
  const findByUid = vi.fn(async (): Promise<Account | undefined> => {
    await tick();
    return account.claims && ({ uid: UID, customClaims: account.claims } as Account);
  });
  const enqueueSync = vi.fn(async () => {});
  const deps: ProjectorDeps = {
    clock,
    log: { ...log, warn: vi.fn(), error: vi.fn() },
    sleep: async (pause) => {
      millis += pause;
      await tick();
    },
    claimsStore: claimsStore((body) => memory.transact(body), memory.reads, memory.versionedRead),
    accounts: { findByUid },
    setClaims,
    syncQueue: { enqueueSync },
  };
  const user = () => memory.peek(documentKeys.user(UID))!;
  const put = (overrides: Partial<Written<UserDocument>> = {}) =>
    memory.put(documentKeys.user(UID), { ...blank(), ...overrides });
  const putMember = (tenantId: string) =>
    memory.put(documentKeys.member(tenantId, UID), { tenantId, uid: UID, sync: 'pending' } as never);
  const memberSync = (tenantId: string) => memory.peek(documentKeys.member(tenantId, UID))?.sync;

  /** A change as use cases make it: the commit takes the lease where it is free. */
  async function change(tenantId: string, role: 'Worker' | 'Recruiter' | null, holder: string) {
    const options = await memory.transact(async (tx) => {
      const { user } = await tx.readAll({ user: documentKeys.user(UID) });
      const membership = role ? { ...worker, role, since: clock.now() } : undefined;
      const changed = withMembership(user, {
        uid: UID,
        tenantId,
        membership,
        inviteId: '',
        staffActive: false,
        holder,
        now: clock.now(),
      });
      tx.set(documentKeys.user(UID), changed.document);
      return changed.claimsWork!.options;
    });
    return {
      options,
      project: (more: ProjectOptions = {}) => projectClaims(deps, UID, { ...options, ...more }),
    };
  }
  return {
    deps,
    memory,
    account,
    setClaims,
    findByUid,
    enqueueSync,
    user,
    put,
    putMember,
    memberSync,
    change,
    pass: (seconds: number) => void (millis += seconds * 1000),
  };
}

function blank(): Written<UserDocument> {
  return newUserDocument(UID, { tenantId: 'acme', inviteId: 'i1' });
}

/** What the claims must be: the projection of what is stored now. */
function expectProjected({ account, user }: ReturnType<typeof world>) {
  const input = { memberships: user().memberships, staffActive: false };
  expect(account.claims).toEqual(computeClaims(input, { region: 'eu' }).claims);
  expect(user().claimsVersion).toBe(user().membershipsVersion);
  expect(user().claimsLease).toBeNull();
  expect(user().sync).toMatchObject({ state: 'synced', waiting: [] });
}

let at: ReturnType<typeof world>;
beforeEach(() => (at = world()));
afterEach(() => vi.restoreAllMocks());

describe('projectClaims after a commit that took the lease', () => {
  it('writes the claims, tells the member document and gives the lease back', async () => {
    at.putMember('acme');
    const { options, project } = await at.change('acme', 'Worker', 'me');
    expect(options.lease?.holder).toBe('me');
    expect(await project()).toEqual({ applied: true, claimsVersion: 1, leftOut: [], settled: true });
    expect(at.account.claims).toEqual({
      region: 'eu',
      roles: { acme: { role: 'Worker', securityLevel: '2' } },
    });
    expect(at.memberSync('acme')).toBe('synced');
    expectProjected(at);
  });

  it('finishes by one write where nothing changed meanwhile', async () => {
    at.putMember('acme');
    const { project } = await at.change('acme', 'Worker', 'me');
    const transact = vi.spyOn(at.memory, 'transact');
    await project();
    expect(transact).not.toHaveBeenCalled();
    expectProjected(at);
  });

  it('finishes in a transaction where the person changed since they were read', async () => {
    const { project } = await at.change('acme', 'Worker', 'me');
    at.deps.claimsStore.readUser = async () => {
      const read = await at.memory.versionedRead(documentKeys.user(UID));
      await at.memory.transact((tx) => {
        tx.update(documentKeys.user(UID), { origin: 'existing' });
        return Promise.resolve();
      });
      return read;
    };
    expect(await project()).toMatchObject({ applied: true, claimsVersion: 1 });
    expect(at.user().origin).toBe('existing');
    expectProjected(at);
  });

  it('does not read the account that the caller has just read', async () => {
    const { project } = await at.change('acme', 'Worker', 'me');
    await project({ account: { customClaims: { region: 'eu' } } });
    expect(at.findByUid).not.toHaveBeenCalled();
    expectProjected(at);
  });

  it('writes what an older record only seems to hold already', async () => {
    const { project } = await at.change('acme', 'Worker', 'me');
    const old = { region: 'eu', roles: { acme: { role: 'Worker', securityLevel: '2' } } };
    await project({ account: { customClaims: old } });
    expectProjected(at);
  });

  it('writes also what was committed meanwhile by somebody who then died', async () => {
    const { project } = await at.change('acme', 'Worker', 'me');
    const projecting = project();
    await at.change('globex', 'Recruiter', 'dead');
    expect(await projecting).toMatchObject({ applied: true, claimsVersion: 2 });
    expectProjected(at);
  });

  it('writes once more when memberships changed while it wrote [CLAIM-04]', async () => {
    const first = await at.change('acme', 'Worker', 'me');
    const projecting = first.project();
    const second = await at.change('globex', 'Recruiter', 'other');
    expect(second.options.lease).toBeUndefined();
    expect(await Promise.all([projecting, second.project()])).toMatchObject([
      { applied: true },
      { applied: true },
    ]);
    expectProjected(at);
  });
});

describe('many at once', () => {
  it('leaves every change of 30 over 12 tenants in the claims, and tells each caller so when it is true', async () => {
    // Thirty who wait at once do not make the time go thirty times as fast.
    at.deps.sleep = () => new Promise((resolve) => setImmediate(resolve));
    const results = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const tenantId = `tenant-${index % 12}`;
        const { project } = await at.change(tenantId, index % 2 ? 'Worker' : 'Recruiter', `holder-${index}`);
        const result = await project();
        expect(at.account.claims?.roles).toHaveProperty(tenantId);
        return result;
      }),
    );
    expect(results.every((result) => result.applied)).toBe(true);
    expect(at.user().membershipsVersion).toBe(30);
    expect(Object.keys(at.user().memberships)).toHaveLength(12);
    expectProjected(at);
    // Who waits lets the others' work count: far fewer writes than changes.
    expect(at.setClaims.mock.calls.length).toBeLessThan(30);
  });
});

describe('another projector', () => {
  it('is waited for, and its work counts', async () => {
    at.put({
      membershipsVersion: 1,
      memberships: { acme: worker },
      claimsLease: newLease('other', new Date(START)),
    });
    const projecting = projectClaims(at.deps, UID);
    await at.deps.claimsStore.finish(
      UID,
      'other',
      { input: { version: 1, memberships: {}, staffActive: false, waiting: [] }, leftOut: ['acme'] },
      new Date(START),
    );
    expect(await projecting).toEqual({ applied: true, claimsVersion: 1, leftOut: ['acme'], settled: true });
    expect(at.setClaims).not.toHaveBeenCalled();
  });

  it('need not have done everything: only what stood at the first look', async () => {
    const claimsLease = newLease('other', new Date(START));
    at.put({ membershipsVersion: 1, memberships: { acme: worker }, claimsLease });
    at.deps.sleep = () => {
      at.put({ membershipsVersion: 2, claimsVersion: 1, memberships: { acme: worker }, claimsLease });
      return Promise.resolve();
    };
    expect(await projectClaims(at.deps, UID)).toMatchObject({ applied: true, claimsVersion: 1 });
  });

  it('is one alone, however many ask for the lease at once [CLAIM-03]', async () => {
    at.put({ membershipsVersion: 1, memberships: { acme: worker } });
    const asking = ['a', 'b', 'c'].map((holder) =>
      at.deps.claimsStore.takeLease(UID, holder, new Date(START)),
    );
    expect((await Promise.all(asking)).map(({ kind }) => kind).sort()).toEqual(['busy', 'busy', 'taken']);
  });

  it('that never ends is left to the task after ten seconds', async () => {
    at.put({
      membershipsVersion: 1,
      memberships: { acme: worker },
      claimsLease: newLease('other', new Date(START)),
    });
    expect(await projectClaims(at.deps, UID)).toMatchObject({ applied: false, settled: false });
    const waited = at.deps.clock.now().getTime() - START;
    expect(waited).toBeGreaterThanOrEqual(10_000);
    expect(waited).toBeLessThan(11_000);
    expect(at.enqueueSync).toHaveBeenCalledExactlyOnceWith(UID, '1', CLAIMS_LEASE_SECONDS);
    expect(at.setClaims).not.toHaveBeenCalled();
  });

  it('whose lease ran out is replaced [CLAIM-03]', async () => {
    at.put({
      membershipsVersion: 1,
      memberships: { acme: worker },
      claimsLease: newLease('other', new Date(START)),
    });
    at.pass(CLAIMS_LEASE_SECONDS);
    expect(await projectClaims(at.deps, UID)).toMatchObject({ applied: true, claimsVersion: 1 });
    expectProjected(at);
  });

  it('that wrote late, after its lease ran out, makes good what it overwrote [CLAIM-03]', async () => {
    const late = await at.change('acme', 'Worker', 'late');
    let release = () => {};
    at.setClaims.mockImplementationOnce(async (_uid, claims) => {
      await new Promise<void>((resolve) => (release = resolve));
      at.account.claims = claims;
      return 'written';
    });
    const projecting = late.project();
    await vi.waitFor(() => expect(at.setClaims).toHaveBeenCalledOnce());
    at.pass(CLAIMS_LEASE_SECONDS);
    const next = await at.change('globex', 'Recruiter', 'next');
    expect(await next.project()).toMatchObject({ applied: true });
    release();
    expect(await projecting).toMatchObject({ applied: true });
    expect(at.account.claims?.roles).toHaveProperty('globex');
    expectProjected(at);
    // Whoever refreshed their token in between has to do it once more.
    expect(at.user().claimsVersion).toBe(3);
  });
});

describe('nothing to do', () => {
  it('is seen by one plain read', async () => {
    at.put({ membershipsVersion: 3, claimsVersion: 3 });
    expect(await projectClaims(at.deps, UID)).toEqual({
      applied: true,
      claimsVersion: 3,
      leftOut: [],
      settled: true,
    });
    expect(at.findByUid).not.toHaveBeenCalled();
  });

  it('is to be written where the claims are right already', async () => {
    at.put({ membershipsVersion: 1, memberships: { acme: worker } });
    at.account.claims = { roles: { acme: { securityLevel: '2', role: 'Worker' } } };
    expect(await projectClaims(at.deps, UID)).toMatchObject({ applied: true });
    expect(at.setClaims).not.toHaveBeenCalled();
    expect(at.user().claimsVersion).toBe(1);
  });

  it('can be done for a person that we know nothing of', async () => {
    expect(await projectClaims(at.deps, UID)).toMatchObject({ applied: false, settled: true });
    expect(at.enqueueSync).not.toHaveBeenCalled();
  });
});

describe('when Auth does not take the claims', () => {
  it('says so, writes down when it is tried again, and leaves it to the task [CLAIM-10]', async () => {
    at.putMember('acme');
    const { project } = await at.change('acme', 'Worker', 'me');
    at.setClaims.mockRejectedValueOnce(new Error('no answer for walt@acme.example'));
    expect(await project()).toMatchObject({ applied: false, settled: false });
    const { sync, claimsLease, claimsVersion } = at.user();
    expect(sync).toMatchObject({
      state: 'retrying',
      attempt: 1,
      error: 'no answer for …',
      waiting: ['acme'],
    });
    expect(sync.nextAt?.toMillis()).toBe(START + SYNC_RETRY.minBackoffSeconds * 1000);
    expect({ claimsLease, claimsVersion }).toEqual({ claimsLease: null, claimsVersion: 0 });
    expect(at.memberSync('acme')).toBe('retrying');
    expect(at.enqueueSync).toHaveBeenCalledExactlyOnceWith(UID, '1', SYNC_RETRY.minBackoffSeconds);

    await syncClaims(at.deps, { uid: UID }, { retryCount: 0 });
    expect(at.memberSync('acme')).toBe('synced');
    expectProjected(at);
  });

  it('has the queue repeat the task, and gives up after its last run [CLAIM-10]', async () => {
    at.put({ membershipsVersion: 1, memberships: { acme: worker } });
    at.setClaims.mockRejectedValue(new Error('no answer'));
    await expect(syncClaims(at.deps, { uid: UID }, { retryCount: 3 })).rejects.toThrow('not there yet');
    expect(at.user().sync).toMatchObject({ state: 'retrying', attempt: 5 });
    await syncClaims(at.deps, { uid: UID }, { retryCount: SYNC_RETRY.maxAttempts - 1 });
    expect(at.user().sync).toMatchObject({ state: 'failed', nextAt: null, error: 'no answer' });
    expect(at.enqueueSync).not.toHaveBeenCalled();
  });

  it.each([
    ['the account is gone', () => (at.account.claims = undefined), 'The account is gone.'],
    [
      'Firebase refuses such claims',
      () => at.setClaims.mockResolvedValue('refused'),
      'Firebase does not take',
    ],
  ])('does not try again when %s', async (_when, arrange, words) => {
    const { project } = await at.change('acme', 'Worker', 'me');
    arrange();
    expect(await project()).toMatchObject({ applied: false, settled: true });
    expect(at.user().sync).toMatchObject({ state: 'failed', nextAt: null });
    expect(at.user().sync.error).toContain(words);
    expect(at.enqueueSync).not.toHaveBeenCalled();
  });
});

describe('when Firestore does not answer', () => {
  it('answers the caller all the same, whose commit is there, and leaves the rest to the task', async () => {
    const { project } = await at.change('acme', 'Worker', 'me');
    at.deps.claimsStore.finish = () => Promise.reject(new Error('unavailable'));
    expect(await project()).toMatchObject({ applied: false, settled: false });
    expect(at.enqueueSync).toHaveBeenCalledOnce();
    expect(at.user().sync.state).toBe('pending');
  });

  it('answers also when the queue is away', async () => {
    const { project } = await at.change('acme', 'Worker', 'me');
    at.deps.claimsStore.finish = () => Promise.reject(new Error('unavailable'));
    at.enqueueSync.mockRejectedValue(new Error('unavailable'));
    expect(await project()).toMatchObject({ applied: false, settled: false });
  });

  it('lets the task be run again', async () => {
    at.deps.claimsStore.findProgress = () => Promise.reject(new Error('unavailable'));
    await expect(syncClaims(at.deps, { uid: UID }, { retryCount: 0 })).rejects.toThrow('unavailable');
  });
});
