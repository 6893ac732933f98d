import { beforeAll, describe, expect, it } from 'vitest';
import type { CallableName } from '../../functions/src/contract/callables.ts';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { ErrorCode } from '../../functions/src/contract/errors.ts';
import { newUserDocument } from '../../functions/src/domain/account.ts';
import { adminAuth, find, patch, put } from '../support/admin.ts';
import { expectRefusal } from '../support/expectRefusal.ts';
import { addMember, invitation, newMember, newTenant, type TestTenant } from '../support/factories.ts';
import { newInvitee } from '../support/invited.ts';
import { jobEnded, putJob } from '../support/jobs.ts';
import { newAddress, newPerson, type Person } from '../support/people.ts';
import { suite } from '../support/suite.ts';

let acme: TestTenant;
beforeAll(async () => {
  acme = await newTenant();
});

/** Moves `tokensValidAfterTime`, as a reset or a revocation does: the emulator takes whole seconds. */
async function endSessionsInAuth(uid: string, at: number): Promise<void> {
  const url = `${suite.authUrl}/identitytoolkit.googleapis.com/v1/projects/${suite.projectId}/accounts:update`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({ localId: uid, validSince: String(Math.floor(at / 1000)) }),
  });
  expect(response.status).toBe(200);
}

async function endSessionsWithUs(uid: string, at: number): Promise<void> {
  if (!(await find(documentKeys.user(uid)))) {
    await put(documentKeys.user(uid), newUserDocument(uid, { tenantId: '', inviteId: '' }));
  }
  await patch(documentKeys.user(uid), { sessionsValidFrom: new Date(at) });
}

/** These answer whoever holds a secret, or anybody: no session gives them a right. */
type WithoutSession =
  | 'getInvite'
  | 'redeemInvite'
  | 'sendInviteMail'
  | 'requestFreshLink'
  | 'requestPasswordReset'
  | 'setNewPassword'
  | 'requestSignInLink'
  | 'redeemSignInLink';
type ForSignedIn = Exclude<CallableName, WithoutSession>;

type Ask = { tenantId: string; uid: string };

/** Somebody who may invite, with an invitation of their own to do something to. */
async function onInvitation(call: (person: Person, ask: Ask) => Promise<unknown>) {
  const person = await newMember(acme.id, { role: 'Admin' });
  const { uid } = await person.call('inviteUser', invitation(acme.id));
  return { person, call: () => call(person, { tenantId: acme.id, uid }) };
}

/** Every callable that changes something for who is signed in: who may call it, and how. */
const CALLS: Record<ForSignedIn, () => Promise<{ person: Person; call: () => Promise<unknown> }>> = {
  async inviteUser() {
    const person = await newMember(acme.id, { role: 'Admin' });
    return { person, call: () => person.call('inviteUser', invitation(acme.id)) };
  },
  async createInviteLink() {
    const person = await newMember(acme.id, { role: 'Admin' });
    const { uid } = await acme.admin.call('inviteUser', invitation(acme.id));
    return { person, call: () => person.call('createInviteLink', { tenantId: acme.id, uid }) };
  },
  resendInvite: () => onInvitation((person, ask) => person.call('resendInvite', ask)),
  revokeInvite: () => onInvitation((person, ask) => person.call('revokeInvite', ask)),
  updateInvite: () =>
    onInvitation((person, ask) => person.call('updateInvite', { ...ask, firstName: 'Nora' })),
  correctInvite: () =>
    onInvitation((person, ask) => person.call('correctInvite', { ...ask, email: newAddress('nora') })),
  startInvitesJob: () =>
    onInvitation(async (person, { tenantId, uid }) => {
      const selection = { uids: [uid] };
      const { jobId } = await person.call('startInvitesJob', { tenantId, action: 'revoke', selection });
      await jobEnded(tenantId, jobId);
    }),
  async setTenantRole() {
    const [person, walt] = [await newMember(acme.id, { role: 'Admin' }), await newMember(acme.id)];
    const change = { tenantId: acme.id, uid: walt.uid, role: 'Customer', securityLevel: '1' } as const;
    return { person, call: () => person.call('setTenantRole', change) };
  },
  async updateTenantSettings() {
    const person = await newMember(acme.id, { role: 'Admin' });
    const change = { tenantId: acme.id, inviteLifetimeHours: 24 };
    return { person, call: () => person.call('updateTenantSettings', change) };
  },
  async setMyNotices() {
    const person = await newMember(acme.id);
    return { person, call: () => person.call('setMyNotices', { notices: { accepted: false } }) };
  },
  async setJobState() {
    const person = await newMember(acme.id, { role: 'Admin' });
    const jobId = await putJob(acme, { state: 'running' });
    return {
      person,
      call: () => person.call('setJobState', { tenantId: acme.id, jobId, state: 'paused' }),
    };
  },
  async retryJob() {
    const person = await newMember(acme.id, { role: 'Admin' });
    const jobId = await putJob(acme, {
      state: 'done',
      counts: { done: 0, skipped: 0, failed: 1, retriable: 1 },
    });
    return { person, call: () => person.call('retryJob', { tenantId: acme.id, jobId }) };
  },
  async acceptInvite() {
    const tenant = await newTenant();
    const person = await newInvitee(tenant);
    return { person, call: () => person.call('acceptInvite', { tenantId: tenant.id }) };
  },
  async declineInvite() {
    const tenant = await newTenant();
    const person = await newInvitee(tenant);
    return { person, call: () => person.call('declineInvite', { tenantId: tenant.id }) };
  },
};

describe.each(Object.entries(CALLS))('%s', (_name, prepare) => {
  it.each<[string, ErrorCode, (uid: string) => Promise<unknown>, (uid: string) => Promise<unknown>]>([
    [
      'from before sessionsValidFrom',
      'auth/session-ended',
      (uid) => endSessionsWithUs(uid, Date.now() + 5000),
      (uid) => endSessionsWithUs(uid, 0),
    ],
    [
      'from before tokensValidAfterTime',
      'auth/session-ended',
      (uid) => endSessionsInAuth(uid, Date.now() + 5000),
      (uid) => endSessionsInAuth(uid, 0),
    ],
    [
      'of an account that is disabled by now',
      'auth/account-disabled',
      (uid) => adminAuth.updateUser(uid, { disabled: true }),
      (uid) => adminAuth.updateUser(uid, { disabled: false }),
    ],
  ])('takes no token %s [SESS-01]', async (_when, code, end, undo) => {
    const { person, call } = await prepare();
    await end(person.uid);
    await expectRefusal(call, code, { tenants: [acme.id], uids: [person.uid] });
    await undo(person.uid);
    await call();
  });

  it('takes no token of an account that is gone [SESS-01]', async () => {
    const { person, call } = await prepare();
    await adminAuth.deleteUser(person.uid);
    await expectRefusal(call, 'auth/required', { tenants: [acme.id], uids: [person.uid] });
  });
});

it('a session from the very second in which all others ended counts [SESS-02]', async () => {
  const admin = await newPerson({ name: 'admin' });
  await addMember(acme.id, admin, { role: 'Admin' });
  const { authTime } = await admin.auth.currentUser!.getIdTokenResult();
  await endSessionsWithUs(admin.uid, Date.parse(authTime));
  await endSessionsInAuth(admin.uid, Date.parse(authTime));
  await admin.call('inviteUser', invitation(acme.id));
});
