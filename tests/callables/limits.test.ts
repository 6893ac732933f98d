import { expect, it } from 'vitest';
import { INVITES_A_MINUTE, REFUSALS_A_MINUTE } from '../../functions/src/contract/limits.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminFirestore, put } from '../support/admin.ts';
import { accountsWith, expectRefusal, refusalOf } from '../support/expectRefusal.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { newPerson } from '../support/people.ts';
import { bucketKey } from '../../functions/src/limits/rateLimits.ts';

it('lets an inviter invite five a minute, exactly, also at the same moment', async () => {
  const { id, admin } = await newTenant();
  const requests = Array.from({ length: INVITES_A_MINUTE + 3 }, () => invitation(id));
  const answers = await Promise.allSettled(requests.map((request) => admin.call('inviteUser', request)));
  expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(INVITES_A_MINUTE);
  for (const answer of answers.filter((each) => each.status === 'rejected')) {
    const details = await refusalOf(Promise.reject(answer.reason as Error));
    expect(details).toMatchObject({ code: 'limits/invites' });
    expect(details.retryAfterSeconds).toBeGreaterThan(0);
    expect(details.retryAfterSeconds).toBeLessThanOrEqual(60);
  }
  const made = await Promise.all(requests.map(({ email }) => accountsWith(email)));
  expect(made.filter((count) => count === 1)).toHaveLength(INVITES_A_MINUTE);
});

it('counts only what was right: refused and unreadable requests take nothing from the inviter', async () => {
  const { id, admin } = await newTenant();
  for (let i = 0; i < INVITES_A_MINUTE; i += 1) {
    await refusalOf(admin.call('inviteUser', invitation(id, { email: 'no address' })));
    await refusalOf(admin.call('inviteUser', invitation(id, { email: admin.email })));
  }
  await admin.call('inviteUser', invitation(id));
});

it('stops who is denied again and again, and writes no more audit for them', async () => {
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
