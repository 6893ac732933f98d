import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { get, patch } from '../support/admin.ts';
import { newStaff, newTenant } from '../support/factories.ts';
import { invited } from '../support/invited.ts';
import { putInvitations } from '../support/manyInvitations.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';

const openTab = useBrowser();

test('fifteen invitations are seen at once on a laptop, and the address keeps what was chosen [PAGE-01] [PAGE-02]', async () => {
  const tenant = await newTenant();
  await putInvitations(tenant, 20);
  const { page } = await openTab();
  const invitations = invitationsPage(page);
  await openSignedIn(page, `/t/${tenant.id}/invitations`, tenant.admin.email);
  await invitations.tab('Open 21').waitFor();
  const rows = page.getByRole('row').filter({ hasText: 'Nina' });
  const bottom = await rows.nth(14).evaluate((row) => row.getBoundingClientRect().bottom);
  expect(bottom).toBeLessThanOrEqual(page.viewportSize()!.height);

  await invitations.search.fill('number1');
  await invitations.tab('Open 10').waitFor();
  await invitations.filter('Sort').click();
  await page.getByRole('option', { name: 'Expires first' }).click();
  await page.reload();
  await invitations.tab('Open 10').waitFor();
  await expect.poll(() => rows.count()).toBe(10);
  expect(await invitations.search.inputValue()).toBe('number1');
  expect(await invitations.filter('Sort').textContent()).toContain('Expires first');
});

test('twelve are revoked at once: one fails, each outcome is told, and the work is found again [LIFE-14] [PAGE-04]', async () => {
  const [tenant, staff] = await Promise.all([newTenant(), newStaff()]);
  const people = [];
  for (let number = 0; number < 12; number += 1) {
    people.push(
      await invited(tenant, { firstName: 'Nina', lastName: `Number${'ABCDEFGHIJKL'[number]}` }, staff),
    );
  }
  const { page } = await openTab();
  const invitations = invitationsPage(page);
  await openSignedIn(page, `/t/${tenant.id}/invitations`, tenant.admin.email);
  await invitations.tab('Open 12').waitFor();
  await page.getByRole('checkbox', { name: 'Select all on this page' }).check();
  const selected = page.getByRole('group', { name: 'Selected invitations' });
  await selected.getByText('12 selected').waitFor();

  // One of them accepts in that moment.
  await patch(documentKeys.pendingInvite(tenant.id, people[4]!.uid), { status: 'accepted', attention: null });
  await selected.getByRole('button', { name: 'Revoke' }).click();
  const ask = page.getByRole('dialog', { name: 'Revoke invitations' });
  await ask.getByLabel('Reason').fill('The site is closed.');
  await ask.getByRole('button', { name: 'Revoke 12 invitations' }).click();

  const work = page.getByRole('dialog', { name: 'Work on many invitations' });
  await work.getByText('Finished. 11 of 12 done, 1 failed').waitFor();
  const outcomes = work.getByRole('list', { name: 'Outcomes' }).getByRole('listitem');
  await outcomes
    .first()
    .getByText(/^Failed: This invitation is no longer open/)
    .waitFor();
  expect(await outcomes.filter({ hasText: 'Done' }).count()).toBe(11);
  expect(await get(documentKeys.pendingInvite(tenant.id, people[0]!.uid))).toMatchObject({
    status: 'revoked',
    revokedReason: 'The site is closed.',
  });

  // It is still there for who comes back.
  await page.goto(`/t/${tenant.id}/invitations?tab=ended`);
  await invitations.tab('Ended 11').waitFor();
  const mine = page.getByRole('list', { name: 'Your work' });
  await mine.getByText('Revoke invitations: 11 of 12 done, 1 failed').waitFor();
  await mine.getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => outcomes.count()).toBe(12);
});
