import { launchChromium } from '../../emulators/browser/launchChromium.ts';
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
  const advice = 'Install Chromium or Chrome, and set CHROMIUM_PATH to its program.';
  if (library) {
    return {
      state: 'wrong',
      what: `Chromium doesn't run. The library ${library} is missing.`,
      advice: `Install the package that has ${library}. Or: ${advice}`,
    };
  }
  const [reason = ''] = words.split('\n', 1);
  return { state: 'wrong', what: `Chromium doesn't run: ${reason}`, advice };
}
