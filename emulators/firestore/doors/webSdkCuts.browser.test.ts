import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '@hrx/chromium';
import { startFirestore, type RunningFirestore } from '../server.ts';
import { startCuttingProxy, type Cut } from './browser/cuttingProxy.ts';
import type {} from './browser/page.ts';
import { servePage } from './browser/servePage.ts';
import { NOTES_RULES } from './testing/notesRules.ts';

/** The web SDK loses its connection in every phase of its WebChannels, and shows and writes everything all the same. */

const CUTS: Cut[] = (['Listen', 'Write'] as const).flatMap((rpc) =>
  (['open', 'send', 'listen'] as const).flatMap((request) =>
    (['before it arrives', 'before its answer', 'amid its answer'] as const).map((phase) => ({
      rpc,
      request,
      phase,
    })),
  ),
);

let browser: Browser;
let context: BrowserContext;
let site: Awaited<ReturnType<typeof servePage>>;
let server: RunningFirestore;

beforeAll(async () => {
  [browser, site, server] = await Promise.all([launchChromium(), servePage(), startFirestore({ port: 0 })]);
  context = await browser.newContext();
  await fetch(`${server.url}/emulator/v1/projects/demo-browser:securityRules`, {
    method: 'PUT',
    body: JSON.stringify({ rules: { files: [{ content: NOTES_RULES }] } }),
  });
});

afterAll(async () => {
  await browser.close();
  site.close();
  await server.close();
});

async function openTab(uid: string, port: number): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(site.url);
  await tab.evaluate(([uid, port]) => page.signIn(uid, port), [uid, port] as const);
  return tab;
}

/** Starts to write a note; the promise of the SDK resolves once the server has it. */
function write(tab: Page, path: string, owner: string): Promise<void> {
  return tab.evaluate(
    ([path, owner]) => page.firestore.setDoc(page.firestore.doc(page.database, path), { owner }),
    [path, owner] as const,
  );
}

/** As somebody else, from elsewhere. */
async function writeElsewhere(path: string, owner: string): Promise<void> {
  const answer = await fetch(`${server.url}/v1/projects/demo-browser/databases/(default)/documents/${path}`, {
    method: 'PATCH',
    headers: { Authorization: 'Bearer owner' },
    body: JSON.stringify({ fields: { owner: { stringValue: owner } } }),
  });
  expect(answer.status).toBe(200);
}

/** What a tab with a cut connection comes to show, of four notes that it should. */
async function shownAfter({ rpc, request, phase }: Cut): Promise<string[]> {
  const uid = `${rpc}-${request}-${phase.replaceAll(' ', '-')}`;
  const proxy = await startCuttingProxy(server.port, { rpc, request, phase });
  const tab = await openTab(uid, proxy.port);

  await tab.evaluate((uid) => page.watchNotes(uid), uid);
  await write(tab, `notes/${uid}-1`, uid);
  await writeElsewhere(`notes/${uid}-2`, uid);
  // A second live query is a second request on the channel that is open.
  await tab.evaluate((uid) => page.watchNote(`${uid}-2`), uid);
  await writeElsewhere(`notes/${uid}-3`, uid);
  await write(tab, `notes/${uid}-4`, uid);

  // Without four it answers those that it has.
  await tab
    .waitForFunction(() => page.changes.filter((change) => change.startsWith('added')).length >= 4, null, {
      polling: 100,
      timeout: 40_000,
    })
    .catch(() => undefined);
  const shown = await tab.evaluate(() => page.changes.filter((change) => /^(added|saw)/.test(change)));
  if (!proxy.hasCut()) shown.push('nothing was cut');
  await tab.close();
  proxy.close();
  return [...new Set(shown)].map((change) => change.replace(`${uid}-`, '')).sort();
}

it('goes on when a channel loses its connection, whenever that is', { timeout: 90_000 }, async () => {
  // All at once: the SDK waits for up to fifteen seconds before it asks again.
  const shown = await Promise.all(
    CUTS.map(async (cut) => [Object.values(cut).join(', '), await shownAfter(cut)] as const),
  );

  const everything = ['added 1', 'added 2', 'added 3', 'added 4', 'saw 2'];
  expect(shown.filter(([, changes]) => changes.join() !== everything.join())).toEqual([]);
});
