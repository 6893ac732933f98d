/** One tenant with its Admin, in memory: where the decisions about invitations are looked at without a suite. */
import type { CallableRequest } from '../contract/callables.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import { paths } from '../contract/paths.ts';
import type {
  InviteEventDocument,
  PendingInviteDocument,
  TenantSettingsDocument,
} from '../contract/documents.ts';
import type { Account } from '../domain/account.ts';
import type { InviteDeps } from '../invites/inviteDeps.ts';
import { inviteUser } from '../invites/send/inviteUser.ts';
import type { MemberFields } from '../members/newMemberDocument.ts';
import { parseLinkKeys } from '../platform/linkKeys.ts';
import type { OutboxWork } from '../outbox/outboxWork.ts';
import { acmeAccount, acmeMember, acmeTenant, TENANT_ID } from './acme.ts';
import { accountsInMemory } from './accountsInMemory.ts';
import type { OpenInvitations } from '../invites/openInvitations.firestore.ts';
import { memoryTransactions, type MemoryTransactions } from './memoryTransactions.ts';

export { TENANT_ID };
const HOUR_MILLIS = 3600_000;

export interface InviteWorldOptions {
  runsTwice?: boolean;
  settings?: Partial<TenantSettingsDocument>;
}

export function inviteWorld({ runsTwice = false, settings }: InviteWorldOptions = {}) {
  const memory = memoryTransactions(undefined, { runsTwice });
  const accounts = new Map<string, Account>();
  let millis = new Date('2026-11-21T12:00:00Z').getTime();
  const clock = { now: () => new Date(millis) };
  /** What was done after commits: whose claims were projected, and which mails were queued. */
  const done = { projected: [] as string[], mailed: [] as string[] };
  const deps = {
    ...memory,
    clock,
    random: countingRandom(),
    log: silentLog,
    accounts: accountsInMemory(accounts),
    linkKeys: () => parseLinkKeys(`local:${'ab'.repeat(32)}`),
    frontendUrl: () => 'https://invites.example',
    projectClaims: (uid: string) => {
      done.projected.push(uid);
      return Promise.resolve({ applied: true, claimsVersion: 1, leftOut: [], settled: true });
    },
    openInvitations: openInvitationsIn(memory),
    jobQueue: { enqueuePage: () => Promise.resolve() },
    outboxQueue: {
      enqueueOutbox: ({ id }: OutboxWork) => {
        const { uid, send } = memory.peek(documentKeys.outbox(id))?.refs ?? {};
        return Promise.resolve(void done.mailed.push(`${uid} ${send}`));
      },
    },
  } as unknown as InviteDeps;

  const putAccount = (uid: string, given: Partial<Account> = {}) => {
    const account = acmeAccount(uid, given);
    accounts.set(uid, account);
    return account;
  };
  const putMember = (uid: string, given: Partial<MemberFields> = {}) => {
    const before = memory.peek(documentKeys.user(uid));
    const { member, user } = acmeMember({ account: putAccount(uid), given, user: before, now: clock.now() });
    if (member) memory.put(member.key, member.document);
    memory.put(user.key, user.document);
  };
  const tenant = acmeTenant(settings, clock.now());
  memory.put(tenant.tenant.key, tenant.tenant.document);
  memory.put(tenant.settings.key, tenant.settings.document);
  putMember('adam', { role: 'Admin', securityLevel: '7' });

  const callerOf = (uid: string) => ({ uid, authTimeMillis: millis });
  return {
    memory,
    deps,
    done,
    clock,
    putAccount,
    putMember,
    callerOf,
    passHours: (hours: number) => void (millis += hours * HOUR_MILLIS),
    /** Invites as adam does, and lasts a day. */
    invite: (uid: string, given: Partial<CallableRequest<'inviteUser'>> = {}, by = 'adam') =>
      inviteUser(deps, callerOf(by), invitationOf(uid, given)),
    inviteOf: (uid: string) => memory.peek(documentKeys.pendingInvite(TENANT_ID, uid)),
    patchInvite: (uid: string, fields: Partial<PendingInviteDocument>) => {
      const key = documentKeys.pendingInvite(TENANT_ID, uid);
      memory.put(key, { ...memory.peek(key), ...fields } as PendingInviteDocument);
    },
    memberOf: (uid: string) => memory.peek(documentKeys.member(TENANT_ID, uid)),
    userOf: (uid: string) => memory.peek(documentKeys.user(uid)),
    settings: () => memory.peek(documentKeys.tenantSettings(TENANT_ID)),
    /** @returns the person's timeline, in the order that it was written. */
    eventsOf: (uid: string) =>
      Object.entries(memory.dump())
        .filter(([path]) => path.startsWith(`${paths.inviteEvents(TENANT_ID, uid)}/`))
        .map(([, event]) => event as InviteEventDocument),
    /** @returns the actions of the tenant's audit, each with who did it. */
    audited: () =>
      Object.entries(memory.dump())
        .filter(([path]) => path.startsWith(`tenants/${TENANT_ID}/audit/`))
        .map(
          ([, entry]) =>
            entry as { action: string; actorUid: string; actorKind: string; after: object | null },
        ),
  };
}

export type InviteWorld = ReturnType<typeof inviteWorld>;

function invitationOf(
  uid: string,
  given: Partial<CallableRequest<'inviteUser'>>,
): CallableRequest<'inviteUser'> {
  return {
    tenantId: TENANT_ID,
    email: `${uid}@people.example`,
    firstName: 'Nina',
    lastName: 'New',
    desiredRole: 'Worker',
    securityLevel: '2',
    expiresInHours: 24,
    ...given,
  };
}

function openInvitationsIn(memory: MemoryTransactions): OpenInvitations {
  return {
    listUnanswered({ inviterUid = null, offeredByUid = null, after, limit }) {
      const found = Object.entries(memory.dump())
        .filter(([path]) => /\/pending_invites\/[^/]+$/.test(path))
        .map(([, document]) => document as PendingInviteDocument)
        .filter((invite) => invite.status === 'pending' && (after === null || invite.uid > after))
        .filter((invite) => inviterUid === null || invite.inviterUid === inviterUid)
        .filter((invite) => offeredByUid === null || invite.offeredByUid === offeredByUid)
        .sort((a, b) => (a.uid < b.uid ? -1 : 1));
      return Promise.resolve(found.slice(0, limit));
    },
  };
}

function countingRandom() {
  let count = 0;
  return { hex: (bytes: number) => (++count).toString(16).padStart(bytes * 2, '0') };
}

const silentLog = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
