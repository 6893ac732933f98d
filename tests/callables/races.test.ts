import { describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { acceptInvite } from '../../functions/src/invites/answer/acceptInvite.ts';
import { declineInvite } from '../../functions/src/invites/answer/declineInvite.ts';
import { inviteUser } from '../../functions/src/invites/send/inviteUser.ts';
import { redeemInvite } from '../../functions/src/invites/answer/redeemInvite.ts';
import { setTenantRole } from '../../functions/src/members/setTenantRole.ts';
import { adminFirestore, find, get } from '../support/admin.ts';
import { accountsWith, refusalOf } from '../support/expectRefusal.ts';
import { addMember, invitation, newMember, newTenant } from '../support/factories.ts';
import { callerOf, suiteDeps } from '../support/inProcess.ts';
import { CHOSEN_PASSWORD, invited, newInvitee } from '../support/invited.ts';
import { claimsOf, newPerson } from '../support/people.ts';

async function auditActions(tenantId: string): Promise<string[]> {
  const entries = await adminFirestore.collection(paths.audit(tenantId)).get();
  return entries.docs.map((document) => String(document.data()['action'])).sort();
}

describe('accepting at the same moment', () => {
  it('is one acceptance and the same answer to each of four browsers', { timeout: 60_000 }, async () => {
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => otto.call('acceptInvite', { tenantId: acme.id })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await auditActions(acme.id)).toEqual(['invite.accepted', 'invite.created']);
  });

  it('is one acceptance of fifty, with one seat and one entry in the audit [INV-06]', async () => {
    const deps = suiteDeps();
    const acme = await newTenant({ seatLimit: 2 });
    const otto = await newInvitee(acme);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => acceptInvite(deps, callerOf(otto), { tenantId: acme.id })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await auditActions(acme.id)).toEqual(['invite.accepted', 'invite.created']);
    expect(await get(documentKeys.tenantSettings(acme.id))).toMatchObject({
      seatsUsed: 2,
      pendingInvites: 0,
    });
  });
});

describe('inviting at the same moment', () => {
  it('makes one invitation of a person by several inviters of one tenant', async () => {
    const acme = await newTenant();
    const inviters = [
      acme.admin,
      await newMember(acme.id, { role: 'Admin' }),
      await newMember(acme.id, { role: 'Admin' }),
    ];
    const request = invitation(acme.id);
    const outcomes = await Promise.allSettled(inviters.map((inviter) => inviter.call('inviteUser', request)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes.filter((each) => each.status === 'rejected')) {
      expect(await refusalOf(Promise.reject(outcome.reason as Error))).toEqual({
        code: 'invite/already-invited',
      });
    }
    expect(await accountsWith(request.email)).toBe(1);
    expect(await get(documentKeys.tenantSettings(acme.id))).toMatchObject({ pendingInvites: 1 });
  });

  it('makes one account of a new person for several tenants, and every role stands [ATTACK-08]', async () => {
    const tenants = await Promise.all([newTenant(), newTenant(), newTenant()]);
    const { email } = invitation('any');
    const answers = await Promise.all(
      tenants.map(({ id, admin }) => admin.call('inviteUser', invitation(id, { email }))),
    );
    expect(new Set(answers.map(({ uid }) => uid)).size).toBe(1);
    expect(answers.map(({ userExists }) => userExists)).toEqual([false, false, false]);
    const { uid } = answers[0]!;
    expect(Object.keys((await claimsOf(uid)).roles ?? {}).sort()).toEqual(tenants.map(({ id }) => id).sort());
    expect(await get(documentKeys.user(uid))).toMatchObject({ origin: 'invited' });
  });

  it('gives the last seat once [CLAIM-15]', async () => {
    const acme = await newTenant({ seatLimit: 2 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => acme.admin.call('inviteUser', invitation(acme.id))),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes.filter((each) => each.status === 'rejected')) {
      expect(await refusalOf(Promise.reject(outcome.reason as Error))).toEqual({ code: 'limits/seats' });
    }
    expect(await get(documentKeys.tenantSettings(acme.id))).toMatchObject({ seatsUsed: 2 });
  });
});

describe('thirty changes to one person over twelve tenants at the same moment', () => {
  it(
    'leave every winner’s role in the claims, the member documents and the person’s own [CLAIM-02]',
    { timeout: 90_000 },
    async () => {
      const deps = suiteDeps();
      const walt = await newPerson({ name: 'walt', claims: { region: 'eu' } });
      const tenants = await Promise.all(Array.from({ length: 12 }, () => newTenant()));
      const [members, strangers] = [tenants.slice(0, 6), tenants.slice(6)];
      for (const { id } of members) await addMember(id, walt);

      const roles = [
        { role: 'Customer', securityLevel: '1' },
        { role: 'Worker', securityLevel: '3' },
        { role: 'Recruiter', securityLevel: '4' },
        { role: 'Manager', securityLevel: '6' },
      ] as const;
      const changes = members.flatMap(({ id, admin }) =>
        roles.map((role) => setTenantRole(deps, callerOf(admin), { tenantId: id, uid: walt.uid, ...role })),
      );
      const invitations = strangers.map(({ id, admin }) =>
        inviteUser(deps, callerOf(admin), {
          ...invitation(id, { email: walt.email }),
          desiredRole: 'Recruiter',
          securityLevel: '3',
        }),
      );
      const answers = await Promise.all([...changes, ...invitations]);
      expect(answers.map(({ claimsApplied }) => claimsApplied)).toEqual(answers.map(() => true));

      const { roles: inClaims, ...others } = await claimsOf(walt.uid);
      expect(others).toEqual({ region: 'eu' });
      const user = await get(documentKeys.user(walt.uid));
      expect(user.claimsVersion).toBe(user.membershipsVersion);
      for (const { id } of tenants) {
        const member = await find(documentKeys.member(id, walt.uid));
        const decided = { role: member!.role, securityLevel: member!.securityLevel };
        expect(user.memberships[id]).toMatchObject(decided);
        expect(inClaims![id]).toEqual(decided);
      }
    },
  );
});

describe('accepting and declining at the same moment', { timeout: 60_000 }, () => {
  it('is one answer of ten, and the seat, the entry, the audit and the claims agree with it [INV-06]', async () => {
    const deps = suiteDeps();
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    const ask = { tenantId: acme.id };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, async (_, index) =>
        index % 2 === 0
          ? (await acceptInvite(deps, callerOf(otto), ask), 'accepted')
          : (await declineInvite(deps, callerOf(otto), ask), 'declined'),
      ),
    );
    const { status } = await get(documentKeys.pendingInvite(acme.id, otto.uid));
    const answers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(answers).toEqual(Array.from({ length: 5 }, () => status));
    expect(await auditActions(acme.id)).toEqual([`invite.${status}`, 'invite.created'].sort());
    const isIn = status === 'accepted';
    expect(await get(documentKeys.tenantSettings(acme.id))).toMatchObject({
      seatsUsed: isIn ? 2 : 1,
      pendingInvites: 0,
    });
    const member = await find(documentKeys.member(acme.id, otto.uid));
    expect(member?.state).toBe(isIn ? 'active' : undefined);
    const user = await get(documentKeys.user(otto.uid));
    expect(Object.keys(user.memberships)).toEqual(isIn ? [acme.id] : []);
    expect(Object.keys((await claimsOf(otto.uid)).roles ?? {})).toEqual(isIn ? [acme.id] : []);
    expect(user.claimsVersion).toBe(user.membershipsVersion);
  });

  it('is one declining of twenty, with one seat back', async () => {
    const deps = suiteDeps();
    const acme = await newTenant();
    const otto = await newInvitee(acme);
    const ask = { tenantId: acme.id };
    await Promise.all(Array.from({ length: 20 }, () => declineInvite(deps, callerOf(otto), ask)));
    expect(await auditActions(acme.id)).toEqual(['invite.created', 'invite.declined']);
    expect(await get(documentKeys.tenantSettings(acme.id))).toMatchObject({
      seatsUsed: 1,
      pendingInvites: 0,
    });
  });
});

describe(
  'beginning by hand-over and another tenant’s invitation at the same moment',
  { timeout: 60_000 },
  () => {
    it('never leave the account to whoever holds the link, with the other tenant in it [LINK-13]', async () => {
      const deps = suiteDeps();
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, async () => {
          const [acme, globex] = await Promise.all([newTenant(), newTenant()]);
          const { uid, email, handover } = await invited(acme);
          const other = { ...invitation(globex.id, { email }), desiredRole: 'Worker', securityLevel: '2' };
          const [redeemed] = await Promise.all([
            redeemInvite(deps, { secret: handover, password: CHOSEN_PASSWORD }),
            inviteUser(deps, callerOf(globex.admin), other as Parameters<typeof inviteUser>[2]),
          ]);
          const { begun, memberships } = await get(documentKeys.user(uid));
          const entry = await find(documentKeys.member(globex.id, uid));
          const isStarted = redeemed.way === 'set-password';
          expect(begun?.by).toBe(isStarted ? 'handover' : undefined);
          expect(entry === undefined).toBe(isStarted);
          expect(globex.id in memberships).toBe(!isStarted);
          expect(globex.id in ((await claimsOf(uid)).roles ?? {})).toBe(!isStarted);
          return redeemed.way;
        }),
      );
      expect(outcomes.every((way) => way === 'set-password' || way === 'check-mail')).toBe(true);
    });
  },
);
