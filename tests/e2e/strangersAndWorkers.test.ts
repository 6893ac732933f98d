import { collection, doc, getDoc, getDocs, limit, query, setDoc, type Firestore } from 'firebase/firestore';
import { expect, test } from 'vitest';
import { demoPerson } from '../../emulators/demo/demoPeople.ts';
import { paths } from '../../functions/src/contract/paths.ts';
import { useBrowser } from '../support/browser.ts';
import { expectRefusal } from '../support/expectRefusal.ts';
import { addMember, invitation, newMember, newTenant } from '../support/factories.ts';
import { firestoreAs } from '../support/firestoreAs.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';
import { tenantPages } from '../support/pages/tenantPages.ts';
import { signInAs } from '../support/people.ts';

const openTab = useBrowser();

const adam = demoPerson('adam').email;
const gloria = demoPerson('gloria').email;
const walt = demoPerson('walt').email;

test("by address, another tenant's Admin finds nothing of a tenant that is not theirs", async () => {
  const { page } = await openTab();
  await openSignedIn(page, '/t/acme/invitations', gloria);
  await tenantPages(page).strangerHeading.waitFor();
  expect(await invitationsPage(page).inviteButtons.count()).toBe(0);
  expect(await page.getByRole('main').innerText()).not.toContain('Acme Staffing');

  await page.goto('/t/globex/invitations');
  await invitationsPage(page).heading.waitFor();
  expect(await invitationsPage(page).inviteButtons.count()).toBe(3);
});

test("by callable, another tenant's Admin changes nothing of a tenant that is not theirs", async () => {
  const acme = await newTenant();
  const member = await newMember(acme.id);
  const stranger = await signInAs(gloria);
  const request = invitation(acme.id);
  const watched = { tenants: [acme.id], uids: [member.uid], emails: [request.email] };
  const change = { tenantId: acme.id, uid: member.uid, role: 'Recruiter', securityLevel: '3' } as const;

  await expectRefusal(() => stranger.call('inviteUser', request), 'tenant/not-found', watched);
  await expectRefusal(() => stranger.call('setTenantRole', change), 'tenant/not-found', watched);
  const { uid } = await acme.admin.call('inviteUser', request);
  const link = { tenantId: acme.id, uid };
  await expectRefusal(() => stranger.call('createInviteLink', link), 'tenant/not-found', watched);

  expect(await acme.admin.call('setTenantRole', change)).toMatchObject({ role: 'Recruiter' });
  expect(await acme.admin.call('createInviteLink', link)).toHaveProperty('inviteLink');
});

test("by Firestore query, another tenant's Admin reads and writes nothing of a tenant that is not theirs", async () => {
  const theirs = firestoreAs(await signInAs(gloria));
  const own = firestoreAs(await signInAs(adam));
  for (const reads of [readTenant, readSettings, readInvitations, readMembers, readAudit]) {
    await expect(reads(theirs)).rejects.toMatchObject({ code: 'permission-denied' });
    await expect(reads(own)).resolves.toBeDefined();
  }
  const invited = doc(theirs, paths.pendingInvite('acme', 'gloria'));
  await expect(setDoc(invited, { status: 'pending' })).rejects.toMatchObject({ code: 'permission-denied' });
});

test('a worker sees no way to invite, and is refused behind the page', async () => {
  const { page } = await openTab();
  await openSignedIn(page, '/t/acme/invitations', walt);
  await page.getByRole('heading', { name: "Your role can't invite people" }).waitFor();
  expect(await invitationsPage(page).inviteButtons.count()).toBe(0);
  expect(await tenantPages(page).navigation('Invitations').count()).toBe(0);

  const tenant = await newTenant();
  const worker = await signInAs(walt);
  await addMember(tenant.id, worker);
  const request = invitation(tenant.id);
  const watched = { tenants: [tenant.id], uids: [worker.uid], emails: [request.email] };
  await expectRefusal(() => worker.call('inviteUser', request), 'invite/not-allowed', watched);
  expect(await tenant.admin.call('inviteUser', request)).toMatchObject({ userExists: false });
});

const readTenant = (firestore: Firestore) => getDoc(doc(firestore, paths.tenant('acme')));
const readSettings = (firestore: Firestore) => getDoc(doc(firestore, paths.tenantSettings('acme')));
const readInvitations = (firestore: Firestore) =>
  getDocs(query(collection(firestore, paths.pendingInvites('acme')), limit(1)));
const readMembers = (firestore: Firestore) =>
  getDocs(query(collection(firestore, paths.members('acme')), limit(1)));
const readAudit = (firestore: Firestore) =>
  getDocs(query(collection(firestore, paths.audit('acme')), limit(1)));
