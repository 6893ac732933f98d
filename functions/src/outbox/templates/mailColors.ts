/** The colours of our mails: the tenant's own for what stands out, and text on it that can be read. Pure. */

/** The web app's pine (web/src/theme). */
const DEFAULT_BRAND = '#0f5c58';

export const MAIL_COLORS = {
  light: {
    page: '#f6f4ef',
    card: '#ffffff',
    text: '#1a2527',
    soft: '#51605f',
    line: '#e2dfd6',
    quote: '#f6f4ef',
  },
  dark: {
    page: '#111819',
    card: '#192223',
    text: '#e9eeec',
    soft: '#a6b3b0',
    line: '#2d3939',
    quote: '#243031',
  },
} as const;

/** @returns the brand colour, ours where the tenant has none or something that is no colour, and text for it. */
export function brandColors(brandColor: string | null): { brand: string; onBrand: string } {
  const brand = brandColor !== null && /^#[0-9a-f]{6}$/i.test(brandColor) ? brandColor : DEFAULT_BRAND;
  return { brand, onBrand: luminance(brand) > CONTRAST_TURNS_AT ? '#000000' : '#ffffff' };
}

/** Above it black has the higher contrast: where (1.05 / (L + 0.05)) = ((L + 0.05) / 0.05). */
const CONTRAST_TURNS_AT = Math.sqrt(1.05 * 0.05) - 0.05;

/** WCAG 2.2, relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
