import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CALLABLES, type CallableName } from '../../functions/src/contract/callables.ts';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { ErrorCode } from '../../functions/src/contract/errors.ts';
import { find } from '../support/admin.ts';
import { expectRefusal, snapshot, type Watched } from '../support/expectRefusal.ts';
import { invitation, newMember, newTenant, type TestTenant } from '../support/factories.ts';
import { forgetNetwork } from '../support/forgetLimits.ts';
import { invited, newInvitee, newStarter, resetSecretOf, signInSecretOf } from '../support/invited.ts';
import { jobEnded, putJob } from '../support/jobs.ts';
import { newAddress, newPerson, type Person } from '../support/people.ts';

/** What one callable is asked about acme, and what an Admin of globex, or anybody else from outside, is told. */
interface Row {
  input: () => unknown;
  /** null: the answer is always the same, and nothing happens. */
  refusal: ErrorCode | null;
  /** Who may do it, with the same input, or with the secret that only they have. */
  control: () => Promise<unknown>;
}

let acme: TestTenant;
let outsiders: Person[];
let walt: Person;
let otto: Person;
let olga: Person;
let nina: Awaited<ReturnType<typeof invited>>;
let running: string;
let ended: string;
let watched: Watched;

beforeAll(async () => {
  const globex = await newTenant();
  acme = await newTenant();
  const globexInvitee = await newInvitee(globex);
  outsiders = [globex.admin, await newMember(globex.id), globexInvitee, await newPerson()];
  walt = await newMember(acme.id);
  otto = await newInvitee(acme);
  olga = await newInvitee(acme);
  nina = await invited(acme);
  running = await putJob(acme, { state: 'running' });
  ended = await putJob(acme, { state: 'done', counts: { done: 0, skipped: 0, failed: 1, retriable: 1 } });
  watched = {
    tenants: [acme.id],
    uids: [walt.uid, otto.uid, olga.uid, nina.uid, ...outsiders.map(({ uid }) => uid)],
  };
});

/** Ids are no secrets: what leads to an invitation is. */
const MADE_UP = 'cd'.repeat(32);

/** One about an open invitation; the control is by who sent one. */
function aboutInvitation(name: CallableName, input: object): Row {
  return {
    input: () => ({ tenantId: acme.id, uid: nina.uid, ...input }),
    refusal: 'tenant/not-found',
    control: async () => {
      const inviter = await newMember(acme.id, { role: 'Admin' });
      const { uid } = await invited(acme, {}, inviter);
      await inviter.callWith(name, { tenantId: acme.id, uid, ...input });
    },
  };
}

/** A callable without a row does not compile. */
const TABLE: Record<CallableName, Row> = {
  inviteUser: {
    input: () => invitation(acme.id),
    refusal: 'tenant/not-found',
    control: () => acme.admin.call('inviteUser', invitation(acme.id)),
  },
  setTenantRole: {
    input: () => ({ tenantId: acme.id, uid: walt.uid, role: 'Customer', securityLevel: '1' }),
    refusal: 'tenant/not-found',
    control: () =>
      acme.admin.call('setTenantRole', {
        tenantId: acme.id,
        uid: walt.uid,
        role: 'Customer',
        securityLevel: '1',
      }),
  },
  updateTenantSettings: {
    input: () => ({ tenantId: acme.id, handoverLinks: false }),
    refusal: 'tenant/not-found',
    control: () => acme.admin.call('updateTenantSettings', { tenantId: acme.id, handoverLinks: true }),
  },
  createInviteLink: {
    input: () => ({ tenantId: acme.id, uid: nina.uid }),
    refusal: 'tenant/not-found',
    control: () => acme.admin.call('createInviteLink', { tenantId: acme.id, uid: nina.uid }),
  },
  resendInvite: aboutInvitation('resendInvite', {}),
  updateInvite: aboutInvitation('updateInvite', { firstName: 'Nora' }),
  correctInvite: aboutInvitation('correctInvite', { email: newAddress('nora') }),
  revokeInvite: aboutInvitation('revokeInvite', {}),
  startInvitesJob: {
    input: () => ({ tenantId: acme.id, action: 'revoke', selection: { uids: [nina.uid] } }),
    refusal: 'tenant/not-found',
    control: async () => {
      const { jobId } = await acme.admin.call('startInvitesJob', {
        tenantId: acme.id,
        action: 'revoke',
        selection: { uids: ['nobody'] },
      });
      // It must not go on while the next callable is looked at.
      await jobEnded(acme.id, jobId);
    },
  },
  setJobState: {
    input: () => ({ tenantId: acme.id, jobId: running, state: 'paused' }),
    refusal: 'tenant/not-found',
    control: () => acme.admin.call('setJobState', { tenantId: acme.id, jobId: running, state: 'paused' }),
  },
  retryJob: {
    input: () => ({ tenantId: acme.id, jobId: ended }),
    refusal: 'tenant/not-found',
    control: () => acme.admin.call('retryJob', { tenantId: acme.id, jobId: ended }),
  },
  setMyNotices: {
    // It takes nobody's id: each changes their own. A name that somebody makes up is no kind of notice.
    input: () => ({ notices: { [walt.uid]: false } }),
    refusal: 'request/invalid',
    control: async () => {
      await walt.call('setMyNotices', { notices: { declined: false } });
      expect(await find(documentKeys.user(walt.uid))).toMatchObject({ notices: { declined: false } });
    },
  },
  acceptInvite: {
    input: () => ({ tenantId: acme.id }),
    refusal: 'invite/not-found',
    control: () => otto.call('acceptInvite', { tenantId: acme.id }),
  },
  getInvite: {
    input: () => ({ secret: MADE_UP }),
    refusal: 'invite/not-found',
    control: () => outsiders[0]!.call('getInvite', { secret: nina.mailed }),
  },
  redeemInvite: {
    input: () => ({ secret: MADE_UP, password: 'a new password' }),
    refusal: 'invite/not-found',
    control: () => outsiders[0]!.call('redeemInvite', { secret: nina.mailed }),
  },
  sendInviteMail: {
    input: () => ({ secret: MADE_UP }),
    refusal: null,
    control: () => outsiders[0]!.call('sendInviteMail', { secret: nina.mailed }),
  },
  requestFreshLink: {
    input: () => ({ secret: MADE_UP }),
    refusal: null,
    control: () => outsiders[0]!.call('requestFreshLink', { secret: nina.mailed }),
  },
  declineInvite: {
    input: () => ({ tenantId: acme.id }),
    refusal: 'invite/not-found',
    control: () => olga.call('declineInvite', { tenantId: acme.id }),
  },
  requestPasswordReset: {
    input: () => ({ email: newAddress('nobody') }),
    refusal: null,
    control: () => outsiders[0]!.call('requestPasswordReset', { email: walt.email }),
  },
  setNewPassword: {
    input: () => ({ secret: MADE_UP, password: 'a new password' }),
    refusal: 'recovery/not-found',
    control: async () => {
      const starter = await newStarter(acme);
      const secret = await resetSecretOf(starter.email);
      await outsiders[0]!.call('setNewPassword', { secret, password: 'a new password' });
    },
  },
  requestSignInLink: {
    input: () => ({ email: newAddress('nobody') }),
    refusal: null,
    control: () => outsiders[0]!.call('requestSignInLink', { email: walt.email }),
  },
  redeemSignInLink: {
    input: () => ({ secret: MADE_UP, email: walt.email }),
    refusal: 'recovery/not-found',
    control: async () => {
      const { email } = await newMember(acme.id);
      await outsiders[0]!.call('redeemSignInLink', { secret: await signInSecretOf(email), email });
    },
  },
};

beforeEach(forgetNetwork);

describe.each(Object.keys(CALLABLES) as CallableName[])('%s of a tenant that is not one’s own', (name) => {
  it('does nothing for an Admin, a member or an invitee of another tenant, nor for who is in none [AUTH-18]', async () => {
    const { input, refusal, control } = TABLE[name];
    for (const outsider of outsiders) {
      const attempt = () => outsider.callWith(name, input());
      if (refusal) {
        await expectRefusal(attempt, refusal, watched);
        continue;
      }
      const before = await snapshot(watched);
      expect(await attempt()).toEqual({});
      expect(await snapshot(watched)).toEqual(before);
    }
    await control();
  });
});
