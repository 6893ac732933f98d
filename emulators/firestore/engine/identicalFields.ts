import { isDeepStrictEqual } from 'node:util';
import type { Fields } from '../types.ts';

/**
 * Whether two documents hold the very same values, down to type and sign (1 is not 1.0, 0 is not -0): then a write has
 * changed nothing, and the document keeps its update time. Both must come from `canonicalValue`.
 */
export function identicalFields(a: Fields, b: Fields): boolean {
  return isDeepStrictEqual(a, b);
}
