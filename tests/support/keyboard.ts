/** How somebody without a mouse gets about. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any page of ours has. */
const STOPS_MAX = 60;

/** Presses the tab key until it comes to the control. @throws Error when it never does. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(control)) return;
  }
  throw new Error(`The tab key never comes to ${control.toString()}.`);
}

/** Goes to the control by the tab key, and presses it. */
export async function tabAndPress(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

/** Goes to the field by the tab key, and fills it in. */
export async function tabAndType(page: Page, field: Locator, text: string): Promise<void> {
  await field.waitFor();
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** Waits until the control has the focus. */
export async function expectFocus(control: Locator): Promise<void> {
  await control.waitFor();
  await expect.poll(() => hasFocus(control), { timeout: 5000 }).toBe(true);
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}
