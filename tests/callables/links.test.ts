import { beforeAll, describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { InviteStatus } from '../../functions/src/contract/statuses.ts';
import { adminAuth, get, patch } from '../support/admin.ts';
import { expectRefusal, refusalOf, snapshot } from '../support/expectRefusal.ts';
import { invitation, newMember, newTenant, secretOf, type TestTenant } from '../support/factories.ts';
import { invited } from '../support/invited.ts';
import { linkIn, mailsTo, waitForMails } from '../support/mailbox.ts';
import { newAddress, newPerson, openBrowser } from '../support/people.ts';

let acme: TestTenant;
const nobody = openBrowser();

beforeAll(async () => {
  acme = await newTenant();
});

describe('opening a link', () => {
  it('shows who invites whom to what, and the next step, to whoever holds it [LINK-14]', async () => {
    const { handover, mailed, expiresAt, email } = await invited(acme, { customMessage: 'Hello' });
    const shown = {
      status: 'pending',
      tenantId: acme.id,
      tenantName: acme.name,
      inviterName: 'Pat Person',
      role: 'Worker',
      securityLevel: '2',
      message: 'Hello',
      maskedEmail: `n•••${email.slice(email.indexOf('@'))}`,
      firstName: 'Nina',
      lastName: 'New',
      expiresAt,
      step: 'set-password',
    };
    expect(await nobody.call('getInvite', { secret: mailed })).toEqual({ ...shown, kind: 'mail' });
    expect(await nobody.call('getInvite', { secret: handover })).toEqual({ ...shown, kind: 'handover' });
  });

  it('spends nothing, however often: it records once that somebody did [LINK-19]', async () => {
    const { uid, mailed } = await invited(await newTenant());
    const { tenantId } = await nobody.call('getInvite', { secret: mailed });
    const key = documentKeys.pendingInvite(tenantId, uid);
    const { openedAt } = await get(key);
    expect(openedAt).not.toBeNull();
    const before = await snapshot({ tenants: [tenantId], uids: [uid] });
    await Promise.all(Array.from({ length: 3 }, () => nobody.call('getInvite', { secret: mailed })));
    expect(await snapshot({ tenants: [tenantId], uids: [uid] })).toEqual(before);
  });

  it.each([
    ['is made up', () => 'ab'.repeat(32), 'invite/not-found'],
    ['is cut', (secret: string) => secret.slice(1), 'request/invalid'],
    ['is padded', (secret: string) => `${secret}0`, 'request/invalid'],
    ['is in capitals', (secret: string) => secret.toUpperCase(), 'request/invalid'],
    ['has a space', (secret: string) => `${secret} `, 'request/invalid'],
    [
      'has one digit changed',
      (secret: string) => (secret.startsWith('0') ? '1' : '0') + secret.slice(1),
      'invite/not-found',
    ],
  ] as const)(
    'finds nothing where the secret %s [API-11, FIRST-01, ATTACK-01]',
    async (_name, change, code) => {
      const tenant = await newTenant();
      const { handover } = await invited(tenant);
      const secret = change(handover);
      for (const name of ['getInvite', 'redeemInvite'] as const) {
        await expectRefusal(() => nobody.call(name, { secret }), code, { tenants: [tenant.id] });
      }
      expect(await nobody.call('getInvite', { secret: handover })).toMatchObject({ status: 'pending' });
    },
  );

  it.each([
    ['accepted', 'invite/used'],
    ['declined', 'invite/declined'],
    ['revoked', 'invite/revoked'],
    ['expired', 'invite/expired'],
  ] as const)(
    'tells that the invitation was %s, and nothing about it [LINK-18, FIRST-01]',
    async (status, code) => {
      const tenant = await newTenant();
      const { uid, handover, mailed } = await invited(tenant);
      await patch(documentKeys.pendingInvite(tenant.id, uid), { status: status satisfies InviteStatus });
      for (const secret of [handover, mailed]) {
        const shown = await nobody.call('getInvite', { secret });
        expect(shown).toMatchObject({ status, step: 'none', tenantName: tenant.name });
        expect([shown.inviterName, shown.role, shown.message, shown.firstName]).toEqual([
          null,
          null,
          null,
          null,
        ]);
        const attempt = () => nobody.call('redeemInvite', { secret, password: 'a new password' });
        await expectRefusal(attempt, code, { tenants: [tenant.id], uids: [uid] });
      }
    },
  );

  it('tells first what became of it, whatever account it was for [FIRST-01]', async () => {
    const tenant = await newTenant();
    const { uid, mailed, handover } = await invited(tenant);
    const key = documentKeys.pendingInvite(tenant.id, uid);
    const watched = { tenants: [tenant.id], uids: [uid] };
    await adminAuth.updateUser(uid, { disabled: true, email: newAddress('moved'), emailVerified: true });
    await patch(key, { status: 'revoked' });
    for (const secret of [mailed, handover]) {
      expect(await nobody.call('getInvite', { secret })).toMatchObject({ status: 'revoked' });
      await expectRefusal(() => nobody.call('redeemInvite', { secret }), 'invite/revoked', watched);
    }
    await patch(key, { status: 'pending' });
    await expectRefusal(
      () => nobody.call('redeemInvite', { secret: mailed }),
      'auth/account-disabled',
      watched,
    );
  });

  it('is over from the moment that the invitation ends, before any sweep [CLAIM-18, INV-05, LINK-16]', async () => {
    const tenant = await newTenant();
    const { uid, mailed } = await invited(tenant);
    const key = documentKeys.pendingInvite(tenant.id, uid);
    await patch(key, { expiresAt: new Date(Date.now() - 1) });
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ status: 'expired' });
    await expectRefusal(() => nobody.call('redeemInvite', { secret: mailed }), 'invite/expired', {
      tenants: [tenant.id],
      uids: [uid],
    });
    await patch(key, { expiresAt: new Date(Date.now() + 60_000) });
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({ status: 'pending' });
  });
});

describe('a fresh link to hand over', () => {
  it('takes the place of the one before, and leaves the mailed one alone [LINK-17]', async () => {
    const { uid, handover, mailed, expiresAt } = await invited(acme);
    const fresh = await acme.admin.call('createInviteLink', { tenantId: acme.id, uid, fresh: true });
    expect(fresh.expiresAt).toBe(expiresAt);
    expect(secretOf(fresh.inviteLink)).not.toBe(handover);
    expect(await nobody.call('getInvite', { secret: handover })).toMatchObject({
      status: 'replaced',
      step: 'none',
    });
    await refusalOf(nobody.call('redeemInvite', { secret: handover, password: 'a new password' }));
    expect(await nobody.call('getInvite', { secret: secretOf(fresh.inviteLink) })).toMatchObject({
      status: 'pending',
    });
    expect(await nobody.call('getInvite', { secret: mailed })).toMatchObject({
      status: 'pending',
      kind: 'mail',
    });
  });

  it('is made for who asks for one: a copy is the link that there is, and ends none [LIFE-07]', async () => {
    const { uid, handover, inviteLink } = await invited(acme);
    const ask = { tenantId: acme.id, uid };
    expect((await acme.admin.call('createInviteLink', ask)).inviteLink).toBe(inviteLink);
    const fresh = await acme.admin.call('createInviteLink', { ...ask, fresh: true });
    expect(await acme.admin.call('createInviteLink', ask)).toEqual(fresh);
    expect(await nobody.call('getInvite', { secret: handover })).toMatchObject({ status: 'replaced' });
  });

  it('is for who may invite, and may give what this invitation gives [API-10, AUTH-09]', async () => {
    const tenant = await newTenant();
    const high = await tenant.admin.call(
      'inviteUser',
      invitation(tenant.id, { desiredRole: 'Manager', securityLevel: '5' }),
    );
    const permissions = ['invites:create', 'members:read'] as const;
    const rita = await newMember(tenant.id, { role: 'Recruiter', permissions: [...permissions] });
    const walt = await newMember(tenant.id);
    const watched = { tenants: [tenant.id] };
    const ask = { tenantId: tenant.id, uid: high.uid };
    await expectRefusal(() => walt.call('createInviteLink', ask), 'invite/not-allowed', watched);
    await expectRefusal(() => rita.call('createInviteLink', ask), 'invite/offer-too-high', watched);
    const low = await tenant.admin.call('inviteUser', invitation(tenant.id));
    await rita.call('createInviteLink', { tenantId: tenant.id, uid: low.uid });
  });

  it('is only for one’s own invitations without the right to see the others [AUTH-19]', async () => {
    const tenant = await newTenant();
    const rita = await newMember(tenant.id, { role: 'Recruiter', permissions: ['invites:create'] });
    const others = await tenant.admin.call('inviteUser', invitation(tenant.id));
    const own = await rita.call('inviteUser', invitation(tenant.id));
    const watched = { tenants: [tenant.id] };
    const attempt = (uid: string) => () => rita.call('createInviteLink', { tenantId: tenant.id, uid });
    const hidden = await expectRefusal(attempt(others.uid), 'invite/not-pending', watched);
    expect(await expectRefusal(attempt('nobody-at-all'), 'invite/not-pending', watched)).toEqual(hidden);
    await rita.call('createInviteLink', { tenantId: tenant.id, uid: own.uid });
  });

  it('is not made for an invitation that has ended [API-10]', async () => {
    const tenant = await newTenant();
    const { uid } = await tenant.admin.call('inviteUser', invitation(tenant.id));
    const key = documentKeys.pendingInvite(tenant.id, uid);
    const attempt = () => tenant.admin.call('createInviteLink', { tenantId: tenant.id, uid });
    await patch(key, { expiresAt: new Date(Date.now() - 1000) });
    await expectRefusal(attempt, 'invite/not-pending', { tenants: [tenant.id] });
    await patch(key, { expiresAt: new Date(Date.now() + 60_000) });
    await attempt();
  });
});

describe('asking for the mail', () => {
  it('mails the very same link again, to the invited address alone, and tells nobody [API-12, LINK-07]', async () => {
    const { handover, mailed, email } = await invited(acme);
    await waitForMails(email);
    expect(await nobody.call('sendInviteMail', { secret: handover })).toEqual({});
    const mails = await waitForMails(email, 2);
    expect(mails.map((mail) => secretOf(linkIn(mail)))).toEqual([mailed, mailed]);
  });

  it('answers the same to a secret that never was one, or is dead [API-12]', async () => {
    const tenant = await newTenant();
    const { uid, handover, email } = await invited(tenant);
    await waitForMails(email);
    await patch(documentKeys.pendingInvite(tenant.id, uid), { status: 'revoked' });
    const before = await snapshot({ tenants: [tenant.id] });
    expect(await nobody.call('sendInviteMail', { secret: handover })).toEqual({});
    expect(await nobody.call('sendInviteMail', { secret: 'ab'.repeat(32) })).toEqual({});
    expect(await snapshot({ tenants: [tenant.id] })).toEqual(before);
    expect(await mailsTo(email)).toHaveLength(1);
  });
});

describe('the same call again, by its key', () => {
  it('gets the same answer, and nothing is done twice [DATA-06, LINK-08]', async () => {
    const tenant = await newTenant();
    const request = invitation(tenant.id, { idempotencyKey: 'form-12345678' });
    const first = await tenant.admin.call('inviteUser', request);
    await waitForMails(request.email);
    const before = await snapshot({ tenants: [tenant.id], uids: [first.uid] });
    expect(await tenant.admin.call('inviteUser', request)).toEqual(first);
    const link = { tenantId: tenant.id, uid: first.uid, fresh: true, idempotencyKey: 'copy-12345678' };
    const copied = await tenant.admin.call('createInviteLink', link);
    expect(await tenant.admin.call('createInviteLink', link)).toEqual(copied);
    const changed = Object.keys(before).filter((path) => path.startsWith('invite_links'));
    const after = await snapshot({ tenants: [tenant.id], uids: [first.uid] });
    expect(Object.keys(after).filter((path) => path.startsWith('invite_links'))).toHaveLength(
      changed.length + 1,
    );
    expect(await mailsTo(request.email)).toHaveLength(1);
  });

  it('is refused with other contents, and is another call for another person', async () => {
    const tenant = await newTenant();
    const other = await newMember(tenant.id, { role: 'Admin' });
    const request = invitation(tenant.id, { idempotencyKey: 'form-12345678' });
    await tenant.admin.call('inviteUser', request);
    const changed = { ...request, firstName: 'Nora' };
    await expectRefusal(() => tenant.admin.call('inviteUser', changed), 'request/key-reused', {
      tenants: [tenant.id],
    });
    const again = invitation(tenant.id, { idempotencyKey: 'form-12345678' });
    await other.call('inviteUser', again);
  });

  it('is no answer any more where a newer link took the place of its own, or the invitation has ended', async () => {
    const tenant = await newTenant();
    const { uid } = await tenant.admin.call('inviteUser', invitation(tenant.id));
    const ask = { tenantId: tenant.id, uid, fresh: true };
    const copy = { ...ask, idempotencyKey: 'copy-12345678' };
    await tenant.admin.call('createInviteLink', copy);
    const newest = await tenant.admin.call('createInviteLink', { ...ask, idempotencyKey: 'copy-23456789' });
    const repeat = () => tenant.admin.call('createInviteLink', copy);
    await expectRefusal(repeat, 'invite/replaced', { tenants: [tenant.id] });
    expect(await tenant.admin.call('createInviteLink', { ...ask, idempotencyKey: 'copy-23456789' })).toEqual(
      newest,
    );
    await patch(documentKeys.pendingInvite(tenant.id, uid), { status: 'revoked' });
    await expectRefusal(repeat, 'invite/not-pending', { tenants: [tenant.id] });
  });

  it('gives the answer that was lost, also when the link has been replaced: the invitation is the same [LINK-08]', async () => {
    const tenant = await newTenant();
    const request = invitation(tenant.id, { idempotencyKey: 'form-12345678' });
    const first = await tenant.admin.call('inviteUser', request);
    await tenant.admin.call('createInviteLink', { tenantId: tenant.id, uid: first.uid, fresh: true });
    expect(await tenant.admin.call('inviteUser', request)).toEqual(first);
    expect(await nobody.call('getInvite', { secret: secretOf(first.inviteLink) })).toMatchObject({
      status: 'replaced',
    });
  });

  it('makes one invitation of two clicks at the same moment', async () => {
    const tenant = await newTenant();
    const request = invitation(tenant.id, { idempotencyKey: 'double-click-1' });
    const [first, second] = await Promise.all([
      tenant.admin.call('inviteUser', request),
      tenant.admin.call('inviteUser', request),
    ]);
    expect(second).toEqual(first);
    expect(await get(documentKeys.tenantSettings(tenant.id))).toMatchObject({ pendingInvites: 1 });
  });
});

describe('a stranger', () => {
  it('makes no link in a tenant that is not theirs', async () => {
    const { uid } = await acme.admin.call('inviteUser', invitation(acme.id));
    const otto = await newPerson();
    const ask = { tenantId: acme.id, uid };
    await expectRefusal(() => otto.call('createInviteLink', ask), 'tenant/not-found', { tenants: [acme.id] });
    await acme.admin.call('createInviteLink', ask);
  });
});
