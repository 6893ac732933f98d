import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoPerson } from '../../emulators/demo/demoPeople.ts';
import { gzippedBytes, readBuilt, readManifest, scriptsOf, type MeasuredPage } from '../support/builtApp.ts';
import { useBrowser } from '../support/browser.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { linkIn, waitForMails } from '../support/mailbox.ts';
import { acceptPage } from '../support/pages/acceptPage.ts';
import { invitationsPage } from '../support/pages/invitationsPage.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';

const openTab = useBrowser();

/** Gzipped JavaScript, in bytes (a kB is 1000). */
const BUDGETS: Record<MeasuredPage, number> = { invite: 180_000, invitations: 430_000 };

/** What must not be loaded before `/invite` is usable, by words that only its code has. */
const NOT_BEFORE_INVITE = {
  Firestore: 'firestore.googleapis.com',
  'the table': 'MuiTableBody',
  zod: 'ZodError',
  'the popup resolver': '__/auth/iframe',
  'Firebase Auth': 'identitytoolkit.googleapis.com',
  'the router': 'useNavigate() may be used only',
};

test.each(Object.keys(BUDGETS) as MeasuredPage[])(
  'the scripts of the page %s stay within their budget',
  async (page) => {
    const scripts = await scriptsOf(page);
    const sizes = await Promise.all(scripts.map(async (file) => ({ file, bytes: await gzippedBytes(file) })));
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const largest = sizes.sort((a, b) => b.bytes - a.bytes).map(({ file, bytes }) => `${bytes} ${file}`);
    expect(total, `${total} bytes, of which ${largest.slice(0, 12).join(', ')}`).toBeLessThanOrEqual(
      BUDGETS[page],
    );
  },
);

test('so do the scripts of /invite with those that its button needs: Firebase Auth and Functions', async () => {
  const session = Object.values(await readManifest()).find(({ name }) => name === 'session');
  const files = [...(await scriptsOf('invite')), session!.file];
  const sizes = await Promise.all(files.map(gzippedBytes));
  expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(BUDGETS.invite);
});

test.each(Object.entries(NOT_BEFORE_INVITE))('/invite is usable without %s', async (_, word) => {
  const scripts = await scriptsOf('invite');
  expect(scripts.length).toBeGreaterThan(0);
  for (const file of scripts) expect((await readBuilt(file)).includes(word), file).toBe(false);
});

test.each(Object.entries(NOT_BEFORE_INVITE))(
  '%s would be noticed: the build has it elsewhere',
  async (_, word) => {
    const files = Object.values(await readManifest()).map(({ file }) => file);
    const scripts = await Promise.all(files.filter((file) => file.endsWith('.js')).map(readBuilt));
    expect(scripts.filter((script) => script.includes(word))).not.toEqual([]);
  },
);

test('/invite takes typing, and its button, with no other script than those of the budget [ANSWER-11]', async () => {
  const tenant = await newTenant();
  const request = invitation(tenant.id);
  await tenant.admin.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  const { page } = await openTab({ device: 'phone' });
  const budget = await scriptsOf('invite');
  const held = Promise.withResolvers<undefined>();
  await page.route('**/*.js', async (route) => {
    if (!budget.includes(new URL(route.request().url()).pathname.slice(1))) await held.promise;
    await route.continue();
  });

  await page.goto(linkIn(mail!));
  await acceptPage(page).choosePassword('a-new-long-password');
  await acceptPage(page).setPassword.and(page.locator('[aria-disabled=true], :disabled')).waitFor();
  const needed = (await loadedScripts(page)).filter((file) => budget.includes(file));
  expect(needed).toEqual([...budget].sort());

  held.resolve(undefined);
  await page.waitForURL(`**/t/${tenant.id}`);
});

test('/invite names in its document every script that it needs, so that none is found out late', async () => {
  const html = await readBuilt('invite.html');
  for (const file of await scriptsOf('invite')) expect(html).toContain(`/${file}"`);
});

test('a browser has loaded exactly the scripts of the budget when the invitations are there', async () => {
  const { page } = await openTab();
  const path = invitationsPage(page).path('acme');
  await openSignedIn(page, path, demoPerson('adam').email);
  await page.goto(path);
  await page.getByRole('row').nth(1).waitFor();

  expect(await loadedScripts(page)).toEqual((await scriptsOf('invitations')).sort());
});

/** @returns the scripts of our own that the page has asked for since it was opened, in order of their names. */
async function loadedScripts(page: Page): Promise<string[]> {
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  const paths = urls.map((url) => new URL(url).pathname.slice(1));
  return [...new Set(paths.filter((path) => path.endsWith('.js')))].sort();
}
