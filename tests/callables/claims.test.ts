import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { localLinkKey } from '../../emulators/plan/functionsEnvironment.ts';
import { planSuite } from '../../emulators/plan/suitePlan.ts';
import { claimsWriter } from '../../functions/src/claims/claims.auth.ts';
import { claimsStore } from '../../functions/src/claims/claims.firestore.ts';
import { CLAIMS_BYTES_MAX, computeClaims } from '../../functions/src/claims/computeClaims.ts';
import { projectClaims } from '../../functions/src/claims/projectClaims.ts';
import type { ProjectorDeps, SetClaims } from '../../functions/src/claims/projection.ts';
import { syncQueue } from '../../functions/src/claims/syncQueue.ts';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { UserMembership, Written } from '../../functions/src/contract/documents.ts';
import { inviteUser } from '../../functions/src/invites/send/inviteUser.ts';
import { setTenantRole } from '../../functions/src/members/setTenantRole.ts';
import type { Role } from '../../functions/src/contract/roles.ts';
import { log } from '../../functions/src/platform/log.ts';
import { getDeps } from '../../functions/src/deps.ts';
import { versionedRead } from '../../functions/src/platform/versionedRead.ts';
import { reads, transactions } from '../../functions/src/platform/transaction.ts';
import { accountStore } from '../../functions/src/accounts/accounts.auth.ts';
import { withMembership } from '../../functions/src/members/withMembership.ts';
import { newUserDocument } from '../../functions/src/domain/account.ts';
import { adminAuth, adminFirestore, find, get, patch, put } from '../support/admin.ts';
import { addMember, invitation, newTenant, type TestTenant } from '../support/factories.ts';
import { claimsOf, newPerson, unique, type Person } from '../support/people.ts';

const plan = planSuite(true, process.env);
Object.assign(process.env, { INVITE_LINK_KEY: localLinkKey(plan), FRONTEND_URL: plan.webUrl });

const transact = transactions(adminFirestore);
const quiet = () => undefined;

/** The projector on the suite, in this process: what a test breaks of it the functions still have whole. */
function projector(overrides: Partial<ProjectorDeps> = {}): ProjectorDeps {
  return {
    clock: { now: () => new Date() },
    log: { ...log, warn: quiet, error: quiet },
    sleep: (milliseconds) => sleep(milliseconds),
    claimsStore: claimsStore(transact, reads(adminFirestore), versionedRead(adminFirestore)),
    accounts: accountStore(adminAuth),
    setClaims: claimsWriter(adminAuth),
    syncQueue,
    ...overrides,
  };
}

/** Commits a membership as the use cases do, and projects it. */
async function change(deps: ProjectorDeps, person: Person, tenantId: string, role: Role) {
  const options = await transact(async (tx) => {
    const { user } = await tx.readAll({ user: documentKeys.user(person.uid) });
    const now = new Date();
    const changed = withMembership(user, {
      uid: person.uid,
      tenantId,
      membership: { role, securityLevel: '2', state: 'active', inClaims: true, since: now },
      inviteId: '',
      staffActive: false,
      holder: unique('holder'),
      now,
    });
    tx.set(documentKeys.user(person.uid), changed.document);
    return changed.claimsWork!.options;
  });
  return projectClaims(deps, person.uid, options);
}

/** Claims, the person's document and the member documents all say the same. */
async function expectAgreement(person: Person, others: Record<string, unknown> = {}) {
  const user = await get(documentKeys.user(person.uid));
  const { claims } = computeClaims({ memberships: user.memberships, staffActive: false }, others);
  expect(await claimsOf(person.uid)).toEqual(claims);
  expect(user.claimsVersion).toBe(user.membershipsVersion);
  expect(user.claimsLease).toBeNull();
  expect(user.sync).toMatchObject({ state: 'synced', waiting: [] });
  for (const [tenantId, { role, securityLevel }] of Object.entries(user.memberships)) {
    const member = await find(documentKeys.member(tenantId, person.uid));
    if (member) expect(member).toMatchObject({ role, securityLevel, sync: 'synced' });
  }
  return user;
}

/** The person is a member of three quarters of the tenants, and is yet to be invited into the others. */
async function newCrowd(size: number) {
  const person = await newPerson({ claims: { region: 'eu' } });
  const tenants = await Promise.all(Array.from({ length: size }, () => newTenant()));
  const joined = tenants.slice(0, (size * 3) / 4);
  for (const tenant of joined) await addMember(tenant.id, person);
  return { person, tenants, joined, inviting: tenants.slice(joined.length) };
}

const roleChange = ({ id }: TestTenant, { uid }: Person, role: Role) => ({
  tenantId: id,
  uid,
  role,
  securityLevel: '2' as const,
});

async function expectAllInClaims({ person, tenants, inviting }: Awaited<ReturnType<typeof newCrowd>>) {
  const { memberships } = await expectAgreement(person, { region: 'eu' });
  expect(Object.keys(memberships).sort()).toEqual(tenants.map(({ id }) => id).sort());
  const { roles } = await claimsOf(person.uid);
  expect(Object.keys(roles ?? {}).sort()).toEqual(Object.keys(memberships).sort());
  for (const { id } of inviting) expect(memberships[id]).toMatchObject({ state: 'invited', role: 'Worker' });
}

describe('claims', () => {
  it('hold every winner of 30 role changes and invitations at once over 12 tenants, and what is not ours [CLAIM-02]', async () => {
    const crowd = await newCrowd(12);
    const { person, joined, inviting } = crowd;
    const deps = getDeps();
    const callerOf = ({ admin }: TestTenant) => ({ uid: admin.uid, authTimeMillis: Date.now() });
    const change = (tenant: TestTenant, role: Role) =>
      setTenantRole(deps, callerOf(tenant), roleChange(tenant, person, role));
    const answers = await Promise.all([
      ...joined.flatMap((tenant) => [change(tenant, 'Recruiter'), change(tenant, 'Customer')]),
      ...joined.map((tenant) => change(tenant, 'Manager')),
      ...inviting.map((tenant) =>
        inviteUser(deps, callerOf(tenant), invitation(tenant.id, { email: person.email })),
      ),
    ]);
    expect(answers.map(({ claimsApplied }) => claimsApplied)).toEqual(Array<boolean>(30).fill(true));
    await expectAllInClaims(crowd);
  });

  it('hold what several callables decided at once, called by their names', async () => {
    const crowd = await newCrowd(4);
    const { person, joined, inviting } = crowd;
    const answers = await Promise.all([
      ...joined.map((tenant) => tenant.admin.call('setTenantRole', roleChange(tenant, person, 'Recruiter'))),
      ...inviting.map((tenant) =>
        tenant.admin.call('inviteUser', invitation(tenant.id, { email: person.email })),
      ),
    ]);
    expect(answers.map(({ claimsApplied }) => claimsApplied)).toEqual(Array<boolean>(4).fill(true));
    await expectAllInClaims(crowd);
  }, 60_000);

  it('hold all of 30 projections at once, each true when it answers [CLAIM-09]', async () => {
    const person = await newPerson({ claims: { region: 'eu' } });
    const deps = projector();
    const results = await Promise.all(
      Array.from({ length: 30 }, async (_, index) => {
        const tenantId = `tenant-${index % 12}`;
        const result = await change(deps, person, tenantId, index % 2 ? 'Worker' : 'Customer');
        expect((await claimsOf(person.uid)).roles).toHaveProperty(tenantId);
        return result;
      }),
    );
    expect(results.every(({ applied }) => applied)).toBe(true);
    const { membershipsVersion } = await expectAgreement(person, { region: 'eu' });
    expect(membershipsVersion).toBe(30);
  });

  it('keep the most recent of 40 tenants, say that there are more, and keep what is not ours', async () => {
    const others = { region: 'eu', beta: ['a', 'b'] };
    const person = await newPerson({ claims: others });
    const memberships = Object.fromEntries(
      Array.from({ length: 39 }, (_, index): [string, Written<UserMembership>] => [
        `tenant-with-a-long-id-${index}`,
        {
          role: 'Worker',
          securityLevel: '2',
          state: 'active',
          inClaims: true,
          since: new Date(index * 1000),
        },
      ]),
    );
    const blank = newUserDocument(person.uid, { tenantId: '', inviteId: '' });
    await put(documentKeys.user(person.uid), { ...blank, memberships, membershipsVersion: 1 });

    const { applied, leftOut } = await change(projector(), person, 'newest', 'Recruiter');
    expect(applied).toBe(true);
    const claims = await claimsOf(person.uid);
    expect(claims).toMatchObject({ ...others, rolesTruncated: true });
    expect(Object.keys(claims.roles ?? {})).toContain('newest');
    expect(Object.keys(claims.roles ?? {})).toContain('tenant-with-a-long-id-38');
    expect(leftOut).toContain('tenant-with-a-long-id-0');
    expect(Object.keys(claims.roles ?? {}).length + leftOut.length).toBe(40);
    expect(Buffer.byteLength(JSON.stringify(claims))).toBeLessThanOrEqual(CLAIMS_BYTES_MAX);
    expect((await get(documentKeys.user(person.uid))).claimsLeftOut).toEqual(leftOut);
  });

  it('come by the task when Auth does not answer at first [CLAIM-10]', async () => {
    const acme = await newTenant();
    const person = await newPerson();
    await addMember(acme.id, person);
    await patch(documentKeys.member(acme.id, person.uid), { role: 'Recruiter', sync: 'pending' });
    const setClaims = vi.fn<SetClaims>(() => Promise.reject(new Error('no answer')));
    const answer = await change(projector({ setClaims }), person, acme.id, 'Recruiter');
    expect(answer).toMatchObject({ applied: false, settled: false });
    expect(setClaims).toHaveBeenCalledOnce();

    await vi.waitFor(
      async () =>
        expect((await claimsOf(person.uid)).roles).toMatchObject({ [acme.id]: { role: 'Recruiter' } }),
      {
        timeout: 45_000,
        interval: 150,
      },
    );
    await vi.waitFor(() => expectAgreement(person), { timeout: 10_000, interval: 150 });
  }, 60_000);

  it('are no longer tried for an account that is gone', async () => {
    const person = await newPerson();
    await adminAuth.deleteUser(person.uid);
    expect(await change(projector(), person, 'acme', 'Worker')).toMatchObject({
      applied: false,
      settled: true,
    });
    expect((await get(documentKeys.user(person.uid))).sync).toMatchObject({ state: 'failed', nextAt: null });
  });

  it('are written for a disabled account, so that they are right when it is opened again', async () => {
    const person = await newPerson();
    await adminAuth.updateUser(person.uid, { disabled: true });
    expect(await change(projector(), person, 'acme', 'Worker')).toMatchObject({ applied: true });
    await expectAgreement(person);
  });

  it('say hrx for staff alone, by the staff document', async () => {
    const person = await newPerson({ claims: { hrx: true } });
    await change(projector(), person, 'acme', 'Worker');
    expect(await claimsOf(person.uid)).not.toHaveProperty('hrx');
    await put(documentKeys.staff(person.uid), { active: true, name: 'Stella Staff' });
    const user = await get(documentKeys.user(person.uid));
    await patch(documentKeys.user(person.uid), { membershipsVersion: user.membershipsVersion + 1 });
    await projectClaims(projector(), person.uid);
    expect(await claimsOf(person.uid)).toMatchObject({ hrx: true });
  });
});
