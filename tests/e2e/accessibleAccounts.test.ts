import { test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { expectAccessible } from '../support/expectAccessible.ts';
import { toursOfAccounts } from '../tour/tours.ts';

const openTab = useBrowser();

/** Each state is looked at four times. */
const TIMEOUT_MS = 180_000;

test.each(Object.entries(toursOfAccounts))(
  'nothing that axe looks for is wrong on the pages of "%s", on a phone and a desktop, light and dark',
  async (_name, tour) => {
    await tour(openTab, async (state, page) => expectAccessible(page, state));
  },
  TIMEOUT_MS,
);
