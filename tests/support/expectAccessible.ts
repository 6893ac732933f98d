import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEVICES } from './browser.ts';

/** The one rule of axe that sees colours: the others say the same in both schemes. */
const CONTRAST = 'color-contrast';

const LOOKS = [
  { device: 'desktop', colorScheme: 'light', rules: 'all' },
  { device: 'desktop', colorScheme: 'dark', rules: CONTRAST },
  { device: 'phone', colorScheme: 'dark', rules: 'all' },
  { device: 'phone', colorScheme: 'light', rules: CONTRAST },
] as const;

/** Nobody scrolls sideways (WCAG 2.2, 1.4.10 and 1.4.4): the narrowest phone, and a desktop at 200 % zoom. */
const NARROW = [
  { width: 320, height: 640 },
  { width: DEVICES.desktop.viewport.width / 2, height: DEVICES.desktop.viewport.height / 2 },
];

/**
 * Expects no violation of axe's rules in what the page shows now: at the size of a phone and of a desktop, light and
 * dark; and nothing that is cut off or has to be scrolled sideways on narrow ones. It leaves size and scheme as they were.
 *
 * @param what says in a failure which state it was
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const size = page.viewportSize();
  const violations: string[] = [];
  for (const { device, colorScheme, rules } of LOOKS) {
    await page.setViewportSize(DEVICES[device].viewport);
    await page.emulateMedia({ colorScheme });
    await page.evaluate(untilPainted);
    // One page, no frames: nothing has to be put together from several.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const found = await (rules === 'all' ? axe : axe.withRules(rules)).analyze();
    for (const { id, help, nodes } of found.violations) {
      const where = nodes.map(({ html, failureSummary }) => `${html}\n    ${failureSummary ?? ''}`);
      violations.push(`${what}, ${device}, ${colorScheme}: ${id} (${help})\n  ${where.join('\n  ')}`);
    }
  }
  for (const narrow of NARROW) {
    await page.setViewportSize(narrow);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > narrow.width) violations.push(`${what}: ${wide} px wide in a window of ${narrow.width}`);
  }
  await page.emulateMedia({ colorScheme: null });
  if (size) await page.setViewportSize(size);
  expect(violations).toEqual([]);
}

/** Runs in the page: a busy machine may be between two colours, or two widths, for a moment. */
async function untilPainted(): Promise<void> {
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
