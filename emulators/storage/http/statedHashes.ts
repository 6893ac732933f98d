/** What a request says about the bytes that it sends. */
import type { ExpectedHashes } from '../store/contentHashes.ts';
import { header, type Exchange } from './exchange.ts';

/** `Content-MD5`, `x-goog-hash: crc32c=…,md5=…`, and the hash of the body that was signed. */
export function statedHashes(exchange: Exchange): ExpectedHashes {
  const said = new Map(
    (header(exchange, 'x-goog-hash') ?? '').split(',').map((pair): [string, string] => {
      const [name = '', ...value] = pair.trim().split('=');
      return [name, value.join('=')];
    }),
  );
  const md5Hash = header(exchange, 'content-md5') ?? said.get('md5');
  const crc32c = said.get('crc32c');
  const sha256 = header(exchange, 'x-goog-content-sha256')?.toLowerCase();
  return {
    ...(md5Hash !== undefined && { md5Hash }),
    ...(crc32c !== undefined && { crc32c }),
    ...(sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) && { sha256 }),
  };
}
