import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { REPOSITORY } from '../../emulators/plan/suitePlan.ts';

/**
 * Takes a picture of the whole page as it is now, in the size and scheme that the page has; of what fits on the screen
 * while something lies over the page.
 *
 * @param file from the repository's root, without the ending
 */
export async function takePicture(page: Page, file: string): Promise<void> {
  const target = path.join(REPOSITORY, `${file}.png`);
  await mkdir(path.dirname(target), { recursive: true });
  // Nothing is to look as if a pointer were on it.
  await page.mouse.move(0, 0);
  const fullPage = (await page.getByRole('dialog').or(page.getByRole('menu')).count()) === 0;
  await page.screenshot({ path: target, fullPage, animations: 'disabled', caret: 'hide' });
}
