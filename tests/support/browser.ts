/** A real browser for journeys. What no page of ours may ever do fails the test: errors, warnings, requests to elsewhere. */
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchChromium } from '../../emulators/browser/launchChromium.ts';
import { REPOSITORY } from '../../emulators/plan/suitePlan.ts';
import { suite } from './suite.ts';

export const DEVICES = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  desktop: { viewport: { width: 1280, height: 800 } },
} as const;

/** A page that has not done its work by then never will. Functions that are called for the first time start first. */
const PATIENCE_MS = 30_000;

export interface TabOptions {
  device?: keyof typeof DEVICES;
  colorScheme?: 'light' | 'dark';
  /** For pictures: device pixels for each of the page's. */
  deviceScaleFactor?: number;
}

/** A browser of one person, with one page open in it. */
export interface Tab {
  page: Page;
  /** Everything that was asked for, the page's own address first. */
  asked: { url: string; referrer: string | undefined; body: string | null }[];
  /** What the page complained about so far, oldest first. */
  complaints: string[];
  /**
   * For a refusal that a test provokes: the browser itself writes it to the console.
   *
   * @param complaint what takes off every complaint that it matches
   */
  allow(complaint: RegExp): void;
}

export type OpenTab = (options?: TabOptions) => Promise<Tab>;

/**
 * Starts a browser for the tests of one file. After each test its contexts are closed, and the test fails when a page
 * complained.
 *
 * @returns how a test opens the browser of one more person
 */
export function useBrowser(): OpenTab {
  let browser: Browser;
  const opened: { context: BrowserContext; tab: Tab; allowed: RegExp[] }[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async ({ task }) => {
    const closing = opened.splice(0);
    if (task.result?.state === 'fail') {
      await Promise.all(
        closing.map(({ tab }, number) => keepPicture(tab.page, `${task.name} ${number + 1}`)),
      );
    }
    await Promise.all(closing.map(({ context }) => context.close()));
    for (const { tab, allowed } of closing) {
      expect(tab.complaints.filter((each) => !allowed.some((pattern) => pattern.test(each)))).toEqual([]);
    }
  });
  afterAll(() => browser.close());

  return async ({ device = 'desktop', colorScheme = 'light', deviceScaleFactor = 1 } = {}) => {
    const context = await browser.newContext({
      ...DEVICES[device],
      colorScheme,
      deviceScaleFactor,
      // Nothing is to be waited for, and no colour is caught between two others.
      reducedMotion: 'reduce',
      baseURL: suite.webUrl,
      locale: 'en-GB',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: suite.webUrl });
    const allowed: RegExp[] = [];
    const page = await context.newPage();
    const tab: Tab = { page, asked: [], complaints: [], allow: (complaint) => allowed.push(complaint) };
    watch(page, tab);
    opened.push({ context, tab, allowed });
    return tab;
  };
}

/** What a page showed when its test failed. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const file = `${name.replaceAll(/[^A-Za-z0-9]+/g, '-')}.png`;
  await page.screenshot({ path: path.join(REPOSITORY, 'run/failures', file), fullPage: true });
}

function watch(page: Page, { asked, complaints }: Tab): void {
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    const { url } = message.location();
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(`${message.type()}: ${message.text()} (${url})`);
    }
  });
  page.on('request', (request) => {
    const url = request.url();
    asked.push({ url, referrer: request.headers()['referer'], body: request.postData() });
    const { protocol, hostname } = new URL(url);
    if (protocol.startsWith('http') && hostname !== suite.host) complaints.push(`outside: ${url}`);
  });
}
