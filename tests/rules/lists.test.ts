import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import {
  collection,
  collectionGroup,
  getCountFromServer,
  getDocs,
  limit,
  orderBy,
  query,
  where,
  type Firestore,
  type Query,
} from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PENDING_INVITES, paths } from '../../functions/src/contract/paths.ts';
import { openRules, type Rules } from './environment.ts';
import { everybody, type PersonName } from './people.ts';
import { writeWorld } from './writeWorld.ts';

const hrx: PersonName[] = ['hana of HRX'];
const admins: PersonName[] = [...hrx, 'adam, Admin of acme', 'a member whose claims are cut short'];
const memberReaders: PersonName[] = [...admins, 'a Worker who may read members'];
const inviteReaders: PersonName[] = [...memberReaders, 'a Worker who may manage invitations'];

const invites = (db: Firestore, tenantId: string) => collection(db, paths.pendingInvites(tenantId));
const mine = (db: Firestore, uid: string, email: string) =>
  query(
    collectionGroup(db, PENDING_INVITES),
    where('uid', '==', uid),
    where('email', '==', email),
    where('status', '==', 'pending'),
  );

const jobs = (db: Firestore) => collection(db, paths.jobs('acme'));

/** Each list that a page makes, or that somebody might try, and who may make it. */
const lists: Record<string, { ask: (db: Firestore) => Query; who: PersonName[] }> = {
  'all tenants': { ask: (db) => query(collection(db, paths.tenants()), orderBy('name')), who: hrx },
  "acme's members": { ask: (db) => collection(db, paths.members('acme')), who: memberReaders },
  "acme's audit": {
    ask: (db) => collection(db, paths.audit('acme')),
    who: [...admins, 'a Worker who may read the audit'],
  },
  "acme's jobs [READ-15]": {
    ask: (db) => query(jobs(db), orderBy('createdAt', 'desc'), limit(25)),
    who: admins,
  },
  "acme's jobs about invitations [READ-15]": {
    ask: (db) => query(jobs(db), where('managedBy', '==', 'invites:manage'), orderBy('createdAt', 'desc')),
    who: [...admins, 'a Worker who may manage invitations'],
  },
  "acme's jobs about members [READ-15]": {
    ask: (db) => query(jobs(db), where('managedBy', '==', 'members:manage'), orderBy('createdAt', 'desc')),
    who: [...admins, 'a Worker who may manage members'],
  },
  'the jobs that rita started [READ-15]': {
    ask: (db) => query(jobs(db), where('startedByUid', '==', 'rita'), orderBy('createdAt', 'desc')),
    who: [...admins, 'a Recruiter who may invite'],
  },
  'the jobs that somebody started who was removed [READ-15]': {
    ask: (db) => query(jobs(db), where('startedByUid', '==', 'removed')),
    who: admins,
  },
  'the rows of a job that rita started [READ-15]': {
    ask: (db) => collection(db, paths.jobPages('acme', 'invitations')),
    who: [...admins, 'a Worker who may manage invitations', 'a Recruiter who may invite'],
  },
  'every job of every tenant': { ask: (db) => collectionGroup(db, 'jobs'), who: [] },
  'the rows of every job': { ask: (db) => collectionGroup(db, 'rows'), who: [] },
  "HRX's audit": { ask: (db) => collection(db, paths.hrxAudit()), who: hrx },
  "acme's invitations, newest first": {
    ask: (db) => query(invites(db, 'acme'), orderBy('createdAt', 'desc'), limit(25)),
    who: inviteReaders,
  },
  "acme's invitations by status and word": {
    ask: (db) =>
      query(
        invites(db, 'acme'),
        where('status', '==', 'pending'),
        where('searchTokens', 'array-contains', 'ivy'),
        orderBy('createdAt', 'desc'),
      ),
    who: inviteReaders,
  },
  "acme's invitations that rita sent": {
    ask: (db) => query(invites(db, 'acme'), where('inviterUid', '==', 'rita'), orderBy('createdAt', 'desc')),
    who: [...inviteReaders, 'a Recruiter who may invite'],
  },
  'the invitations that walt sent, who may not invite any more [AUTH-20]': {
    ask: (db) => query(invites(db, 'acme'), where('inviterUid', '==', 'walt')),
    who: inviteReaders,
  },
  'the invitations that somebody sent who was removed [AUTH-20]': {
    ask: (db) => query(invites(db, 'acme'), where('inviterUid', '==', 'removed')),
    who: inviteReaders,
  },
  'the timeline of an invitation that rita sent [LIFE-10]': {
    ask: (db) =>
      query(
        collection(db, paths.inviteEvents('acme', 'by-rita')),
        where('inviteId', '==', 'invite-of-by-rita'),
        orderBy('at'),
      ),
    who: [...inviteReaders, 'a Recruiter who may invite'],
  },
  'all that ever happened to invitations of that person [LIFE-10]': {
    ask: (db) => query(collection(db, paths.inviteEvents('acme', 'by-rita')), orderBy('at')),
    who: inviteReaders,
  },
  'the timeline of an invitation that adam sent [LIFE-10]': {
    ask: (db) =>
      query(
        collection(db, paths.inviteEvents('acme', 'ivy')),
        where('inviteId', '==', 'invite-of-ivy'),
        orderBy('at'),
      ),
    who: inviteReaders,
  },
  'every event of every invitation': { ask: (db) => collectionGroup(db, 'events'), who: [] },
  'the invitations of a tenant without any': {
    ask: (db) => invites(db, 'globex'),
    who: [...hrx, 'gloria, Admin of globex'],
  },
  'the invitations of a tenant that does not exist': { ask: (db) => invites(db, 'none'), who: hrx },
  'what waits for ivy': {
    ask: (db) => mine(db, 'ivy', 'ivy@acme.example'),
    who: ['ivy, invited to acme'],
  },
  'what waits for otto, which is nothing': {
    ask: (db) => mine(db, 'otto', 'otto@acme.example'),
    who: ['otto, in no tenant'],
  },
  'what waits for una, whose address is not proven': {
    ask: (db) => mine(db, 'una', 'una@acme.example'),
    who: [],
  },
  'what waits for hank, whose account was handed over': {
    ask: (db) => mine(db, 'hank', 'hank@acme.example'),
    who: [],
  },
  'what waits for harry, whose address was proven': {
    ask: (db) => mine(db, 'harry', 'harry@acme.example'),
    who: ['harry, begun by hand-over and then proven'],
  },
  'what waits for rosa, whose account is being reclaimed [READ-03]': {
    ask: (db) => mine(db, 'rosa', 'rosa@acme.example'),
    who: [],
  },
  'what waits for iris, whose session was ended [READ-14]': {
    ask: (db) => mine(db, 'iris', 'iris@acme.example'),
    who: [],
  },
  'every invitation of every tenant': { ask: (db) => collectionGroup(db, PENDING_INVITES), who: [] },
  "ivy's invitations without her address": {
    ask: (db) => query(collectionGroup(db, PENDING_INVITES), where('uid', '==', 'ivy')),
    who: [],
  },
  "an address's invitations without the uid": {
    ask: (db) => query(collectionGroup(db, PENDING_INVITES), where('email', '==', 'ivy@acme.example')),
    who: [],
  },
  'every secret [READ-08]': { ask: (db) => collectionGroup(db, 'invite_secrets'), who: [] },
  'every member of every tenant': { ask: (db) => collectionGroup(db, 'members'), who: [] },
  users: { ask: (db) => collection(db, 'users'), who: [] },
  staff: { ask: (db) => collection(db, 'staff'), who: [] },
  links: { ask: (db) => collection(db, 'invite_links'), who: [] },
  'rate limits [READ-08]': { ask: (db) => collection(db, 'rate_limits'), who: [] },
  'stored answers': { ask: (db) => collection(db, 'idempotency'), who: [] },
};

let rules: Rules;
beforeAll(async () => {
  rules = await openRules('lists');
  await writeWorld(rules.environment);
});
afterAll(() => rules.environment.cleanup());

describe.each(Object.entries(lists))('%s', (_name, { ask, who }) => {
  it.each(everybody)('can be listed and counted by the right people: %s [READ-10]', async (name) => {
    const asked = ask(rules.as(name));
    if (who.includes(name)) {
      await assertSucceeds(getDocs(asked));
      await assertSucceeds(getCountFromServer(asked));
    } else {
      await assertFails(getDocs(asked));
      await assertFails(getCountFromServer(asked));
    }
  });
});

it('gives rita the invitations that she sent, and no other [AUTH-19]', async () => {
  const asked = query(
    invites(rules.as('a Recruiter who may invite'), 'acme'),
    where('inviterUid', '==', 'rita'),
  );
  const found = await getDocs(asked);
  expect(found.docs.map((document) => document.id)).toEqual(['by-rita']);
});

it('gives ivy what waits for her [ANSWER-08]', async () => {
  const found = await getDocs(mine(rules.as('ivy, invited to acme'), 'ivy', 'ivy@acme.example'));
  expect(found.docs.map((document) => document.ref.path)).toEqual([paths.pendingInvite('acme', 'ivy')]);
});
