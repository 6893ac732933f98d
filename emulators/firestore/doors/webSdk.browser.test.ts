import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '@hrx/chromium';
import { startFirestore } from '../server.ts';
import type { RunningFirestore } from '../server.ts';
import { servePage } from './browser/servePage.ts';
import type {} from './browser/page.ts';
import { NOTES_RULES } from './testing/notesRules.ts';

describe('the web SDK in a browser, over WebChannel and REST', () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof servePage>>;
  let server: RunningFirestore;
  let context: BrowserContext;

  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), servePage()]);
  });

  afterAll(async () => {
    await browser.close();
    site.close();
  });

  beforeEach(async () => {
    server = await startWithRules(0);
    context = await browser.newContext();
  });

  afterEach(async () => {
    await context.close();
    await server.close();
  });

  async function startWithRules(port: number): Promise<RunningFirestore> {
    const started = await startFirestore({ port });
    await fetch(`${started.url}/emulator/v1/projects/demo-browser:securityRules`, {
      method: 'PUT',
      body: JSON.stringify({ rules: { files: [{ content: NOTES_RULES }] } }),
    });
    return started;
  }

  async function openTab(uid: string, settings = {}): Promise<Page> {
    const tab = await context.newPage();
    await tab.goto(site.url);
    await tab.evaluate(([uid, port, settings]) => page.signIn(uid, port, settings), [
      uid,
      server.port,
      settings,
    ] as const);
    return tab;
  }

  /** Writes a note; answers the code of the refusal, or null. */
  function write(tab: Page, path: string, note: Record<string, unknown>): Promise<string | null> {
    return tab.evaluate(
      ([path, note]) =>
        page.firestore.setDoc(page.firestore.doc(page.database, path), note).then(
          () => null,
          (error: unknown) => (error as { code: string }).code,
        ),
      [path, note] as const,
    );
  }

  function watch(tab: Page, uid: string): Promise<void> {
    return tab.evaluate((uid) => page.watchNotes(uid), uid);
  }

  function changesOf(tab: Page): Promise<string[]> {
    return tab.evaluate(() => page.changes);
  }

  it.each([
    ['streams', {}],
    ['polls, behind a proxy that holds answers back', { experimentalForceLongPolling: true }],
  ])('shows in one tab what another writes: it %s', async (_way, settings) => {
    const watching = await openTab('ada', settings);
    await watch(watching, 'ada');
    await expect.poll(() => changesOf(watching)).toEqual(['empty']);

    const writing = await openTab('ada', settings);
    expect(await write(writing, 'notes/one', { owner: 'ada', text: 'ünï🎉' })).toBeNull();
    expect(await write(writing, 'notes/one', { owner: 'ada', text: 'changed' })).toBeNull();
    await expect.poll(() => changesOf(watching)).toEqual(['empty', 'added one', 'modified one']);
    await writing.evaluate(() => page.firestore.deleteDoc(page.firestore.doc(page.database, 'notes/one')));
    await expect
      .poll(() => changesOf(watching))
      .toEqual(['empty', 'added one', 'modified one', 'removed one', 'empty']);
  });

  // The browser gives the first bytes four round trips, a few milliseconds: a busy machine may miss them once.
  it('finds that no proxy holds answers back', { retry: 3 }, async () => {
    const ways = new Set<string | null>();
    context.on('request', (request) => {
      const query = new URL(request.url()).searchParams;
      if (query.get('RID') === 'rpc') ways.add(query.get('CI'));
    });
    const tab = await openTab('ada');
    await watch(tab, 'ada');
    await expect.poll(() => changesOf(tab)).toEqual(['empty']);
    expect(await write(tab, 'notes/one', { owner: 'ada' })).toBeNull();
    await expect.poll(() => changesOf(tab)).toContain('added one');

    expect([...ways]).toEqual(['0']);
  });

  it('reads, counts and runs transactions', async () => {
    const tab = await openTab('ada');
    await write(tab, 'notes/one', { owner: 'ada', visits: 1, text: 'ünï🎉' });
    const read = await tab.evaluate(async () => {
      const { firestore, database } = page;
      const one = firestore.doc(database, 'notes/one');
      const notes = firestore.query(
        firestore.collection(database, 'notes'),
        firestore.where('owner', '==', 'ada'),
      );
      await firestore.runTransaction(database, async (transaction) => {
        const visits = (await transaction.get(one)).get('visits') as number;
        transaction.update(one, { visits: visits + 1 });
      });
      return {
        document: (await firestore.getDoc(one)).data(),
        ids: (await firestore.getDocs(notes)).docs.map(({ id }) => id),
        count: (await firestore.getCountFromServer(notes)).data().count,
      };
    });

    expect(read).toEqual({
      document: { owner: 'ada', visits: 2, text: 'ünï🎉' },
      ids: ['one'],
      count: 1,
    });
  });

  it('is denied what the rules deny', async () => {
    const ada = await openTab('ada');
    const bob = await openTab('bob');
    expect(await write(ada, 'notes/one', { owner: 'ada' })).toBeNull();
    expect(await write(bob, 'notes/one', { owner: 'bob' })).toBe('permission-denied');

    await watch(bob, 'ada');
    await expect.poll(() => changesOf(bob)).toEqual(['permission-denied']);
    const refusals = await bob.evaluate(() => {
      const { firestore, database } = page;
      const one = firestore.doc(database, 'notes/one');
      const notes = firestore.collection(database, 'notes');
      const refusal = (asked: Promise<unknown>): Promise<unknown> =>
        asked.catch((error: unknown) => (error as { code: string }).code);
      return Promise.all([
        refusal(firestore.getDoc(one)),
        refusal(firestore.getDocs(notes)),
        refusal(firestore.getCountFromServer(notes)),
        refusal(firestore.runTransaction(database, (transaction) => transaction.get(one))),
      ]);
    });
    expect(refusals).toEqual(Array(4).fill('permission-denied'));
  });

  it('comes back to a live query after the server was started again on its port', async () => {
    const tab = await openTab('ada');
    await write(tab, 'notes/one', { owner: 'ada' });
    await watch(tab, 'ada');
    await expect.poll(() => changesOf(tab)).toEqual(['added one']);

    await server.close();
    server = await startWithRules(server.port);
    const other = await openTab('ada');
    expect(await write(other, 'notes/two', { owner: 'ada' })).toBeNull();
    await expect
      .poll(() => changesOf(tab), { timeout: 30_000 })
      .toEqual(expect.arrayContaining(['added one', 'removed one', 'added two']));
  });

  it('tells the server when it is terminated', async () => {
    const tab = await openTab('ada');
    await watch(tab, 'ada');
    await expect.poll(() => changesOf(tab)).toEqual(['empty']);

    const goodbye = tab.waitForRequest(/Listen\/channel\?.*TYPE=terminate/);
    await tab.evaluate(() => page.firestore.terminate(page.database));
    expect((await (await goodbye).response())?.status()).toBe(200);
  });
});
