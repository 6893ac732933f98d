/** What Cloud Storage knows of an object's bytes. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { StorageError } from '../storageError.ts';
import { crc32c, crc32cText } from './crc32c.ts';

export interface ContentHashes {
  size: number;
  /** Base64. */
  md5Hash: string;
  /** Base64. */
  crc32c: string;
  /** Hexadecimal. */
  sha256: string;
}

/** What a client says about the bytes that it sends; each that is given must be true. */
export type ExpectedHashes = Partial<Pick<ContentHashes, 'md5Hash' | 'crc32c' | 'sha256'>>;

/** Reads the file once, in pieces. */
export async function hashFile(file: string): Promise<ContentHashes> {
  const md5 = createHash('md5');
  const sha256 = createHash('sha256');
  let size = 0;
  let crc = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    size += chunk.length;
    md5.update(chunk);
    sha256.update(chunk);
    crc = crc32c(chunk, crc);
  }
  return {
    size,
    md5Hash: md5.digest('base64'),
    crc32c: crc32cText(crc),
    sha256: sha256.digest('hex'),
  };
}

/** @throws StorageError `badDigest` when the client said something else */
export function assertHashes(actual: ContentHashes, expected: ExpectedHashes): void {
  for (const name of ['md5Hash', 'crc32c', 'sha256'] as const) {
    const said = expected[name];
    if (said !== undefined && said !== actual[name]) {
      throw new StorageError('badDigest', `You sent ${name} ${said}; the content has ${actual[name]}.`);
    }
  }
}
