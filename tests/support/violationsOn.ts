import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** @returns what axe finds wrong with a page that is not one of the app: each rule with the elements that break it. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
