import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEVICES } from './browser.ts';
import {
  findCutOff,
  findLostInForcedColors,
  findMotion,
  findSecondPrimary,
  findUntitled,
  untilPainted,
} from './looks.ts';

/** The one rule of axe that sees colours: the others say the same in both schemes. */
const CONTRAST = 'color-contrast';

/** A script that does nothing, instead of half a megabyte twice for each look. */
const NOTHING = ';';

const LOOKS = [
  { device: 'desktop', colorScheme: 'light', rules: 'all' },
  { device: 'desktop', colorScheme: 'dark', rules: CONTRAST },
  { device: 'phone', colorScheme: 'dark', rules: 'all' },
  { device: 'phone', colorScheme: 'light', rules: CONTRAST },
] as const;

/**
 * Expects no violation of axe's rules in what the page shows now: at the size of a phone and of a desktop, light and
 * dark; nothing that is cut off or has to be scrolled sideways on a narrow phone, on a tablet and at 200 % zoom; nothing
 * that moves for who wants no motion; buttons that are seen in forced colours; one primary button at most; and a title
 * that says where one is. It leaves size and scheme as they were.
 *
 * @param what says in a failure which state it was
 */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const size = page.viewportSize();
  const problems: string[] = [];
  for (const { device, colorScheme, rules } of LOOKS) {
    await page.setViewportSize(DEVICES[device].viewport);
    await page.emulateMedia({ colorScheme });
    await page.evaluate(untilPainted);
    const axe = await openAxe(page);
    const found = await (rules === 'all' ? axe : axe.withRules(rules)).analyze();
    for (const { id, help, nodes } of found.violations) {
      const where = nodes.map(({ html, failureSummary }) => `${html}\n    ${failureSummary ?? ''}`);
      problems.push(`${device}, ${colorScheme}: ${id} (${help})\n  ${where.join('\n  ')}`);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  const checks = {
    'cut off': findCutOff,
    moves: findMotion,
    'forced colours': findLostInForcedColors,
    title: findUntitled,
    'more than one primary button': findSecondPrimary,
  };
  for (const [check, find] of Object.entries(checks)) {
    problems.push(...(await find(page)).map((problem) => `${check}: ${problem}`));
  }
  if (size) await page.setViewportSize(size);
  expect(problems.map((problem) => `${what}, ${problem}`)).toEqual([]);
}

/** One page, no frames: nothing has to be put together from several. What axe put into the page stays there. */
async function openAxe(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window);
  return new AxeBuilder({ page, ...(isThere && { axeSource: NOTHING }) }).setLegacyMode();
}
