import { test } from 'vitest';
import { DEVICES, useBrowser } from '../support/browser.ts';
import { toursOfInvitations, toursOfPlaces } from '../tour/tours.ts';
import { takePicture } from './picture.ts';

const openTab = useBrowser();

const SIZES = {
  phone: DEVICES.phone.viewport,
  tablet: { width: 768, height: 1024 },
  desktop: DEVICES.desktop.viewport,
} as const;

test.each(Object.entries({ ...toursOfPlaces, ...toursOfInvitations }))(
  'the tour "%s" leaves a picture of each page and state in run/screens, in three sizes, light and dark',
  async (_name, tour) => {
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
    });
  },
);
