/** Writes bytes to a file as they arrive: never more than asked, and never more in memory than one piece. */
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { StorageError } from '../storageError.ts';

/** How long an upload may be, both ends included: `x-goog-content-length-range`, or a policy's `content-length-range`. */
export interface LengthRange {
  least: number;
  most: number;
}

/** @throws StorageError when they are no two numbers in order */
export function lengthRange(least: string, most: string): LengthRange {
  const range = { least: Number(least), most: Number(most) };
  if (!/^\d+,\d+$/.test(`${least},${most}`) || range.least > range.most) {
    throw new StorageError('invalidArgument', `Invalid content length range: ${least},${most}.`);
  }
  return range;
}

/** @throws StorageError */
export function assertInRange(size: number, range: LengthRange | undefined): void {
  if (!range) return;
  if (size > range.most) throw new StorageError('entityTooLarge', `${size} bytes, of at most ${range.most}.`);
  if (size < range.least)
    throw new StorageError('entityTooSmall', `${size} bytes, of at least ${range.least}.`);
}

/** @throws StorageError `entityTooLarge`; being too small is known only at the end */
export function assertNotTooLong(size: number, range: LengthRange | undefined): void {
  if (range) assertInRange(Math.max(size, range.least), range);
}

export interface ReceiveOptions {
  /** How many bytes the file has already. */
  from?: number;
  /** How many of the arriving bytes the file has already, and are passed over. */
  skip?: number;
  /** For the whole file. The source is not read any further once it is exceeded. */
  range?: LengthRange | undefined;
}

/**
 * Appends to the file.
 *
 * @returns how many bytes arrived, those that were skipped too
 * @throws StorageError `entityTooLarge`; whatever the source failed with. The file holds what came before.
 */
export async function receiveBytes(
  source: Readable,
  file: string,
  options: ReceiveOptions = {},
): Promise<number> {
  const { from = 0, skip = 0, range } = options;
  const handle = await open(file, 'a');
  let arrived = 0;
  try {
    // The source stays open, so that the refusal can still be answered.
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      const fresh = chunk.subarray(Math.max(0, Math.min(skip - arrived, chunk.length)));
      arrived += chunk.length;
      assertNotTooLong(from + Math.max(0, arrived - skip), range);
      await handle.appendFile(fresh);
    }
  } finally {
    await handle.close();
  }
  return arrived;
}
