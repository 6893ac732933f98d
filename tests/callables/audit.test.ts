import { expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { AuditDocument } from '../../functions/src/contract/documents.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { adminFirestore, patch } from '../support/admin.ts';
import { refusalOf } from '../support/expectRefusal.ts';
import { invitation, newMember, newStaff, newTenant } from '../support/factories.ts';
import { newPerson } from '../support/people.ts';

type Entries = Record<string, AuditDocument>;

async function entriesIn(collection: string, tenantId: string): Promise<Entries> {
  const found = await adminFirestore.collection(collection).where('tenantId', '==', tenantId).get();
  return Object.fromEntries(found.docs.map((document) => [document.id, document.data() as AuditDocument]));
}

const WORKER = { role: 'Worker', securityLevel: '2', permissions: [] };
const PENDING = { status: 'pending' };

it(
  'the audit tells each deed once and for good: who did what to whom, HRX’s in both, in uids alone [API-10, AUTH-12, DATA-02]',
  { timeout: 60_000 },
  async () => {
    const acme = await newTenant();
    const [hana, otto, olga, pia] = await Promise.all([newStaff(), newPerson(), newPerson(), newPerson()]);
    const second = await newMember(acme.id, { role: 'Admin' });
    let before: Entries = {};

    /** Does something. @returns the one entry that it adds; every earlier one is what it was. */
    async function entryOf(act: () => Promise<unknown>): Promise<AuditDocument> {
      await act();
      const now = await entriesIn(paths.audit(acme.id), acme.id);
      const [added = '', ...more] = Object.keys(now).filter((id) => !(id in before));
      expect(more).toEqual([]);
      expect(now).toEqual({ ...before, [added]: now[added] });
      before = now;
      return now[added]!;
    }

    let nina = { uid: '', inviteId: '' };
    const byHrx = { tenantId: acme.id, actorUid: hana.uid, actorKind: 'hrx' };
    const invited = await entryOf(async () => {
      nina = await hana.call('inviteUser', invitation(acme.id));
    });
    const aboutNina = { ...byHrx, targetUid: nina.uid, inviteId: nina.inviteId };
    expect(invited).toMatchObject({ ...aboutNina, action: 'invite.created', before: null, after: WORKER });
    expect(Math.abs(invited.at.toMillis() - Date.now())).toBeLessThan(30_000);

    const copy = () => hana.call('createInviteLink', { tenantId: acme.id, uid: nina.uid });
    expect(await entryOf(copy)).toMatchObject({ ...aboutNina, action: 'invite.link_copied' });

    for (const [person, inviter] of [
      [otto, acme.admin],
      [olga, acme.admin],
      [pia, second],
    ] as const) {
      const request = invitation(acme.id, { email: person.email });
      expect(await entryOf(() => inviter.call('inviteUser', request))).toMatchObject({
        action: 'invite.created',
        actorUid: inviter.uid,
        actorKind: 'member',
        targetUid: person.uid,
      });
    }

    expect(await entryOf(() => otto.call('acceptInvite', { tenantId: acme.id }))).toMatchObject({
      action: 'invite.accepted',
      actorUid: otto.uid,
      actorKind: 'invitee',
      targetUid: otto.uid,
      before: PENDING,
      after: { status: 'accepted', ...WORKER },
    });
    const decline = () => olga.call('declineInvite', { tenantId: acme.id, reason: 'I stay with Globex' });
    expect(await entryOf(decline)).toMatchObject({
      action: 'invite.declined',
      actorUid: olga.uid,
      actorKind: 'invitee',
      targetUid: olga.uid,
      before: PENDING,
      after: { status: 'declined', hasReason: true },
    });
    await patch(documentKeys.member(acme.id, second.uid), { role: 'Worker', securityLevel: '2' });
    expect(await entryOf(() => refusalOf(pia.call('acceptInvite', { tenantId: acme.id })))).toMatchObject({
      action: 'invite.revoked',
      targetUid: pia.uid,
      before: PENDING,
      after: { status: 'revoked', reason: 'inviter_lost_right' },
    });
    const change = { tenantId: acme.id, uid: otto.uid, role: 'Recruiter', securityLevel: '3' } as const;
    expect(await entryOf(() => hana.call('setTenantRole', change))).toMatchObject({
      ...byHrx,
      action: 'member.role_changed',
      targetUid: otto.uid,
      before: { role: 'Worker', securityLevel: '2' },
      after: { role: 'Recruiter', securityLevel: '3' },
    });

    const ofHrx = Object.entries(before).filter(([, { actorKind }]) => actorKind === 'hrx');
    expect(ofHrx).toHaveLength(3);
    expect(await entriesIn(paths.hrxAudit(), acme.id)).toEqual(Object.fromEntries(ofHrx));
    const said = JSON.stringify(before);
    for (const personal of ['@', 'Nina', 'Pat', 'Globex']) expect(said).not.toContain(personal);
  },
);
