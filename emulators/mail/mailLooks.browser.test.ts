import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RenderedMail } from '../../functions/src/outbox/outboxDeps.ts';
import { renderInviteMail } from '../../functions/src/outbox/templates/renderInviteMail.ts';
import { renderReminderMail } from '../../functions/src/outbox/templates/renderReminderMail.ts';
import { renderRecoveryMail } from '../../functions/src/outbox/templates/renderRecoveryMail.ts';
import { testInviteMail } from '../../functions/src/testing/testInviteMail.ts';
import { launchChromium } from '../browser/launchChromium.ts';

const link = `https://app.example/auth/action#${'ab'.repeat(32)}`;

/** Every mail that we send, as its reader sees it. */
const MAILS: Readonly<Record<string, () => Promise<RenderedMail>>> = {
  invitation: () => renderInviteMail(testInviteMail({ timeZone: 'Europe/Berlin' })),
  'invitation-plain': () =>
    renderInviteMail(
      testInviteMail({ message: null, brandColor: null, account: 'disabled', takesReplies: true }),
    ),
  'invitation-long': () =>
    renderInviteMail(
      testInviteMail({
        tenantName: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbe',
        firstName: 'Wolfeschlegelsteinhausenbergerdorff',
        message: 'مرحبا بكم في الفريق\nWelcome!',
      }),
    ),
  reminder: () => renderReminderMail({ ...testInviteMail(), offLink: link }),
  'new-password': () => renderRecoveryMail({ kind: 'secret', link }),
  'sign-in': () => renderRecoveryMail({ kind: 'sign-in', link }),
  'ask-someone': () => renderRecoveryMail({ kind: 'ask-about-sign-in', link }),
};

/** A phone, and a mail program's column. */
const WIDTHS = [390, 600];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe.each(Object.entries(MAILS))('the mail "%s"', (_name, render) => {
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

async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
