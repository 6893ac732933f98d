/** The composed use cases over an embedded Firestore in this process: with queries, locks, and processes that can be killed. */
import { deleteApp, initializeApp, type App } from 'firebase-admin/app';
import { initializeFirestore } from 'firebase-admin/firestore';
import { startFirestore, type RunningFirestore } from '../../../emulators/firestore/server.ts';
import type { CallableRequest } from '../contract/callables.ts';
import { documentKeys, type DocumentKey } from '../contract/documentKeys.ts';
import type { TenantSettingsDocument, Written } from '../contract/documents.ts';
import { composeDeps, type Deps } from '../deps.ts';
import type { Account } from '../domain/account.ts';
import { inviteUser } from '../invites/send/inviteUser.ts';
import type { MemberFields } from '../members/newMemberDocument.ts';
import { parseLinkKeys } from '../platform/linkKeys.ts';
import { acmeAccount, acmeMember, acmeTenant, TENANT_ID } from './acme.ts';
import { accountsInMemory } from './accountsInMemory.ts';
import { killable, type KillAt } from './killable.ts';

const HOUR_MILLIS = 3600_000;
let server: Promise<RunningFirestore> | undefined;
const apps: App[] = [];

/** Ends what the worlds of a test file have started. */
export async function closeEngineWorlds(): Promise<void> {
  await Promise.all(apps.splice(0).map((app) => deleteApp(app)));
  await (await server)?.close();
  server = undefined;
}

/** A company of its own in a database of its own, with adam as its Admin. */
export async function engineWorld({ settings }: { settings?: Partial<TenantSettingsDocument> } = {}) {
  server ??= startFirestore({ port: 0 });
  const { port } = await server;
  const name = `demo-world-${apps.length}-${process.pid}`;
  const app = initializeApp({ projectId: name }, name);
  apps.push(app);
  const db = initializeFirestore(app);
  db.settings({ host: `127.0.0.1:${port}`, ssl: false });

  let millis = Date.parse('2026-11-21T12:00:00Z');
  let random = 0;
  const lines: unknown[] = [];
  const write = (...line: unknown[]) => void lines.push(line);
  const accounts = new Map<string, Account>();
  const queued = { claims: [] as string[], outbox: [] as string[], jobs: [] as string[] };
  const clock = { now: () => new Date(millis) };
  const deps = composeDeps({
    db,
    clock,
    random: { hex: (bytes) => (++random).toString(16).padStart(bytes * 2, '0') },
    log: { debug: write, info: write, warn: write, error: write },
    sleep: async () => {},
    accounts: accountsInMemory(accounts),
    setClaims(uid, customClaims) {
      const account = accounts.get(uid);
      if (!account) return Promise.resolve('gone');
      accounts.set(uid, { ...account, customClaims });
      return Promise.resolve('written');
    },
    syncQueue: { enqueueSync: (uid) => Promise.resolve(void queued.claims.push(uid)) },
    outboxQueue: { enqueueOutbox: ({ id }) => Promise.resolve(void queued.outbox.push(id)) },
    jobQueue: { enqueuePage: ({ jobId }) => Promise.resolve(void queued.jobs.push(jobId)) },
    sendMail: () => Promise.resolve({ taken: true }),
    linkKeys: () => parseLinkKeys(`local:${'ab'.repeat(32)}`),
    frontendUrl: () => 'https://invites.example',
    functionsUrl: () => 'https://functions.example',
  });

  const put = async <Document>(key: DocumentKey<Document>, document: Written<Document>) =>
    void (await db.doc(key.path).set(document));
  const get = async <Document>(key: DocumentKey<Document>) =>
    (await db.doc(key.path).get()).data() as Document | undefined;

  const putAccount = (uid: string, given: Partial<Account> = {}) => {
    const account = acmeAccount(uid, given);
    accounts.set(uid, account);
    return account;
  };
  const putMember = async (uid: string, given: Partial<MemberFields> = {}) => {
    const before = await get(documentKeys.user(uid));
    const { member, user } = acmeMember({ account: putAccount(uid), given, user: before, now: clock.now() });
    if (member) await put(member.key, member.document);
    await put(user.key, user.document);
  };

  const tenant = acmeTenant(settings, clock.now());
  await put(tenant.tenant.key, tenant.tenant.document);
  await put(tenant.settings.key, tenant.settings.document);
  await putMember('adam', { role: 'Admin', securityLevel: '7' });

  const callerOf = (uid: string) => ({ uid, authTimeMillis: millis });
  return {
    db,
    deps,
    clock,
    accounts,
    queued,
    lines,
    put,
    get,
    putAccount,
    putMember,
    callerOf,
    passHours: (hours: number) => void (millis += hours * HOUR_MILLIS),
    /** Invites as adam does, for a day. @returns the invitee's uid. */
    invite: async (name: string, given: Partial<CallableRequest<'inviteUser'>> = {}) => {
      // Six a minute are too many for one inviter.
      millis += 15_000;
      const request = {
        tenantId: TENANT_ID,
        email: `${name}@people.example`,
        firstName: 'Nina',
        lastName: 'New',
        desiredRole: 'Worker' as const,
        securityLevel: '2' as const,
        expiresInHours: 24,
        ...given,
      };
      return (await inviteUser(deps, callerOf('adam'), request)).uid;
    },
    inviteOf: (uid: string) => get(documentKeys.pendingInvite(TENANT_ID, uid)),
    memberOf: (uid: string) => get(documentKeys.member(TENANT_ID, uid)),
    userOf: (uid: string) => get(documentKeys.user(uid)),
    settings: () => get(documentKeys.tenantSettings(TENANT_ID)),
    /** @returns a process of its own, that ends at one of its calls. */
    process: (killAt?: KillAt) => killable<Deps>(deps, killAt),
  };
}

export type EngineWorld = Awaited<ReturnType<typeof engineWorld>>;
