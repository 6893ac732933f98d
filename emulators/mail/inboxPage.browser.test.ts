import { createTransport } from 'nodemailer';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { violationsOn } from '../../tests/support/violationsOn.ts';
import { launchChromium } from '../browser/launchChromium.ts';
import { startMailServer, type MailServer } from './startMailServer.ts';

const HOST = '127.0.0.1';
const LINK = 'https://app.example/invite#abc';
let browser: Browser;
let server: MailServer;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchChromium(), startMailServer(HOST, 0, 0)]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

beforeEach(async () => {
  await fetch(`${inboxUrl()}/api/messages`, { method: 'DELETE' });
  complaints = [];
  page = await browser.newPage({
    viewport: { width: 360, height: 740 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(inboxUrl());
});
afterEach(() => page.context().close());

function inboxUrl(): string {
  return `http://${HOST}:${server.ports.inbox}`;
}

async function send(
  subject: string,
  html = `<p>Come in. <a href="${inboxUrl()}/?followed">Open</a></p>`,
  to = 'ivy@example.com',
) {
  const transport = createTransport(`smtp://${HOST}:${server.ports.smtp}`);
  await transport.sendMail({
    from: 'a@hrx.example',
    to,
    subject,
    html,
    text: `Come in, plainly: ${LINK} or ${LINK}?decline`,
  });
}

describe('the inbox page', () => {
  it('says that there is no mail, and shows mail by itself when it arrives, newest first', async () => {
    await page.getByText('No emails yet').waitFor();

    await send('First');
    await send('Second');

    await page.getByRole('link', { name: 'First' }).waitFor();
    expect(await page.getByRole('list').getByRole('link').allTextContents()).toEqual([
      expect.stringContaining('Second'),
      expect.stringContaining('First'),
    ]);
    expect(await page.getByText('No emails yet').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('opens a message by keyboard, as it looks and as plain text, and leads back to the list', async () => {
    await send('Hello');
    await page.getByRole('link', { name: 'Hello' }).focus();
    await page.keyboard.press('Enter');

    await page.frameLocator('iframe').getByText('Come in.').waitFor();
    await page.getByRole('button', { name: 'Plain text' }).press('Enter');
    await page.getByText('Come in, plainly').waitFor();
    await page.getByRole('link', { name: 'All messages' }).press('Enter');
    await page.getByRole('link', { name: 'Hello' }).waitFor();
  });

  it('opens a link of a mail beside the inbox', async () => {
    await send('Hello');
    await page.getByRole('link', { name: 'Hello' }).click();
    const opened = page.waitForEvent('popup');
    await page.frameLocator('iframe').getByRole('link', { name: 'Open' }).click();

    expect((await opened).url()).toBe(`${inboxUrl()}/?followed`);
  });

  it('finds mail by any words of it', async () => {
    await send('Acme invites you', undefined, 'otto@example.com');
    await send('Your password');
    await page.getByRole('link', { name: 'Acme invites you' }).waitFor();
    const search = page.getByRole('searchbox', { name: 'Search emails' });
    const found = () => page.getByRole('list').getByRole('link').allTextContents();

    await search.fill('ACME otto');
    expect(await found()).toEqual([expect.stringContaining('Acme invites you')]);
    await search.fill('nobody');
    expect(await found()).toEqual([]);
    await page.getByText('No emails found.').waitFor();
    await search.fill('');
    expect(await found()).toHaveLength(2);
  });

  it('shows a mail as wide as a phone, and as in dark mode', async () => {
    await page.setViewportSize({ width: 1200, height: 740 });
    const dark = '@media (prefers-color-scheme: dark) { p { color: rgb(0, 0, 255); } }';
    await send('Hello', `<style>p { color: rgb(255, 0, 0); } ${dark}</style><p>Come in.</p>`);
    await page.getByRole('link', { name: 'Hello' }).click();
    const words = page.frameLocator('iframe').getByText('Come in.');
    const color = () => words.evaluate((element) => getComputedStyle(element).color);
    const width = () => page.locator('iframe').evaluate((frame) => frame.clientWidth);

    await expect.poll(color).toBe('rgb(255, 0, 0)');
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect.poll(color).toBe('rgb(0, 0, 255)');
    expect(await width()).toBeGreaterThan(600);
    await page.getByRole('button', { name: 'Phone width' }).click();
    expect(await width()).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: 'Dark' }).click();
    await expect.poll(color).toBe('rgb(255, 0, 0)');
  });

  it('begins in the scheme of the reader', async () => {
    await send('Hello');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.reload();
    await page.getByRole('link', { name: 'Hello' }).click();
    await page.getByRole('button', { name: 'Dark', pressed: true }).waitFor();
  });

  it('copies the link of a mail, and says how to open it as someone else', async () => {
    await send('Hello');
    await page.getByRole('link', { name: 'Hello' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(LINK);
    await page.getByText('copy it into a private window').waitFor();
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds wrong, %s', async (colorScheme) => {
    await send('Hello');
    await page.emulateMedia({ colorScheme });
    for (const width of [360, 1200]) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(inboxUrl());
      await page.getByRole('link', { name: 'Hello' }).waitFor();
      expect(await violationsOn(page)).toEqual([]);
      await page.getByRole('link', { name: 'Hello' }).click();
      await page.frameLocator('iframe').getByText('Come in.').waitFor();
      expect(await violationsOn(page)).toEqual([]);
    }
  });

  it('runs no script of a mail', async () => {
    await send(
      'Bad',
      '<p>Seen</p><script>parent.document.title = "taken"</script><img src="x" onerror="alert(1)">',
    );
    await page.getByRole('link', { name: 'Bad' }).click();
    await page.frameLocator('iframe').getByText('Seen').waitFor();

    expect(await page.title()).toBe('Bad · Inbox');
    expect(complaints).toEqual([]);
  });

  it('forgets everything when asked to', async () => {
    await send('Hello');
    await page.getByRole('link', { name: 'Hello' }).waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();

    await page.getByText('No emails yet').waitFor();
  });
});
