/** The list of invitations by the page's own query, through the rules, on invitations that were really made. */
import { getDocs, type Firestore } from 'firebase/firestore';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { invitesQuery, type InviteFilter } from '../../web/src/features/invites/list/invitesQuery.ts';
import { patch } from '../support/admin.ts';
import { newMember, newTenant, type TestTenant } from '../support/factories.ts';
import { firestoreAs } from '../support/firestoreAs.ts';
import { invited } from '../support/invited.ts';
import type { Person } from '../support/people.ts';

let tenant: TestTenant;
let rita: Person;
let asAdmin: Firestore;
let asRita: Firestore;

beforeAll(async () => {
  tenant = await newTenant();
  rita = await newMember(tenant.id, { role: 'Recruiter', permissions: ['invites:create'] });
  await invited(tenant, { firstName: 'Nora', lastName: 'Kim' });
  const ended = await invited(tenant, { firstName: 'Nora', lastName: 'Lund' });
  await patch(documentKeys.pendingInvite(tenant.id, ended.uid), { status: 'revoked' });
  await invited(tenant, { firstName: 'Omar', lastName: 'Bey' }, rita);
  await invited(tenant, { firstName: 'Nora', lastName: 'Moss' }, rita);
  asAdmin = firestoreAs(tenant.admin);
  asRita = firestoreAs(rita);
});

async function lastNames(firestore: Firestore, filter: Partial<InviteFilter>): Promise<unknown[]> {
  const everything = { tenantId: tenant.id, sentBy: null, status: null, search: '' };
  const found = await getDocs(invitesQuery(firestore, { ...everything, ...filter }, null));
  return found.docs.map((document) => document.get('lastName') as unknown);
}

describe('the list of invitations, newest first', () => {
  it.each<[string, Partial<InviteFilter>, string[]]>([
    ['of everybody', {}, ['Moss', 'Bey', 'Lund', 'Kim']],
    ['by status', { status: 'pending' }, ['Moss', 'Bey', 'Kim']],
    ['by the start of a name', { search: 'Nor' }, ['Moss', 'Lund', 'Kim']],
    ['by name and status', { search: 'nora', status: 'revoked' }, ['Lund']],
    ['that holds nobody', { search: 'zoe' }, []],
  ])('%s', async (_name, filter, expected) => {
    expect(await lastNames(asAdmin, filter)).toEqual(expected);
  });

  it.each<[string, Partial<InviteFilter>, string[]]>([
    ['all of them', {}, ['Moss', 'Bey']],
    ['by status', { status: 'pending' }, ['Moss', 'Bey']],
    ['by name', { search: 'omar' }, ['Bey']],
    ['by name and status', { search: 'nora', status: 'pending' }, ['Moss']],
  ])('of those that a Recruiter sent: %s', async (_name, filter, expected) => {
    expect(await lastNames(asRita, { ...filter, sentBy: rita.uid })).toEqual(expected);
  });

  it('is refused to a Recruiter who asks for those of others [AUTH-19]', async () => {
    await expect(lastNames(asRita, {})).rejects.toMatchObject({ code: 'permission-denied' });
    await expect(lastNames(asRita, { sentBy: tenant.admin.uid })).rejects.toMatchObject({
      code: 'permission-denied',
    });
  });
});
