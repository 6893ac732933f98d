import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';

const openTab = useBrowser();

/** The smallest phone that people still use. */
const SMALL = { width: 360, height: 640 };
const MESSAGE =
  'We met at the fair last week. I am glad you want to join us, the team is small and friendly.';

test('company, inviter, message, field and button are on the first screen of a small phone [ANSWER-11]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id, { customMessage: MESSAGE });
  const { inviteLink } = await tenant.admin.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  const { page } = await openTab({ device: 'phone' });
  await page.setViewportSize(SMALL);

  await page.goto(linkIn(mail!));
  const accept = acceptPage(page);
  const mailed = [accept.heading(tenant.name), accept.main.getByText(MESSAGE), accept.password];
  for (const part of [...mailed, accept.main.getByText(/invites you as a/), accept.setPassword]) {
    await part.waitFor();
    expect(await isOnScreen(page, await part.boundingBox())).toBe(true);
  }
  await page.goto(inviteLink);
  for (const part of [accept.heading(tenant.name), accept.email, accept.password]) {
    await part.waitFor();
    expect(await isOnScreen(page, await part.boundingBox())).toBe(true);
  }
});

test('a long message is cut after three lines, and shown whole on request', async () => {
  const tenant = await newTenant();
  const message = `${MESSAGE} `.repeat(5).trim();
  const { inviteLink } = await tenant.admin.call(
    'inviteUser',
    invitation(tenant.id, { customMessage: message }),
  );
  const { page } = await openTab({ device: 'phone' });
  await page.goto(inviteLink);
  const quote = page.locator('blockquote');
  const heightOf = async () => (await quote.boundingBox())?.height ?? 0;
  await quote.waitFor();
  const cut = await heightOf();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: 'Show less' }).waitFor();
  expect(await heightOf()).toBeGreaterThan(cut);
});

test('a password that many people use is refused with the reason, and nothing is sent [NUM-10]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  await tenant.admin.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  const { page, asked } = await openTab({ device: 'phone' });
  await page.goto(linkIn(mail!));
  const accept = acceptPage(page);
  await accept.choosePassword('Password@123');
  await page.getByText('Many people use this password').waitFor();
  expect(asked.filter(({ url }) => url.endsWith('/redeemInvite'))).toEqual([]);
  await accept.choosePassword('a-new-long-password');
  await page.waitForURL(`**/t/${tenant.id}`);
  await page.getByRole('status').filter({ hasText: "You're in" }).waitFor();
});

type Box = { y: number; height: number } | null;

async function isOnScreen(page: Page, box: Box): Promise<boolean> {
  const scrolled = await page.evaluate(() => window.scrollY);
  return box !== null && scrolled === 0 && box.y >= 0 && box.y + box.height <= SMALL.height;
}
