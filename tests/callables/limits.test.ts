import { describe, expect, it } from 'vitest';
import {
  INVITES_A_MINUTE,
  INVITES_A_MINUTE_HRX,
  MAILS_A_DAY_TO_ADDRESS,
  REFUSALS_A_MINUTE,
} from '../../functions/src/contract/limits.ts';
import { isDomainError } from '../../functions/src/platform/DomainError.ts';
import { inviteUser } from '../../functions/src/invites/send/inviteUser.ts';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { mailsInAllKey } from '../../functions/src/outbox/caps.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminAuth, adminFirestore, find, get, put } from '../support/admin.ts';
import { expectRefusal, refusalOf } from '../support/expectRefusal.ts';
import { invitation, newStaff, newTenant } from '../support/factories.ts';
import { callerOf, suiteDeps } from '../support/inProcess.ts';
import { newAddress, newPerson, type Person } from '../support/people.ts';
import { bucketKey } from '../../functions/src/limits/rateLimits.ts';

it('lets an inviter invite five a minute, exactly, also at the same moment', async () => {
  const { id, admin } = await newTenant();
  for (let i = 0; i < INVITES_A_MINUTE - 2; i += 1) await admin.call('inviteUser', invitation(id));
  const requests = Array.from({ length: 4 }, () => invitation(id));
  const answers = await Promise.allSettled(requests.map((request) => admin.call('inviteUser', request)));
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(2);
  for (const answer of answers.filter((each) => each.status === 'rejected')) {
    const details = await refusalOf(Promise.reject(answer.reason as Error));
    expect(details).toMatchObject({ code: 'limits/invites' });
    expect(details.retryAfterSeconds).toBeGreaterThan(0);
    expect(details.retryAfterSeconds).toBeLessThanOrEqual(60);
  }
  const invited = await Promise.all(requests.map(({ email }) => isInvited(id, email)));
  expect(invited.filter(Boolean)).toHaveLength(2);
});

/** Whether there is anything of an address. An attempt that lost a race may have made its account, and nothing else. */
async function isInvited(tenantId: string, email: string): Promise<boolean> {
  const { users } = await adminAuth.getUsers([{ email }]);
  if (users.length === 0) return false;
  const documents = await Promise.all(
    users.flatMap(({ uid }) => [
      find(documentKeys.user(uid)),
      find(documentKeys.pendingInvite(tenantId, uid)),
    ]),
  );
  return documents.some((document) => document !== undefined);
}

it('counts only what was right: refused and unreadable requests take nothing from the inviter [NUM-05]', async () => {
  const { id, admin } = await newTenant();
  for (let i = 0; i < INVITES_A_MINUTE; i += 1) {
    await refusalOf(admin.call('inviteUser', invitation(id, { email: 'no address' })));
    await refusalOf(admin.call('inviteUser', invitation(id, { email: admin.email })));
  }
  await admin.call('inviteUser', invitation(id));
});

it('stops who is denied again and again, and writes no more audit for them [NUM-05]', async () => {
  const { id, admin } = await newTenant();
  const otto = await newPerson({ name: 'otto' });
  const attempt = () => otto.call('inviteUser', invitation(id));
  const now = Date.now();
  const almost = Array.from({ length: REFUSALS_A_MINUTE - 1 }, () => now - 1000);
  await put(bucketKey('refusals', otto.uid), { takenAt: almost, expireAt: new Date(now + 60_000) });
  await expectRefusal(attempt, 'tenant/not-found', { tenants: [id] });
  const details = await expectRefusal(attempt, 'limits/refusals', { tenants: [id] });
  expect(details.retryAfterSeconds).toBeGreaterThan(0);
  const denied = await adminFirestore.collection(paths.hrxAudit()).where('actorUid', '==', otto.uid).get();
  expect(denied.size).toBe(1);
  await admin.call('inviteUser', invitation(id));
});

/** So many use cases at once as no Functions emulator could start processes for. @returns the codes of the refusals. */
async function inviteAtOnce(inviter: Person, tenantId: string, count: number): Promise<string[]> {
  const deps = suiteDeps();
  const outcomes = await Promise.allSettled(
    Array.from({ length: count }, () =>
      inviteUser(deps, callerOf(inviter), {
        ...invitation(tenantId),
        desiredRole: 'Worker',
        securityLevel: '2',
      }),
    ),
  );
  const isRefused = (each: PromiseSettledResult<unknown>) => each.status === 'rejected';
  return outcomes
    .filter(isRefused)
    .map(({ reason }: { reason: unknown }) => (isDomainError(reason) ? reason.code : String(reason)));
}

/** A bucket in which so many are left. */
async function leave(name: 'invites' | 'refusals', uid: string, max: number, left: number): Promise<void> {
  const takenAt = Array.from({ length: max - left }, () => Date.now() - 1000);
  await put(bucketKey(name, uid), { takenAt, expireAt: new Date(Date.now() + 60_000) });
}

describe('counters are exact under concurrency', { timeout: 60_000 }, () => {
  it('twenty invitations of one inviter at once are five [NUM-04]', async () => {
    const { id, admin } = await newTenant();
    const refused = await inviteAtOnce(admin, id, 20);
    expect(refused).toEqual(Array.from({ length: 15 }, () => 'limits/invites'));
    expect(await get(documentKeys.tenantSettings(id))).toMatchObject({ pendingInvites: INVITES_A_MINUTE });
  });

  it('twelve of HRX at once, with five of their sixty left, are five [NUM-04]', async () => {
    const [{ id }, staff] = await Promise.all([newTenant(), newStaff()]);
    await leave('invites', staff.uid, INVITES_A_MINUTE_HRX, 5);
    const refused = await inviteAtOnce(staff, id, 12);
    expect(refused).toEqual(Array.from({ length: 7 }, () => 'limits/invites'));
    expect(await get(documentKeys.tenantSettings(id))).toMatchObject({ pendingInvites: 5 });
  });

  it('twelve refused attempts at once, with five of their sixty left, are five entries [NUM-05]', async () => {
    const [{ id }, otto] = await Promise.all([newTenant(), newPerson({ name: 'otto' })]);
    await leave('refusals', otto.uid, REFUSALS_A_MINUTE, 5);
    const refused = await inviteAtOnce(otto, id, 12);
    expect(refused.filter((code) => code === 'tenant/not-found')).toHaveLength(5);
    expect(refused.filter((code) => code === 'limits/refusals')).toHaveLength(7);
    const denied = await adminFirestore.collection(paths.hrxAudit()).where('actorUid', '==', otto.uid).get();
    expect(denied.size).toBe(5);
  });
});

it('holds the mail of an address that had its ten of the day in all; the invitation is made [NUM-06]', async () => {
  const tenants = await Promise.all([1, 2, 3].map(() => newTenant()));
  const email = newAddress('popular');
  const takenAt = Array.from({ length: MAILS_A_DAY_TO_ADDRESS - 2 }, () => Date.now());
  await put(mailsInAllKey(email), { takenAt, expireAt: new Date(Date.now() + 60_000) });
  const answers = await Promise.all(
    tenants.map(({ id, admin }) => admin.call('inviteUser', invitation(id, { email }))),
  );
  const states = () =>
    Promise.all(
      tenants.map(async ({ id }, index) => {
        const { mail, status } = await get(documentKeys.pendingInvite(id, answers[index]!.uid));
        return `${status} ${mail.state}`;
      }),
    );
  await expect
    .poll(async () => (await states()).sort(), { timeout: 20_000, interval: 200 })
    .toEqual(['pending held', 'pending sent', 'pending sent']);
});
