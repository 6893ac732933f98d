import { expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import {
  findCutOff,
  findLostInForcedColors,
  findMotion,
  findSecondPrimary,
  findUntitled,
} from '../support/looks.ts';

const openTab = useBrowser();

/** Each fault of a page, and the look that is to find it. */
const FAULTS = [
  ['a line that is wider than a phone', '<p style="width: 400px; white-space: nowrap">Words</p>', findCutOff],
  [
    'words that their box cuts',
    '<p style="width: 9ch; overflow: hidden">Donaudampfschiffahrt</p>',
    findCutOff,
  ],
  ['a spinner that goes on', '<p style="animation: spin 1s infinite !important">…</p>', findMotion],
  ['a slow fade', '<p style="transition: opacity 1s !important">…</p>', findMotion],
  [
    'a button without a border',
    '<button class="MuiButton-root" style="border: 0">Go</button>',
    findLostInForcedColors,
  ],
  ['a second primary button', '<button class="MuiButton-contained">Go</button>', findSecondPrimary],
  ['a second heading', '<h1>There is another page</h1>', findUntitled],
] as const;

test('each fault that a look is for is found, and nothing on a page without one', async () => {
  const { page } = await openTab();
  await page.goto('/no/such/page');
  await page.getByRole('heading', { name: 'Page not found' }).waitFor();
  for (const [fault, html, find] of FAULTS) {
    expect(await find(page), `without ${fault}`).toEqual([]);
    const place = await page.evaluateHandle(() =>
      document.querySelector('main')!.appendChild(document.createElement('div')),
    );
    await place.evaluate((element, added) => (element.innerHTML = added), html);
    expect(await find(page), fault).not.toEqual([]);
    await place.evaluate((element) => element.remove());
  }
});
