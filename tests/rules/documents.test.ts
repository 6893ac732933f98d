import { assertFails, assertSucceeds } from '@firebase/rules-unit-testing';
import { addDoc, collection, deleteDoc, doc, getDoc, setDoc, updateDoc } from 'firebase/firestore';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '../../functions/src/contract/paths.ts';
import { openRules, type Rules } from './environment.ts';
import { everybody, people, type PersonName } from './people.ts';
import { writeWorld } from './writeWorld.ts';

const hrx: PersonName[] = ['hana of HRX'];
const admins: PersonName[] = [...hrx, 'adam, Admin of acme', 'a member whose claims are cut short'];
const memberReaders: PersonName[] = [...admins, 'a Worker who may read members'];
const inviteReaders: PersonName[] = [...memberReaders, 'a Worker who may manage invitations'];

/** A document of every collection, and who may get it. Whoever is not named is refused. */
const readers: Record<string, { path: string; who: PersonName[] }> = {
  'a tenant [READ-01, CLAIM-13]': {
    path: paths.tenant('acme'),
    who: [
      ...memberReaders,
      'mona, Manager of acme',
      'a Recruiter who may invite',
      'a Worker who may read the audit',
      'a Worker who may manage invitations',
      'a Worker who may manage members',
      'walt, Worker of acme',
      'ivy, invited to acme',
      'an Admin who is only invited',
      'an Admin with an unproven address',
      'an Admin begun by hand-over and then verified',
      'an Admin whose proven address has changed',
      'a Worker who may read members, with an unproven address',
    ],
  },
  "a tenant's settings [READ-02, ATTACK-31, ATTACK-32]": { path: paths.tenantSettings('acme'), who: admins },
  'an invitation that adam sent [READ-03, CLAIM-13]': {
    path: paths.pendingInvite('acme', 'ivy'),
    who: [...inviteReaders, 'ivy, invited to acme'],
  },
  'an invitation that rita sent [READ-03]': {
    path: paths.pendingInvite('acme', 'by-rita'),
    who: [...inviteReaders, 'a Recruiter who may invite'],
  },
  'an invitation to an unproven address [READ-03, ATTACK-04]': {
    path: paths.pendingInvite('acme', 'una'),
    who: inviteReaders,
  },
  'an invitation to a handed-over account [READ-03]': {
    path: paths.pendingInvite('acme', 'hank'),
    who: inviteReaders,
  },
  'an invitation to a handed-over account with a proven address': {
    path: paths.pendingInvite('acme', 'harry'),
    who: [...inviteReaders, 'harry, begun by hand-over and then proven'],
  },
  'an invitation that has ended [LIFE-05]': {
    path: paths.pendingInvite('acme', 'otto'),
    who: inviteReaders,
  },
  'the timeline of an invitation that adam sent [LIFE-10]': {
    path: paths.inviteEvent('acme', 'ivy', 'now'),
    who: inviteReaders,
  },
  'the timeline of one that rita sent [LIFE-10]': {
    path: paths.inviteEvent('acme', 'by-rita', 'now'),
    who: [...inviteReaders, 'a Recruiter who may invite'],
  },
  'the timeline of an earlier invitation of that person [LIFE-10]': {
    path: paths.inviteEvent('acme', 'by-rita', 'before'),
    who: inviteReaders,
  },
  'the timeline of an invitation that has ended [LIFE-10]': {
    path: paths.inviteEvent('acme', 'otto', 'now'),
    who: inviteReaders,
  },
  'a member [READ-04]': {
    path: paths.member('acme', 'walt'),
    who: [...memberReaders, 'walt, Worker of acme'],
  },
  'a secret of an invitation [READ-08]': { path: paths.inviteSecret('acme', 'ivy'), who: [] },
  'an audit entry [READ-05]': {
    path: `${paths.audit('acme')}/a1`,
    who: [...admins, 'a Worker who may read the audit'],
  },
  'a job about invitations that rita started [READ-15]': {
    path: paths.job('acme', 'invitations'),
    who: [...admins, 'a Worker who may manage invitations', 'a Recruiter who may invite'],
  },
  'its rows [READ-15]': {
    path: paths.jobPage('acme', 'invitations', 0),
    who: [...admins, 'a Worker who may manage invitations', 'a Recruiter who may invite'],
  },
  'a job about members that walt started [READ-15]': {
    path: paths.job('acme', 'members'),
    who: [...admins, 'a Worker who may manage members', 'walt, Worker of acme'],
  },
  'the rows of that [READ-15]': {
    path: paths.jobPage('acme', 'members', 0),
    who: [...admins, 'a Worker who may manage members', 'walt, Worker of acme'],
  },
  'a job of somebody who was removed [READ-15]': {
    path: paths.job('acme', 'by-removed'),
    who: [...admins, 'a Worker who may manage invitations'],
  },
  "HRX's own audit [READ-06]": { path: `${paths.hrxAudit()}/h1`, who: hrx },
  'a user [READ-07]': {
    path: paths.user('ivy'),
    who: ['ivy, invited to acme', "the squatter of ivy's uid with another address"],
  },
  'a user whose session was ended': { path: paths.user('adam-ended'), who: [] },
  'a staff document [READ-08]': { path: paths.staff('hana'), who: [] },
  'a link [READ-08]': { path: paths.inviteLink('abc'), who: [] },
  'a stored answer [READ-08]': { path: paths.idempotency('abc'), who: [] },
  'something in the outbox [READ-08]': { path: paths.outboxItem('abc'), who: [] },
  'a mail about a new password': { path: paths.recoveryMail('abc'), who: [] },
  'a rate limit [READ-08]': { path: paths.rateLimit('abc'), who: [] },
  'a document of no known collection [READ-09]': { path: 'elsewhere/x', who: [] },
};

let rules: Rules;
beforeAll(async () => {
  rules = await openRules('documents');
  await writeWorld(rules.environment);
});
afterAll(() => rules.environment.cleanup());

describe.each(Object.entries(readers))('%s', (_name, { path, who }) => {
  it.each(everybody)(
    'is shown to the right people: %s [READ-01, READ-02, READ-04, READ-05, READ-06, READ-07, READ-13, CLAIM-18]',
    async (name) => {
      const reading = getDoc(doc(rules.as(name), path));
      if (who.includes(name)) await assertSucceeds(reading);
      else await assertFails(reading);
    },
  );

  it.each(everybody)('is never written by a client: %s [READ-11]', async (name) => {
    const reference = doc(rules.as(name), path);
    await assertFails(setDoc(reference, { uid: people[name]?.uid ?? 'x', role: 'Admin', state: 'active' }));
    await assertFails(updateDoc(reference, { role: 'Admin' }));
    await assertFails(deleteDoc(reference));
    await assertFails(addDoc(collection(rules.as(name), path.split('/').slice(0, -1).join('/')), { a: 1 }));
  });
});

it('lets a person listen to their own user document before there is one', async () => {
  const snapshot = await getDoc(doc(rules.as('otto, in no tenant'), paths.user('otto')));
  expect(snapshot.exists()).toBe(false);
  await assertFails(getDoc(doc(rules.as('otto, in no tenant'), paths.user('nobody-else'))));
});
