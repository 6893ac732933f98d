import { describe, expect, it } from 'vitest';
import { brandColors, luminance, MAIL_COLORS } from './mailColors.ts';

/** WCAG 2.2, contrast ratio: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours of mails', () => {
  it.each(['#000000', '#ffffff', '#ffd400', '#777777', '#0000ff', '#e10600', '#00c853'])(
    'writes on %s with a contrast of 4.5 or more [MAIL-03]',
    (brandColor) => {
      const { brand, onBrand } = brandColors(brandColor);
      expect(brand).toBe(brandColor);
      expect(contrast(brand, onBrand)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([null, 'red', '#fff', '#12345g', '#123456;x', 'url(https://x)', ''])(
    'takes its own for %s',
    (value) => {
      expect(brandColors(value)).toEqual({ brand: '#0f5c58', onBrand: '#ffffff' });
    },
  );

  it.each(Object.entries(MAIL_COLORS))('can be read in the %s scheme', (_scheme, colors) => {
    for (const text of [colors.text, colors.soft]) {
      expect(contrast(text, colors.card)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(colors.text, colors.quote)).toBeGreaterThanOrEqual(4.5);
  });
});
