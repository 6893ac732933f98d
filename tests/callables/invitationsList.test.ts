/** The list of invitations by the page's own query, through the rules, on invitations that were really made. */
import { getCountFromServer, getDocs, type Firestore } from 'firebase/firestore';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import {
  invitesQuery,
  matchingInvites,
  type InviteFilter,
} from '../../web/src/features/invites/list/invitesQuery.ts';
import { FIRST_VIEW, SORTS, TABS } from '../../web/src/features/invites/list/invitationsView.ts';
import { get, patch } from '../support/admin.ts';
import { newMember, newTenant, type TestTenant } from '../support/factories.ts';
import { firestoreAs } from '../support/firestoreAs.ts';
import { invited } from '../support/invited.ts';
import type { Person } from '../support/people.ts';

let tenant: TestTenant;
let rita: Person;
let moss: { uid: string };
let asAdmin: Firestore;
let asRita: Firestore;

beforeAll(async () => {
  tenant = await newTenant();
  rita = await newMember(tenant.id, { role: 'Recruiter', permissions: ['invites:create'] });
  await invited(tenant, { firstName: 'Nora', lastName: 'Kim' });
  const ended = await invited(tenant, { firstName: 'Nora', lastName: 'Lund' });
  await patch(documentKeys.pendingInvite(tenant.id, ended.uid), { status: 'revoked', attention: null });
  await invited(tenant, { firstName: 'Omar', lastName: 'Bey' }, rita);
  moss = await invited(tenant, { firstName: 'Nora', lastName: 'Moss' }, rita);
  asAdmin = firestoreAs(tenant.admin);
  asRita = firestoreAs(rita);
});

async function lastNames(firestore: Firestore, filter: Partial<InviteFilter>): Promise<unknown[]> {
  const everything: InviteFilter = { ...FIRST_VIEW, tab: 'all', tenantId: tenant.id };
  const found = await getDocs(invitesQuery(firestore, { ...everything, ...filter }, null));
  return found.docs.map((document) => document.get('lastName') as unknown);
}

describe('every filter of the list together with every order', () => {
  const searches = ['', 'nora'];
  const views = TABS.flatMap((tab) =>
    SORTS.flatMap((sort) => searches.map((search) => ({ tab, sort, search }))),
  );

  beforeAll(async () => {
    const key = documentKeys.pendingInvite(tenant.id, moss.uid);
    // The outbox tells what became of the mail: what is written before that does not last.
    const mail = await vi.waitFor(
      async () => {
        const invite = await get(key);
        expect(invite.mail.state).toBe('sent');
        return invite.mail;
      },
      { timeout: 20_000 },
    );
    // Another mail than the one that is on its way, whose outcome would take this one's place.
    await patch(key, { mail: { ...mail, state: 'failed', sends: 2 }, attention: 'bounced' });
  });

  it.each(views)('is answered, and counted the same: $tab, $sort, "$search"', async (view) => {
    const filter: InviteFilter = {
      ...view,
      tenantId: tenant.id,
      role: 'Worker',
      inviterUid: rita.uid,
      mailProblem: true,
    };
    const isThere = ['open', 'attention', 'all'].includes(view.tab);
    expect(await lastNames(asAdmin, filter)).toEqual(isThere ? ['Moss'] : []);
    const counted = await getCountFromServer(matchingInvites(asAdmin, filter));
    expect(counted.data().count).toBe(isThere ? 1 : 0);
  });
});

describe('the list of invitations, newest first', () => {
  it.each<[string, Partial<InviteFilter>, string[]]>([
    ['of everybody', {}, ['Moss', 'Bey', 'Lund', 'Kim']],
    ['by status', { tab: 'open' }, ['Moss', 'Bey', 'Kim']],
    ['by the start of a name', { search: 'Nor' }, ['Moss', 'Lund', 'Kim']],
    ['by name and status', { search: 'nora', tab: 'ended' }, ['Lund']],
    ['that holds nobody', { search: 'zoe' }, []],
  ])('%s', async (_name, filter, expected) => {
    expect(await lastNames(asAdmin, filter)).toEqual(expected);
  });

  it.each<[string, Partial<InviteFilter>, string[]]>([
    ['all of them', {}, ['Moss', 'Bey']],
    ['by status', { tab: 'open' }, ['Moss', 'Bey']],
    ['by name', { search: 'omar' }, ['Bey']],
    ['by name and status', { search: 'nora', tab: 'open' }, ['Moss']],
  ])('of those that a Recruiter sent: %s', async (_name, filter, expected) => {
    expect(await lastNames(asRita, { ...filter, inviterUid: rita.uid })).toEqual(expected);
  });

  it('is refused to a Recruiter who asks for those of others [AUTH-19]', async () => {
    await expect(lastNames(asRita, {})).rejects.toMatchObject({ code: 'permission-denied' });
    await expect(lastNames(asRita, { inviterUid: tenant.admin.uid })).rejects.toMatchObject({
      code: 'permission-denied',
    });
  });
});
