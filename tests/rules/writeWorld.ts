/** Two tenants, and a document of every collection, written past the rules. */
import type { RulesTestEnvironment } from '@firebase/rules-unit-testing';
import { doc, setDoc, setLogLevel, Timestamp } from 'firebase/firestore';
import { paths } from '../../functions/src/contract/paths.ts';
import { firestoreOf } from './environment.ts';
import { SIGNED_IN_AT } from './people.ts';

// The SDK logs each denial that a test provokes.
setLogLevel('silent');

const later = Timestamp.fromMillis(Date.now() + 24 * 3600_000);
const earlier = Timestamp.fromMillis(Date.now() - 24 * 3600_000);

interface Membership {
  role?: string;
  state?: string;
  permissions?: string[];
  invitedUntil?: Timestamp | null;
}

const acmeMembers: Record<string, Membership> = {
  adam: { role: 'Admin' },
  'adam-ended': { role: 'Admin' },
  suspended: { role: 'Admin', state: 'suspended' },
  unproven: { role: 'Admin' },
  clicked: { role: 'Admin' },
  changed: { role: 'Admin' },
  'invited-admin': { role: 'Admin', state: 'invited', invitedUntil: later },
  unclaimed: { role: 'Admin' },
  truncated: { role: 'Admin' },
  mona: { role: 'Manager' },
  rita: { role: 'Recruiter', permissions: ['invites:create'] },
  reader: { permissions: ['members:read'] },
  auditor: { permissions: ['audit:read'] },
  manager: { permissions: ['invites:manage'] },
  hr: { permissions: ['members:manage'] },
  walt: {},
  ivy: { state: 'invited', invitedUntil: later },
  ed: { state: 'invited', invitedUntil: earlier },
};

const users: Record<string, object> = {
  adam: { sessionsValidFrom: Timestamp.fromMillis(SIGNED_IN_AT * 1000), begun: null },
  'adam-ended': { sessionsValidFrom: Timestamp.fromMillis((SIGNED_IN_AT + 2) * 1000), begun: null },
  'hana-ended': { sessionsValidFrom: Timestamp.fromMillis((SIGNED_IN_AT + 2) * 1000), begun: null },
  ivy: { sessionsValidFrom: null, begun: { by: 'mail' }, addressProven: null },
  iris: { sessionsValidFrom: Timestamp.fromMillis((SIGNED_IN_AT + 2) * 1000), begun: { by: 'mail' } },
  clicked: { sessionsValidFrom: null, begun: { by: 'handover' }, addressProven: null },
  changed: {
    sessionsValidFrom: null,
    begun: { by: 'handover' },
    addressProven: { email: 'before@acme.example' },
  },
  hank: { sessionsValidFrom: null, begun: { by: 'handover' }, addressProven: null },
  harry: {
    sessionsValidFrom: null,
    begun: { by: 'handover' },
    addressProven: { email: 'harry@acme.example' },
  },
  rosa: {
    sessionsValidFrom: null,
    begun: null,
    addressProven: { email: 'rosa@acme.example' },
    reclaim: { holder: 'somebody' },
  },
};

/** The people whom acme has invited: by adam, but for one by rita, and by two who might once. */
const invitedUids = ['ivy', 'ed', 'una', 'hank', 'harry', 'rosa', 'iris'];
const otherInviters = ['rita', 'walt', 'removed'];

/** Work on many: who started it, and the right that it is managed by. */
const jobs: Record<string, { startedByUid: string; managedBy: string }> = {
  invitations: { startedByUid: 'rita', managedBy: 'invites:manage' },
  members: { startedByUid: 'walt', managedBy: 'members:manage' },
  'by-removed': { startedByUid: 'removed', managedBy: 'invites:manage' },
};

/** Otto's has ended. */
function invite(uid: string, inviterUid: string, expiresAt: Timestamp, status = 'pending') {
  return {
    uid,
    email: `${uid}@acme.example`,
    inviterUid,
    status,
    inviteId: `invite-of-${uid}`,
    searchTokens: [uid],
    createdAt: earlier,
    expiresAt,
  };
}

/** Writes the world of the tests; what was there before is cleared. */
export async function writeWorld(environment: RulesTestEnvironment): Promise<void> {
  await environment.clearFirestore();
  await environment.withSecurityRulesDisabled(async (context) => {
    const db = firestoreOf(context);
    const documents: [string, object][] = [
      [paths.tenant('acme'), { name: 'Acme Staffing', slug: 'acme' }],
      [paths.tenantSettings('acme'), { ownerUid: 'adam' }],
      [paths.inviteSecret('acme', 'ivy'), { generation: 1 }],
      [`${paths.audit('acme')}/a1`, { action: 'invite.created' }],
      [`${paths.hrxAudit()}/h1`, { action: 'denied' }],
      [paths.inviteLink('abc'), { uid: 'ivy' }],
      [paths.idempotency('abc'), { hash: 'x' }],
      [paths.rateLimit('abc'), { count: 1 }],
      [paths.tenant('globex'), { name: 'Globex Logistics', slug: 'globex' }],
      [paths.tenantSettings('globex'), { ownerUid: 'gloria' }],
      [paths.member('globex', 'gloria'), { uid: 'gloria', role: 'Admin', state: 'active', permissions: [] }],
      [paths.staff('hana'), { active: true }],
      [paths.staff('hana-ended'), { active: true }],
      [paths.staff('new-staff'), { active: true }],
      [paths.staff('former'), { active: false }],
      ...Object.entries(jobs).flatMap(([id, job]): [string, object][] => [
        [paths.job('acme', id), { ...job, createdAt: earlier }],
        [paths.jobPage('acme', id, 0), { n: 0, rows: [] }],
      ]),
      [paths.pendingInvite('acme', 'otto'), invite('otto', 'adam', later, 'revoked')],
      ...['ivy', 'by-rita', 'otto'].flatMap((uid): [string, object][] => [
        [paths.inviteEvent('acme', uid, 'now'), { inviteId: `invite-of-${uid}`, at: later }],
        [paths.inviteEvent('acme', uid, 'before'), { inviteId: 'an-earlier-one', at: earlier }],
      ]),
      ...otherInviters.map((uid): [string, object] => [
        paths.pendingInvite('acme', `by-${uid}`),
        invite(`by-${uid}`, uid, later),
      ]),
      ...invitedUids.map((uid): [string, object] => [
        paths.pendingInvite('acme', uid),
        invite(uid, 'adam', uid === 'ed' ? earlier : later),
      ]),
      ...Object.entries(acmeMembers).map(([uid, membership]): [string, object] => [
        paths.member('acme', uid),
        { uid, role: 'Worker', state: 'active', permissions: [], invitedUntil: null, ...membership },
      ]),
      ...Object.entries(users).map(([uid, user]): [string, object] => [paths.user(uid), { uid, ...user }]),
    ];
    await Promise.all(documents.map(([path, data]) => setDoc(doc(db, path), data)));
  });
}
