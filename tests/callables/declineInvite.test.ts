import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { DECLINED_REST_DAYS, REASON_LENGTH_MAX } from '../../functions/src/contract/limits.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminAuth, adminFirestore, find, get, patch } from '../support/admin.ts';
import { expectRefusal, snapshot } from '../support/expectRefusal.ts';
import { invitation, newStaff, newTenant, type TestTenant } from '../support/factories.ts';
import { invited, newInvitee, newStarter } from '../support/invited.ts';
import { claimsOf, newPerson, openBrowser } from '../support/people.ts';

const nobody = openBrowser();

async function declinedEntries({ id }: TestTenant): Promise<FirebaseFirestore.DocumentData[]> {
  const found = await adminFirestore
    .collection(paths.audit(id))
    .where('action', '==', 'invite.declined')
    .get();
  return found.docs.map((document) => document.data());
}

/** Everything that an invitation holds or gives is gone, once. */
async function expectDeclined(acme: TestTenant, uid: string, reason: string | null): Promise<void> {
  const invite = await get(documentKeys.pendingInvite(acme.id, uid));
  expect(invite).toMatchObject({ status: 'declined', declinedReason: reason });
  expect(invite.declinedAt).not.toBeNull();
  expect(await get(documentKeys.tenantSettings(acme.id))).toMatchObject({ seatsUsed: 1, pendingInvites: 0 });
  expect(await find(documentKeys.member(acme.id, uid))).toBeUndefined();
  expect((await claimsOf(uid)).roles ?? {}).toEqual({});
  const entries = await declinedEntries(acme);
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ actorUid: uid, actorKind: 'invitee', before: { status: 'pending' } });
  expect(JSON.stringify(entries)).not.toContain('@');
}

describe('declining', () => {
  it('by the signed-in invitee gives back the seat, the entry and the claims, with the reason [CLAIM-15]', async () => {
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    expect((await claimsOf(otto.uid)).roles).toHaveProperty(acme.id);
    await otto.call('declineInvite', { tenantId: acme.id, reason: ' No time this year. ' });
    await expectDeclined(acme, otto.uid, 'No time this year.');
    const { claimsVersion, membershipsVersion } = await get(documentKeys.user(otto.uid));
    expect(claimsVersion).toBe(membershipsVersion);
  });

  it('by the mailed link needs no account, and makes every link of the invitation say so [LINK-16]', async () => {
    const acme = await newTenant();
    const { uid, email, mailed, handover } = await invited(acme);
    expect(await nobody.call('declineInvite', { secret: mailed, email })).toEqual({});
    await expectDeclined(acme, uid, null);
    for (const secret of [mailed, handover]) {
      expect(await nobody.call('getInvite', { secret })).toMatchObject({ status: 'declined', step: 'none' });
      const attempt = () => nobody.call('redeemInvite', { secret, password: 'a new password' });
      await expectRefusal(attempt, 'invite/declined', { tenants: [acme.id], uids: [uid] });
    }
  });

  it('again is the same answer, and changes nothing more', async () => {
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    await otto.call('declineInvite', { tenantId: acme.id, reason: 'first' });
    const before = await snapshot({ tenants: [acme.id], uids: [otto.uid] });
    expect(await otto.call('declineInvite', { tenantId: acme.id, reason: 'second' })).toEqual({});
    expect(await snapshot({ tenants: [acme.id], uids: [otto.uid] })).toEqual(before);
  });

  it('is not for who holds a handed-over link: that proves nobody [API-14, ANSWER-09]', async () => {
    const acme = await newTenant();
    const { uid, email, handover, mailed } = await invited(acme);
    const watched = { tenants: [acme.id], uids: [uid] };
    const attempt = () => nobody.call('declineInvite', { secret: handover, email });
    await expectRefusal(attempt, 'invite/mail-link-needed', watched);
    await nobody.call('declineInvite', { secret: mailed, email });
  });

  it('is for the invitee themselves: nobody signed in, another account, or an address that nobody proved [API-14, ANSWER-09]', async () => {
    const acme = await newTenant();
    const una = await newPerson({ name: 'una', emailVerified: false });
    await acme.admin.call('inviteUser', invitation(acme.id, { email: una.email }));
    const watched = { tenants: [acme.id], uids: [una.uid] };
    const ask = { tenantId: acme.id };
    await expectRefusal(() => nobody.call('declineInvite', ask), 'auth/required', watched);
    const other = await newPerson();
    await expectRefusal(() => other.call('declineInvite', ask), 'invite/not-found', watched);
    await expectRefusal(() => una.call('declineInvite', ask), 'invite/address-not-proven', watched);
    await adminAuth.updateUser(una.uid, { emailVerified: true });
    await una.call('declineInvite', ask);
    await expectDeclined(acme, una.uid, null);
  });

  it('works for who began by this tenant’s hand-over', async () => {
    const acme = await newTenant();
    const starter = await newStarter(acme);
    await starter.call('declineInvite', { tenantId: acme.id });
    await expectDeclined(acme, starter.uid, null);
  });

  it.each([
    ['accepted', 'invite/used'],
    ['revoked', 'invite/revoked'],
    ['expired', 'invite/expired'],
  ] as const)('comes too late when the invitation was %s [INV-02]', async (status, code) => {
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    await patch(documentKeys.pendingInvite(acme.id, otto.uid), { status });
    const watched = { tenants: [acme.id], uids: [otto.uid] };
    await expectRefusal(() => otto.call('declineInvite', { tenantId: acme.id }), code, watched);
    await patch(documentKeys.pendingInvite(acme.id, otto.uid), { status: 'pending' });
    await otto.call('declineInvite', { tenantId: acme.id });
  });

  it('takes a bounded reason in plain words, and one invitation at a time', async () => {
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    const watched = { tenants: [acme.id], uids: [otto.uid] };
    const ask = { tenantId: acme.id };
    for (const [input, field] of [
      [{ ...ask, reason: 'x'.repeat(REASON_LENGTH_MAX + 1) }, 'reason'],
      [{ ...ask, reason: 'see https://evil.example' }, 'reason'],
      [{ ...ask, secret: 'ab'.repeat(32) }, 'tenantId'],
      [{}, 'tenantId'],
    ] as const) {
      const details = await expectRefusal(
        () => otto.callWith('declineInvite', input),
        'request/invalid',
        watched,
      );
      expect(Object.keys(details.fields!)).toEqual([field]);
    }
    await otto.call('declineInvite', { ...ask, reason: 'x'.repeat(REASON_LENGTH_MAX) });
  });
});

describe('who has declined', () => {
  it('is left in peace by that tenant for seven days; HRX and other tenants may ask', async () => {
    const [acme, globex, staff] = await Promise.all([newTenant(), newTenant(), newStaff()]);
    const otto = await newInvitee(acme);
    await otto.call('declineInvite', { tenantId: acme.id });
    const again = () => acme.admin.call('inviteUser', invitation(acme.id, { email: otto.email }));
    const watched = { tenants: [acme.id], uids: [otto.uid] };
    const { retryAfterSeconds } = await expectRefusal(again, 'invite/declined-recently', watched);
    expect(retryAfterSeconds).toBeGreaterThan(DECLINED_REST_DAYS * 24 * 3600 - 60);
    await globex.admin.call('inviteUser', invitation(globex.id, { email: otto.email }));

    const declinedAt = new Date(Date.now() - DECLINED_REST_DAYS * 24 * 3600_000);
    await patch(documentKeys.pendingInvite(acme.id, otto.uid), { declinedAt });
    const { inviteId } = await again();
    expect(await get(documentKeys.pendingInvite(acme.id, otto.uid))).toMatchObject({
      status: 'pending',
      inviteId,
      declinedAt: null,
      declinedReason: null,
    });
    await otto.call('declineInvite', { tenantId: acme.id });
    await staff.call('inviteUser', invitation(acme.id, { email: otto.email }));
  });
});
