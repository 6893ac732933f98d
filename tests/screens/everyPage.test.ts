import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import { REPOSITORY } from '../../emulators/plan/suitePlan.ts';
import { DEVICES, useBrowser } from '../support/browser.ts';
import { EVERY_MAIL } from '../support/everyMail.ts';
import { toursOfAccounts, toursOfInvitations, toursOfPlaces } from '../tour/tours.ts';
import { takePicture } from './picture.ts';
import { screensPage, type Chapter } from './screensPage.ts';
import { saveSheet } from './sheet.ts';

const openTab = useBrowser();

const SIZES = {
  phone: DEVICES.phone.viewport,
  tablet: { width: 768, height: 1024 },
  desktop: DEVICES.desktop.viewport,
} as const;
/** On the sheets of docs/screens. */
const SHOWN = [
  { look: 'phone-light', widthPx: 200 },
  { look: 'phone-dark', widthPx: 200 },
  { look: 'desktop-light', widthPx: 480 },
  { look: 'desktop-dark', widthPx: 480 },
] as const;

const tours = { ...toursOfPlaces, ...toursOfInvitations, ...toursOfAccounts };
const chapters: Chapter[] = [];
const folder = path.join(REPOSITORY, 'docs/screens');

beforeAll(() => mkdir(folder, { recursive: true }));

test.each(Object.entries(tours))(
  'the tour "%s" leaves a picture of each page and state in run/screens and a sheet of them in docs/screens',
  async (name, tour) => {
    const chapter: Chapter = { tour: name, states: [] };
    const { page: paper } = await openTab();
    await paper.setViewportSize({ width: 1440, height: 700 });
    await tour(openTab, async (state, page) => {
      const before = page.viewportSize();
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await takePicture(page, `run/screens/${state}-${size}-${colorScheme}`);
        }
      }
      await page.emulateMedia({ colorScheme: null });
      if (before) await page.setViewportSize(before);
      const pictures = SHOWN.map(({ look, widthPx }) => ({ file: `run/screens/${state}-${look}`, widthPx }));
      await saveSheet(paper, pictures, `docs/screens/${state}.jpg`);
      chapter.states.push(state);
    });
    chapters.push(chapter);
  },
);

test('each email leaves a picture in run/screens and a sheet of them in docs/screens', async () => {
  const { page: paper } = await openTab();
  const { page } = await openTab();
  await paper.setViewportSize({ width: 1440, height: 700 });
  for (const [state, render] of Object.entries(EVERY_MAIL)) {
    const pictures: { file: string; widthPx: number }[] = [];
    await page.setContent((await render()).html);
    for (const [width, widthPx] of [
      [390, 220],
      [600, 340],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const file = `run/screens/${state}-${width}-${colorScheme}`;
        await takePicture(page, file);
        pictures.push({ file, widthPx });
      }
    }
    await saveSheet(paper, pictures, `docs/screens/${state}.jpg`);
  }
  chapters.push({ tour: 'emails', states: Object.keys(EVERY_MAIL) });
});

afterAll(async () => {
  // Who takes the pictures of one tour alone keeps the page as it is.
  if (chapters.length < Object.keys(tours).length + 1) return;
  await writeFile(path.join(REPOSITORY, 'docs/screens.md'), screensPage(chapters));
});
