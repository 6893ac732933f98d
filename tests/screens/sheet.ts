import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { REPOSITORY } from '../../emulators/plan/suitePlan.ts';

/** Small enough that all sheets together stay a few megabytes. */
const JPEG_QUALITY = 60;
const HEIGHT_MAX_PX = 640;

/**
 * Puts pictures of one state side by side into one small picture.
 *
 * @param page an empty page to draw on
 * @param pictures PNG files and how wide each is shown
 * @param file where it goes, from the repository's root
 */
export async function saveSheet(
  page: Page,
  pictures: readonly { file: string; widthPx: number }[],
  file: string,
): Promise<void> {
  const images = await Promise.all(
    pictures.map(async ({ file: picture, widthPx }) => {
      const data = (await readFile(path.join(REPOSITORY, `${picture}.png`))).toString('base64');
      return `<div style="width:${widthPx}px;max-height:${HEIGHT_MAX_PX}px;overflow:hidden">
        <img style="width:100%;display:block" src="data:image/png;base64,${data}"></div>`;
    }),
  );
  await page.setContent(
    `<body style="margin:0"><main style="display:inline-flex;gap:10px;padding:10px;background:#9aa19f;align-items:flex-start">${images.join('')}</main>`,
  );
  const sheet = page.getByRole('main');
  await writeFile(
    path.join(REPOSITORY, file),
    await sheet.screenshot({ type: 'jpeg', quality: JPEG_QUALITY }),
  );
}
