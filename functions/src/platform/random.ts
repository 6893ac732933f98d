/** Randomness and hashes, in one place, so that tests can bring their own. */
import { createHash, randomBytes } from 'node:crypto';

export interface Random {
  /** @returns `bytes` random bytes as hex. */
  hex(bytes: number): string;
}

export const systemRandom: Random = { hex: (bytes) => randomBytes(bytes).toString('hex') };

/** @returns the SHA-256, as hex, of the parts: no two different lists make the same. */
export function hashOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
