import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import { find, get } from '../support/admin.ts';
import { useBrowser } from '../support/browser.ts';
import { newTenant } from '../support/factories.ts';
import { invited } from '../support/invited.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { newPerson } from '../support/people.ts';

const openTab = useBrowser();

/** As a scanner of mail does: opens the link, and presses every button that it finds, in every order, and types nothing. */
async function pressEverything(page: Page, link: string): Promise<string[]> {
  const pressed: string[] = [];
  const paths: string[][] = [[]];
  for (const path of paths) {
    await page.goto('about:blank');
    await page.goto(link);
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const name of path) await page.getByRole('button', { name, exact: true }).click();
    const buttons = page.getByRole('main').getByRole('button', { disabled: false });
    await buttons.first().waitFor();
    for (const name of await buttons.allTextContents()) {
      if (name === '' || pressed.includes(name)) continue;
      pressed.push(name);
      paths.push([...path, name]);
    }
  }
  return pressed;
}

test('a robot that opens mailed links and presses every button makes no member, and declines nothing [ATTACK-30]', async () => {
  const tenant = await newTenant();
  const una = await newPerson({ name: 'una', emailVerified: false });
  const invitations = [
    await invited(tenant),
    await invited(tenant, { sendPasswordReset: false }),
    await invited(tenant, { email: una.email }),
  ];
  const pressed = new Set<string>();
  for (const { mailed } of invitations) {
    const { page } = await openTab();
    for (const name of await pressEverything(page, `/invite#${mailed}`)) pressed.add(name);
    await page.close();
  }
  expect([...pressed]).toEqual(
    expect.arrayContaining([
      'Set password and join',
      `Join ${tenant.name}`,
      'Decline',
      'Decline invitation',
      'Back',
    ]),
  );
  for (const { uid } of invitations) {
    expect(await get(documentKeys.pendingInvite(tenant.id, uid))).toMatchObject({ status: 'pending' });
    expect(await find(documentKeys.member(tenant.id, uid))).not.toMatchObject({ state: 'active' });
    expect((await find(documentKeys.user(uid)))?.begun ?? null).toBeNull();
  }

  // The owner of one types their address, and is in.
  const [, { email, mailed, uid }] = invitations as [unknown, (typeof invitations)[number]];
  const { page } = await openTab();
  await page.goto(`/invite#${mailed}`);
  await acceptPage(page).email.fill(email);
  await acceptPage(page).join(tenant.name).click();
  await page.waitForURL(`**/t/${tenant.id}`);
  expect(await find(documentKeys.member(tenant.id, uid))).toMatchObject({ state: 'active' });
});
