import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderInviteMail } from '../../functions/src/outbox/templates/renderInviteMail.ts';
import { testInviteMail } from '../../functions/src/testing/testInviteMail.ts';
import { EVERY_MAIL } from '../../tests/support/everyMail.ts';
import { violationsOn } from '../../tests/support/violationsOn.ts';
import { launchChromium } from '../browser/launchChromium.ts';

/** A phone, and a mail program's column. */
const WIDTHS = [390, 600];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each(Object.entries(EVERY_MAIL))('the mail "%s"', (_name, render) => {
  it.each(['light', 'dark'] as const)(
    'has nothing that axe finds wrong and needs no scrolling sideways, %s [MAIL-14]',
    async (colorScheme) => {
      const page = await browser.newPage({ colorScheme });
      await page.setContent((await render()).html);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      }
      expect(await violationsOn(page)).toEqual([]);
      await page.close();
    },
  );
});

it('would notice what cannot be read', async () => {
  const page = await browser.newPage();
  const { html } = await renderInviteMail(testInviteMail());
  await page.setContent(html.replaceAll('#51605f', '#dddddd'));
  expect(await violationsOn(page)).toEqual([expect.stringContaining('color-contrast')]);
  await page.close();
});
