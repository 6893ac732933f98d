import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { demoPerson, type DemoUid } from '../../emulators/demo/demoPeople.ts';
import { useBrowser } from '../support/browser.ts';
import { openSignedIn } from '../support/pages/signInPage.ts';

const openTab = useBrowser();

/** What Chromium calls good: https://web.dev/articles/cls. */
const SHIFT_MAX = 0.1;

const PAGES: readonly [path: string, who: DemoUid, comes: string][] = [
  ['/t/acme/invitations', 'adam', 'ned@example.com'],
  ['/t/acme/settings', 'adam', 'Members and open invitations each use one.'],
  ['/t/acme', 'rita', 'What you can do next'],
  ['/tenants', 'hana', 'Globex Logistics'],
];

test.each(PAGES)('nothing jumps while %s loads, on a desktop and a phone', async (path, who, comes) => {
  for (const device of ['desktop', 'phone'] as const) {
    const { page } = await openTab({ device });
    await openSignedIn(page, path, demoPerson(who).email);
    await page.addInitScript(addUpShifts);
    await page.reload();
    await page.getByText(comes).waitFor();
    expect(await shiftOf(page), device).toBeLessThan(SHIFT_MAX);

    // It would have been noticed.
    await page.evaluate(() => document.querySelector('main')!.prepend(document.createElement('hr')));
    await page.evaluate(() => (document.querySelector('hr')!.style.height = '60vh'));
    await expect.poll(() => shiftOf(page)).toBeGreaterThan(SHIFT_MAX);
  }
});

/** Runs in the page, before its own scripts. */
function addUpShifts(): void {
  Object.assign(window, { shift: 0 });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      Object.assign(window, {
        shift: Number(Reflect.get(window, 'shift')) + Number(Reflect.get(entry, 'value')),
      });
    }
  }).observe({ type: 'layout-shift' });
}

/** @returns how much of the page has moved by itself since it was loaded, of the window and of the way. */
function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(window, 'shift')));
}
