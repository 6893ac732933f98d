import { beforeAll, describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { AuditDocument, InviteEventDocument } from '../../functions/src/contract/documents.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminFirestore, find, get, patch } from '../support/admin.ts';
import { expectRefusal, refusalOf } from '../support/expectRefusal.ts';
import { invitation, newMember, newTenant, secretOf, type TestTenant } from '../support/factories.ts';
import { invited, mailedSecret, newInvitee } from '../support/invited.ts';
import { jobEnded, rowsOf } from '../support/jobs.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { claimsOf, newAddress, newPerson, openBrowser, type Person } from '../support/people.ts';

const nobody = openBrowser();
let acme: TestTenant;
let rita: Person;

beforeAll(async () => {
  acme = await newTenant();
  rita = await newMember(acme.id, { role: 'Recruiter', permissions: ['invites:create'] });
});

async function eventsOf(tenantId: string, uid: string): Promise<InviteEventDocument[]> {
  const found = await adminFirestore.collection(paths.inviteEvents(tenantId, uid)).orderBy('at').get();
  return found.docs.map((document) => document.data() as InviteEventDocument);
}

const statusOf = async (secret: string) => (await nobody.call('getInvite', { secret })).status;

describe('resendInvite', () => {
  it('mails a new link to the same address, ends the older ones, and says when it may be done again [LIFE-03, LIFE-04]', async () => {
    const tenant = await newTenant();
    const nina = await invited(tenant);
    await waitForMails(nina.email);
    const ask = { tenantId: tenant.id, uid: nina.uid };
    const answer = await tenant.admin.call('resendInvite', ask);
    const [, newest] = await waitForMails(nina.email, 2);
    expect(secretOf(linkIn(newest!))).toBe(await mailedSecret(tenant.id, nina.uid));
    for (const secret of [nina.handover, nina.mailed]) expect(await statusOf(secret)).toBe('replaced');
    for (const link of [answer.inviteLink, linkIn(newest!)])
      expect(await statusOf(secretOf(link))).toBe('pending');

    const again = () => tenant.admin.call('resendInvite', ask);
    const details = await expectRefusal(again, 'invite/resent-recently', { tenants: [tenant.id] });
    expect(details.retryAfterSeconds).toBeGreaterThan(240);
    expect(details.retryAfterSeconds).toBeLessThanOrEqual(300);
    const key = documentKeys.pendingInvite(tenant.id, nina.uid);
    await patch(key, { resends: { count: 4, lastAt: new Date(Date.now() - 300_000) } });
    expect(await again()).toMatchObject({ nextResendAt: null });
    await patch(key, { resends: { count: 5, lastAt: new Date(0) } });
    await expectRefusal(again, 'invite/resent-too-often', { tenants: [tenant.id] });
  });
});

describe('revokeInvite', () => {
  it('ends all that the invitation gave at once; its invitee neither joins nor reads why [LIFE-05]', async () => {
    const tenant = await newTenant();
    const otto = await newInvitee(tenant);
    expect((await claimsOf(otto.uid)).roles).toHaveProperty(tenant.id);
    await tenant.admin.call('revokeInvite', { tenantId: tenant.id, uid: otto.uid, reason: 'Not you' });
    expect((await claimsOf(otto.uid)).roles ?? {}).not.toHaveProperty(tenant.id);
    expect(await find(documentKeys.member(tenant.id, otto.uid))).toBeUndefined();
    expect(await get(documentKeys.tenantSettings(tenant.id))).toMatchObject({
      seatsUsed: 1,
      pendingInvites: 0,
    });
    await expectRefusal(() => otto.call('acceptInvite', { tenantId: tenant.id }), 'invite/revoked', {
      tenants: [tenant.id],
      uids: [otto.uid],
    });
    const events = await eventsOf(tenant.id, otto.uid);
    const told = events.find(({ kind }) => kind === 'revoked');
    expect(told).toMatchObject({ actorUid: tenant.admin.uid, details: { reason: 'Not you' } });
  });
});

describe('whoever may not', () => {
  it('is refused by each of them in the same way, and nothing changes [LIFE-01, LIFE-02]', async () => {
    const others = await invited(acme);
    const walt = await newMember(acme.id);
    const reader = await newMember(acme.id, { permissions: ['invites:create', 'members:read'] });
    const low = await newMember(acme.id, { role: 'Customer', permissions: ['invites:manage'] });
    const watched = { tenants: [acme.id], uids: [others.uid] };
    const ask = { tenantId: acme.id, uid: others.uid };
    for (const [name, input] of [
      ['resendInvite', ask],
      ['revokeInvite', ask],
      ['updateInvite', { ...ask, firstName: 'Nora' }],
      ['correctInvite', { ...ask, email: newAddress() }],
    ] as const) {
      for (const [person, code] of [
        [walt, 'invite/not-allowed'],
        [rita, 'invite/not-pending'],
        [reader, 'invite/not-yours'],
        [low, 'invite/offer-above-yours'],
      ] as const) {
        await expectRefusal(() => person.callWith(name, input), code, watched);
      }
      const own = await invited(acme, {}, await newMember(acme.id, { role: 'Admin' }));
      await acme.admin.callWith(name, { ...input, uid: own.uid });
    }
  });
});

describe('updateInvite and correctInvite', () => {
  it('change what is offered, and to whom, with what the person holds [LIFE-11, LIFE-13]', async () => {
    const tenant = await newTenant({ seatLimit: 2 });
    const [otto, olga] = [await newInvitee(tenant), await newPerson()];
    const recruiter = { role: 'Recruiter', securityLevel: '3' } as const;
    const changed = await tenant.admin.call('updateInvite', {
      tenantId: tenant.id,
      uid: otto.uid,
      desiredRole: recruiter.role,
      securityLevel: recruiter.securityLevel,
    });
    expect(changed.claimsApplied).toBe(true);
    expect((await claimsOf(otto.uid)).roles).toEqual({ [tenant.id]: recruiter });
    const corrected = await tenant.admin.call('correctInvite', {
      tenantId: tenant.id,
      uid: otto.uid,
      email: olga.email,
    });
    expect(corrected).toMatchObject({ uid: olga.uid, claimsApplied: true });
    expect((await claimsOf(otto.uid)).roles).toEqual({});
    expect((await claimsOf(olga.uid)).roles).toEqual({ [tenant.id]: recruiter });
    await olga.call('acceptInvite', { tenantId: tenant.id });
    expect(await get(documentKeys.tenantSettings(tenant.id))).toMatchObject({
      seatsUsed: 2,
      pendingInvites: 0,
    });
    const kinds = (await eventsOf(tenant.id, olga.uid)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['created', 'address_corrected', 'accepted']));
  });
});

describe('startInvitesJob', () => {
  it(
    'revokes twelve of which one was answered, with an outcome each [LIFE-14]',
    { timeout: 90_000 },
    async () => {
      const tenant = await newTenant();
      const first = await newInvitee(tenant);
      const template = await get(documentKeys.pendingInvite(tenant.id, first.uid));
      const uids = Array.from({ length: 11 }, (_, index) => `copy-${index}`);
      const batch = adminFirestore.batch();
      for (const uid of uids) {
        batch.set(adminFirestore.doc(paths.pendingInvite(tenant.id, uid)), {
          ...template,
          uid,
          inviteId: `of-${uid}`,
        });
      }
      await batch.commit();
      await patch(documentKeys.tenantSettings(tenant.id), { seatsUsed: 13, pendingInvites: 12 });
      await first.call('acceptInvite', { tenantId: tenant.id });
      const { jobId } = await tenant.admin.call('startInvitesJob', {
        tenantId: tenant.id,
        action: 'revoke',
        selection: { uids: [first.uid, ...uids] },
        reason: 'Closed',
      });
      const job = await jobEnded(tenant.id, jobId);
      expect(job).toMatchObject({ state: 'done', total: 12, counts: { done: 11, failed: 1, retriable: 0 } });
      const [failed] = await rowsOf(tenant.id, jobId);
      expect(failed).toMatchObject({ row: { uid: first.uid }, outcome: { code: 'invite/not-pending' } });
      expect(await get(documentKeys.tenantSettings(tenant.id))).toMatchObject({
        seatsUsed: 2,
        pendingInvites: 0,
      });
      const audit = await adminFirestore.collection(paths.audit(tenant.id)).get();
      const actions = audit.docs.map((document) => (document.data() as AuditDocument).action);
      expect(actions.filter((action) => action === 'invite.revoked')).toHaveLength(11);
      expect(actions).toContain('job.started');
    },
  );
});

describe('two at the same moment, by their deployed names', () => {
  it('are one end: accepting and revoking [LIFE-16]', async () => {
    const tenant = await newTenant();
    const otto = await newInvitee(tenant);
    const ask = { tenantId: tenant.id, uid: otto.uid };
    const outcomes = await Promise.allSettled([
      otto.call('acceptInvite', { tenantId: tenant.id }),
      tenant.admin.call('revokeInvite', ask),
    ]);
    const { status } = await get(documentKeys.pendingInvite(tenant.id, otto.uid));
    expect(outcomes.map((outcome) => outcome.status === 'fulfilled')).toEqual([
      status === 'accepted',
      status === 'revoked',
    ]);
    const seatsUsed = status === 'accepted' ? 2 : 1;
    expect(await get(documentKeys.tenantSettings(tenant.id))).toMatchObject({ seatsUsed, pendingInvites: 0 });
  });

  it('are one resending: two clicks with the same key, and a third person’s [LIFE-06]', async () => {
    const tenant = await newTenant();
    const { uid } = await tenant.admin.call('inviteUser', invitation(tenant.id));
    const other = await newMember(tenant.id, { role: 'Admin' });
    const ask = { tenantId: tenant.id, uid };
    const keyed = { ...ask, idempotencyKey: 'resend-12345678' };
    const [one, same] = await Promise.all([
      tenant.admin.call('resendInvite', keyed),
      tenant.admin.call('resendInvite', keyed),
    ]);
    expect(same).toEqual(one);
    expect(await refusalOf(other.call('resendInvite', ask))).toMatchObject({
      code: 'invite/resent-recently',
    });
    expect(await get(documentKeys.pendingInvite(tenant.id, uid))).toMatchObject({ resends: { count: 1 } });
  });
});
