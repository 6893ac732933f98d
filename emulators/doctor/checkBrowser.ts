import { launchChromium } from '../browser/launchChromium.ts';
import type { Finding } from './finding.mjs';

/** @returns whether the browser that journeys run in starts; the first time it is unpacked, which takes seconds. */
export async function checkBrowser(): Promise<Finding> {
  try {
    const browser = await launchChromium();
    const version = browser.version();
    await browser.close();
    return { state: 'fine', what: `Chromium ${version} runs.` };
  } catch (error) {
    return judgeBrowserFailure(error instanceof Error ? error.message : String(error));
  }
}

/** @param words what the browser or its driver said, as it ended */
export function judgeBrowserFailure(words: string): Finding {
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(words)?.[1];
  const advice = 'Install a Chromium or Chrome of your own, and name its program in CHROMIUM_PATH.';
  if (library) {
    return {
      state: 'wrong',
      what: `Chromium does not run: this machine lacks the library ${library}.`,
      advice: `Install the package that has ${library}. Or: ${advice}`,
    };
  }
  const [reason = ''] = words.split('\n', 1);
  return { state: 'wrong', what: `Chromium does not run: ${reason}`, advice };
}
