import { describe, expect, it } from 'vitest';
import accounts from '../../emulator-data/auth_export/accounts.json' with { type: 'json' };
import { computeClaims } from '../../functions/src/claims/computeClaims.ts';
import type {
  InviteEventDocument,
  MemberDocument,
  PendingInviteDocument,
  TenantSettingsDocument,
  UserDocument,
  Written,
} from '../../functions/src/contract/documents.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { INVITE_STATUSES } from '../../functions/src/contract/statuses.ts';
import { parseLinkKeys } from '../../functions/src/platform/linkKeys.ts';
import { millisOf } from '../../functions/src/platform/millisOf.ts';
import { demoDocuments } from './demoDocuments.ts';
import { DEMO_PASSWORD, demoPeople } from './demoPeople.ts';

const keys = parseLinkKeys(`local:${'ab'.repeat(32)}`);
const documents = demoDocuments(keys, new Date('2026-11-20T10:00:00Z'));
const account = (uid: string) => accounts.users.find(({ localId }) => localId === uid);

function documentsAt<Document>(pattern: RegExp): Document[] {
  return Object.entries(documents)
    .filter(([path]) => pattern.test(path))
    .map(([, document]) => document as Document);
}
const members = documentsAt<Written<MemberDocument>>(/^tenants\/[^/]+\/members\//);
const users = documentsAt<Written<UserDocument>>(/^users\//);
const invites = documentsAt<Written<PendingInviteDocument>>(/\/pending_invites\/[^/]+$/);

describe('the demo world', () => {
  it('gives each person of the screen an account with the one password', () => {
    for (const { uid, email } of demoPeople) {
      expect(account(uid)).toMatchObject({
        email,
        passwordHash: expect.stringContaining(DEMO_PASSWORD) as string,
      });
    }
  });

  it('leaves only the address of una unproven among those who can sign in', () => {
    const unproven = demoPeople.filter(({ uid }) => !account(uid)?.emailVerified);

    expect(unproven.map(({ uid }) => uid)).toEqual(['una']);
  });

  it.each(users.map((user) => [user.uid, user] as const))(
    'gives %s the claims that the projector would',
    (uid, user) => {
      const input = { memberships: user.memberships, staffActive: paths.staff(uid) in documents };

      expect(JSON.parse(account(uid)!.customAttributes!)).toEqual(computeClaims(input, {}).claims);
    },
  );

  it('gives claims to nobody else', () => {
    const known = new Set(users.map(({ uid }) => uid));

    expect(accounts.users.filter((each) => 'customAttributes' in each && !known.has(each.localId))).toEqual(
      [],
    );
  });

  it('says the same of each membership in both of its documents', () => {
    expect(members).not.toEqual([]);
    for (const { tenantId, uid, role, securityLevel, state } of members) {
      const user = users.find((each) => each.uid === uid);
      expect(user?.memberships[tenantId]).toMatchObject({ role, securityLevel, state });
    }
    expect(users.flatMap((user) => Object.keys(user.memberships))).toHaveLength(members.length);
  });

  it('shows an invitation in every state, each with an account', () => {
    expect(new Set(invites.map(({ status }) => status))).toEqual(new Set(INVITE_STATUSES));
    for (const { uid, email } of invites) expect(account(uid)?.email).toBe(email);
  });

  it('tells of each how it came to its state, in order and by people that there are', () => {
    for (const { uid, inviteId, status } of invites) {
      const told = documentsAt<Written<InviteEventDocument>>(new RegExp(`/pending_invites/${uid}/events/`));
      const times = told.map(({ at }) => millisOf(at));
      expect(told[0]).toMatchObject({ kind: 'created', actorUid: 'adam', actorName: 'Adam Reyes' });
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(told.every((event) => event.inviteId === inviteId)).toBe(true);
      if (status !== 'pending') expect(told.at(-1)?.kind).toBe(status);
    }
  });

  it('has no way to sign in for those who were invited and never came', () => {
    const waiting = invites.filter(({ status }) => status !== 'accepted');

    for (const { uid } of waiting) expect(account(uid)).not.toHaveProperty('passwordHash');
  });

  it.each(['acme', 'globex'])('counts the seats and the open invitations of %s', (tenantId) => {
    const settings = documents[paths.tenantSettings(tenantId)] as TenantSettingsDocument;
    const here = members.filter((each) => each.tenantId === tenantId);
    const open = invites.filter((each) => each.tenantId === tenantId && each.status === 'pending');

    expect(settings).toMatchObject({ seatsUsed: here.length, pendingInvites: open.length });
  });
});
