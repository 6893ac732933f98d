import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminAuth, adminFirestore, find, get, patch } from '../support/admin.ts';
import { accountRecord, expectRefusal } from '../support/expectRefusal.ts';
import { invitation, newStaff, newTenant, secretOf } from '../support/factories.ts';
import { CHOSEN_PASSWORD, invited, mailedSecret } from '../support/invited.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { claimsOf, newAddress, newPerson, openBrowser } from '../support/people.ts';

const nobody = openBrowser();

describe('inviting a new person', () => {
  it('makes an account without a way in, an invitation, a member entry and the role in the claims [DATA-01, DATA-10, CLAIM-11, PROOF-01, ACC-03]', async () => {
    const acme = await newTenant();
    const request = invitation(acme.id, { customMessage: 'Welcome!\nSee you soon.', designation: 'Driver' });
    const answer = await acme.admin.call('inviteUser', request);
    expect(answer).toMatchObject({ userExists: false, claimsApplied: true });

    const { uid } = answer;
    expect(await get(documentKeys.pendingInvite(acme.id, uid))).toMatchObject({
      email: request.email,
      status: 'pending',
      role: 'Worker',
      tenantName: acme.name,
      inviterUid: acme.admin.uid,
      inviterName: 'Pat Person',
      inviteId: answer.inviteId,
      message: 'Welcome!\nSee you soon.',
      designation: 'Driver',
      openedAt: null,
    });
    expect(await get(documentKeys.member(acme.id, uid))).toMatchObject({ state: 'invited', role: 'Worker' });
    expect(await claimsOf(uid)).toEqual({ roles: { [acme.id]: { role: 'Worker', securityLevel: '2' } } });
    expect(await get(documentKeys.user(uid))).toMatchObject({
      origin: 'invited',
      madeBy: { tenantId: acme.id, inviteId: answer.inviteId },
      begun: null,
    });
    const account = await adminAuth.getUser(uid);
    expect(account).toMatchObject({ email: request.email, emailVerified: false, disabled: false });
    expect(account.providerData).toEqual([]);
  });

  it('reserves a seat, counts the invitation and writes the audit in uids alone [DATA-02, CLAIM-14]', async () => {
    const acme = await newTenant({ seatLimit: 2 });
    const request = invitation(acme.id);
    const { uid, inviteId } = await acme.admin.call('inviteUser', request);
    expect(await get(documentKeys.tenantSettings(acme.id))).toMatchObject({
      seatsUsed: 2,
      pendingInvites: 1,
    });

    const audit = await adminFirestore.collection(paths.audit(acme.id)).get();
    const entries = audit.docs.map((document) => document.data());
    expect(entries).toMatchObject([
      {
        action: 'invite.created',
        actorUid: acme.admin.uid,
        actorKind: 'member',
        targetUid: uid,
        inviteId,
        after: { role: 'Worker', securityLevel: '2', permissions: [] },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('@');
  });

  it('mails a link of its own, which no answer holds [LINK-09]', async () => {
    const acme = await newTenant();
    const request = invitation(acme.id);
    const { uid, inviteLink } = await acme.admin.call('inviteUser', request);
    const [mail] = await waitForMails(request.email);
    expect(mail!.text).toContain(acme.name);
    expect(secretOf(linkIn(mail!))).toBe(await mailedSecret(acme.id, uid));
    expect(secretOf(linkIn(mail!))).not.toBe(secretOf(inviteLink));
  });

  it('lasts as long as the tenant says, or as the inviter says [NUM-02]', async () => {
    const acme = await newTenant({ inviteLifetimeHours: 24 });
    const hoursUntil = (instant: string) => Math.round((Date.parse(instant) - Date.now()) / 3600_000);
    const standard = await acme.admin.call('inviteUser', invitation(acme.id));
    const short = await acme.admin.call('inviteUser', invitation(acme.id, { expiresInHours: 2 }));
    expect(hoursUntil(standard.expiresAt)).toBe(24);
    expect(hoursUntil(short.expiresAt)).toBe(2);
  });

  it('is one canonical address, however it was typed', async () => {
    const acme = await newTenant();
    const email = newAddress();
    const { uid } = await acme.admin.call('inviteUser', invitation(acme.id, { email: email.toUpperCase() }));
    expect((await adminAuth.getUserByEmail(email)).uid).toBe(uid);
    expect(await get(documentKeys.pendingInvite(acme.id, uid))).toMatchObject({ email });
  });

  it.each([
    ['the tenant wants acceptance first', { requireAcceptance: true }, {}],
    ['the offer is Admin', {}, { desiredRole: 'Admin' as const, securityLevel: '7' as const }],
    ['the offer has permissions', {}, { permissions: ['members:read' as const] }],
  ])('writes no claim before acceptance where %s [CLAIM-12, ACC-03]', async (_name, settings, overrides) => {
    const acme = await newTenant(settings);
    const answer = await acme.admin.call('inviteUser', invitation(acme.id, overrides));
    expect(answer.claimsApplied).toBe(false);
    expect((await claimsOf(answer.uid)).roles ?? {}).toEqual({});
    expect(await get(documentKeys.member(acme.id, answer.uid))).toMatchObject({ state: 'invited' });
  });
});

describe('inviting as HRX', () => {
  it('works in any tenant, and is marked in both audits [API-08, AUTH-08, AUTH-12]', async () => {
    const acme = await newTenant();
    const hana = await newStaff();
    const { uid } = await hana.call(
      'inviteUser',
      invitation(acme.id, { desiredRole: 'Admin', securityLevel: '7' }),
    );
    expect(await get(documentKeys.pendingInvite(acme.id, uid))).toMatchObject({
      inviterIsHrx: true,
      inviterName: 'Stella Staff',
    });
    for (const collection of [paths.audit(acme.id), paths.hrxAudit()]) {
      const entries = await adminFirestore.collection(collection).where('targetUid', '==', uid).get();
      expect(entries.docs.map((document) => document.data())).toMatchObject([{ actorKind: 'hrx' }]);
    }
  });
});

describe('inviting somebody who has an account', () => {
  it('adds the role of a proven one to their claims, and changes nothing else about them [CLAIM-11, PROOF-01, ACC-01]', async () => {
    const acme = await newTenant();
    const otto = await newPerson({ name: 'otto', claims: { region: 'eu', roles: {} } });
    const before = (await accountRecord({ localId: [otto.uid] })) as Record<string, unknown>;
    const answer = await acme.admin.call('inviteUser', invitation(acme.id, { email: otto.email }));
    expect(answer).toMatchObject({ uid: otto.uid, userExists: true, claimsApplied: true });
    expect(await claimsOf(otto.uid)).toEqual({
      region: 'eu',
      roles: { [acme.id]: { role: 'Worker', securityLevel: '2' } },
    });
    const after = (await accountRecord({ localId: [otto.uid] })) as Record<string, unknown>;
    expect({ ...after, customAttributes: null }).toEqual({ ...before, customAttributes: null });
    expect(await get(documentKeys.user(otto.uid))).toMatchObject({ origin: 'existing', madeBy: null });
  });

  it.each([
    ['unproven', { emailVerified: false }],
    ['disabled', { disabled: true }],
  ])(
    'gives an %s one the invitation alone, and leaves the account byte for byte [CLAIM-17, ACC-01, ACC-02, ACC-05]',
    async (_name, change) => {
      const acme = await newTenant();
      const una = await newPerson({ name: 'una' });
      await adminAuth.updateUser(una.uid, change);
      const before = await accountRecord({ localId: [una.uid] });
      const answer = await acme.admin.call('inviteUser', invitation(acme.id, { email: una.email }));
      expect(answer).toMatchObject({ uid: una.uid, userExists: true, claimsApplied: false });
      expect(await accountRecord({ localId: [una.uid] })).toEqual(before);
      expect(await find(documentKeys.member(acme.id, una.uid))).toBeUndefined();
      expect(await find(documentKeys.user(una.uid))).toBeUndefined();
      expect(await get(documentKeys.pendingInvite(acme.id, una.uid))).toMatchObject({ status: 'pending' });
    },
  );

  it('tells a never-used account of an earlier invitation from one that somebody uses [ACC-02]', async () => {
    const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
    const request = invitation(acme.id);
    const first = await acme.admin.call('inviteUser', request);
    const second = await globex.admin.call('inviteUser', { ...request, tenantId: globex.id });
    expect(second).toMatchObject({ uid: first.uid, userExists: false, claimsApplied: true });
    expect(Object.keys((await claimsOf(first.uid)).roles ?? {}).sort()).toEqual([acme.id, globex.id].sort());
  });
});

describe('inviting again', () => {
  it('follows an invitation that has ended, under a new id, and takes its place and seat over [INV-04]', async () => {
    const acme = await newTenant();
    const request = invitation(acme.id);
    const first = await acme.admin.call('inviteUser', request);
    const key = documentKeys.pendingInvite(acme.id, first.uid);
    await patch(key, { expiresAt: new Date(Date.now() - 1000) });
    const second = await acme.admin.call('inviteUser', {
      ...request,
      desiredRole: 'Customer',
      securityLevel: '1',
    });
    expect(second.uid).toBe(first.uid);
    expect(second.inviteId).not.toBe(first.inviteId);
    expect(await get(key)).toMatchObject({ status: 'pending', role: 'Customer', generation: 2 });
    expect(await get(documentKeys.tenantSettings(acme.id))).toMatchObject({
      seatsUsed: 2,
      pendingInvites: 1,
    });
    expect((await claimsOf(first.uid)).roles).toEqual({
      [acme.id]: { role: 'Customer', securityLevel: '1' },
    });
    const dead = await acme.admin.call('getInvite', { secret: secretOf(first.inviteLink) });
    expect(dead.status).toBe('replaced');
  });

  it.each(['accepted', 'declined', 'revoked', 'expired'] as const)(
    'makes it wait again after it was %s, under an id that the audit carries, and no older link opens the new one [INV-01, INV-04, LINK-16, ATTACK-03]',
    async (status) => {
      const acme = await newTenant();
      const first = await invited(acme);
      await patch(documentKeys.pendingInvite(acme.id, first.uid), { status });
      // What an end leaves: no member document, no membership.
      await adminFirestore.doc(paths.member(acme.id, first.uid)).delete();
      await patch(documentKeys.user(first.uid), { memberships: {} });
      const second = await invited(acme, { email: first.email });
      expect(second.uid).toBe(first.uid);
      expect(await get(documentKeys.pendingInvite(acme.id, first.uid))).toMatchObject({
        status: 'pending',
        inviteId: second.inviteId,
        generation: 2,
      });
      const audit = await adminFirestore.collection(paths.audit(acme.id)).get();
      const entries = audit.docs.map((document) => document.data());
      expect(entries.map(({ inviteId }) => inviteId as string).sort()).toEqual(
        [first.inviteId, second.inviteId].sort(),
      );
      const watched = { tenants: [acme.id], uids: [first.uid] };
      for (const secret of [first.mailed, first.handover]) {
        const attempt = () => nobody.call('redeemInvite', { secret, password: CHOSEN_PASSWORD });
        await expectRefusal(attempt, 'invite/replaced', watched);
      }
      // Nor does the older mail say no to the new one.
      const decline = () => nobody.call('declineInvite', { secret: first.mailed, email: first.email });
      await expectRefusal(decline, 'invite/replaced', watched);
      expect(await nobody.call('getInvite', { secret: second.mailed })).toMatchObject({ status: 'pending' });
      // What becomes of the new one is not what became of theirs.
      await patch(documentKeys.pendingInvite(acme.id, first.uid), { status: 'revoked' });
      expect(await nobody.call('getInvite', { secret: first.mailed })).toMatchObject({ status: 'replaced' });
    },
  );
});
