/** What is wrong with a page apart from what axe finds: each function looks once, in place, at what is shown now. */
import type { Page } from 'playwright-core';
import { DEVICES } from './browser.ts';

/** WCAG 2.2, 1.4.10 and 1.4.4: the narrowest phone, a desktop at 200 % zoom, a tablet. */
const SIZES = {
  'a narrow phone': { width: 320, height: 640 },
  '200 % zoom': { width: DEVICES.desktop.viewport.width / 2, height: DEVICES.desktop.viewport.height / 2 },
  'a tablet': { width: 768, height: 1024 },
};

const FOLLOWS_WITHIN_MS = 1_000;

/** @returns what is cut off, or makes one scroll sideways, on each size; it leaves the page at the last of them. */
export async function findCutOff(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    problems.push(...(await staysCutOff(page)).map((problem) => `${size}: ${problem}`));
  }
  return problems;
}

/** What lies over the page follows a change of size a moment later (MUI's Popover waits 166 ms). */
async function staysCutOff(page: Page): Promise<string[]> {
  const end = performance.now() + FOLLOWS_WITHIN_MS;
  for (;;) {
    await page.evaluate(untilPainted);
    const problems = await page.evaluate(cutOffNow);
    if (problems.length === 0 || performance.now() > end) return problems;
  }
}

/** @returns what would move although the person asked for no motion. */
export async function findMotion(page: Page): Promise<string[]> {
  return page.evaluate(motionNow);
}

/** @returns buttons that cannot be told from text where the person's own few colours replace ours. */
export async function findLostInForcedColors(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const lost = await page.evaluate(borderlessButtonsNow);
  await page.emulateMedia({ forcedColors: null });
  return lost;
}

/** @returns the filled buttons of the page, or of the dialog over it, where there is more than the one thing to do. */
export async function findSecondPrimary(page: Page): Promise<string[]> {
  const primary = await page.evaluate(primaryButtonsNow);
  return primary.length > 1 ? primary : [];
}

/** @returns what keeps somebody who hears the page from knowing where they are. */
export async function findUntitled(page: Page): Promise<string[]> {
  const headings = await page.locator('h1').allTextContents();
  const title = await page.title();
  return headings.length === 1 && title === `${headings[0] ?? ''} · HRX Invites`
    ? []
    : [`headings ${JSON.stringify(headings)} under the title "${title}"`];
}

/** Runs in the page: a busy machine may be between two colours, or two widths, for a moment. */
export async function untilPainted(): Promise<void> {
  await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}

function cutOffNow(): string[] {
  const problems: string[] = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > window.innerWidth) problems.push(`${wide} px wide in a window of ${window.innerWidth}`);
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    const text = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    if (!text.some(({ textContent }) => textContent?.trim()) || !element.checkVisibility()) continue;
    const { clipPath, overflowX, textOverflow } = getComputedStyle(element);
    // For screen readers alone, or shortened with three dots on purpose.
    if (clipPath !== 'none' || textOverflow === 'ellipsis' || element.closest('[aria-hidden="true"]'))
      continue;
    const { left, right, top } = element.getBoundingClientRect();
    const isBeside = left < -1 || right > window.innerWidth + 1;
    const isClipped = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    // What waits above the page, as the skip link does, comes when it is needed.
    if (top >= 0 && (isBeside || isClipped)) problems.push(`cut off: ${element.outerHTML.slice(0, 200)}`);
  }
  return problems;
}

function motionNow(): string[] {
  const seconds = (durations: string) => Math.max(...durations.split(',').map(parseFloat));
  return [...document.body.querySelectorAll('*')].flatMap((element) => {
    const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
    const moves =
      (animationName !== 'none' && seconds(animationDuration) > 0.001) || seconds(transitionDuration) > 0.001;
    return moves ? [element.outerHTML.slice(0, 200)] : [];
  });
}

function primaryButtonsNow(): string[] {
  const place = [...document.querySelectorAll('[role=dialog]')].at(-1) ?? document.body;
  return [...place.querySelectorAll<HTMLElement>('.MuiButton-contained')]
    .filter((button) => button.checkVisibility())
    .map((button) => button.outerHTML.slice(0, 200));
}

function borderlessButtonsNow(): string[] {
  return [...document.querySelectorAll('.MuiButton-root')].flatMap((button) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(button);
    return borderTopStyle === 'solid' && parseFloat(borderTopWidth) > 0
      ? []
      : [button.outerHTML.slice(0, 200)];
  });
}
