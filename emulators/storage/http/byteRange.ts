/** `Range` of a download (RFC 9110, section 14). */
import { StorageError } from '../storageError.ts';

export interface ByteRange {
  first: number;
  last: number;
}

/**
 * @returns the bytes that are asked for, or undefined for all of them: several ranges at once are not supported, and
 *   like an unknown unit they are passed over
 * @throws StorageError `invalidRange` when none of them is there
 */
export function readByteRange(header: string | undefined, size: number): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [, from = '', to = ''] = match ?? [];
  if (from === '' && to === '') return undefined;
  const range =
    from === ''
      ? { first: Math.max(0, size - Number(to)), last: size - 1 }
      : { first: Number(from), last: to === '' ? size - 1 : Math.min(Number(to), size - 1) };
  if (to !== '' && from !== '' && Number(to) < Number(from)) return undefined;
  if (range.first > range.last) throw new StorageError('invalidRange', `The object has ${size} bytes.`);
  return range;
}
