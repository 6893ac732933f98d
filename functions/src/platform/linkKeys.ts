/** The keys that our links are derived with, and the one way to derive a secret from them: nothing stored, queued or logged holds one. */
import { createHash, createHmac } from 'node:crypto';

/** The keys that links are derived with. A link remembers its key's id: old ones live on while a new one is current. */
export interface LinkKeys {
  currentKeyId: string;
  byId: ReadonlyMap<string, Buffer>;
}

const KEY_BITS_MIN = 256;
const KEY_ID = /^[A-Za-z0-9_-]{1,32}$/;

/**
 * @param value `keyId:hex[,keyId:hex]`: the first one is current, the others still open the links made with them.
 * @throws Error that says what is wrong, without a word of the value.
 */
export function parseLinkKeys(value: string): LinkKeys {
  const byId = new Map<string, Buffer>();
  for (const [index, pair] of value.split(',').entries()) {
    const [keyId = '', hex = '', ...rest] = pair.trim().split(':');
    const which = `INVITE_LINK_KEY: key ${index + 1}`;
    if (!KEY_ID.test(keyId) || rest.length > 0) throw new Error(`${which} is not written as keyId:hex.`);
    if (!/^(?:[0-9a-f]{2})*$/i.test(hex) || hex.length * 4 < KEY_BITS_MIN)
      throw new Error(`${which} needs at least ${KEY_BITS_MIN} bits, written in hex (openssl rand -hex 32).`);
    if (byId.has(keyId)) throw new Error(`${which} has the id of an earlier one.`);
    byId.set(keyId, Buffer.from(hex, 'hex'));
  }
  const [currentKeyId = ''] = byId.keys();
  return { currentKeyId, byId };
}

/**
 * @param parts what makes this secret differ from every other. JSON keeps them apart: no two different lists make the same text.
 * @returns 64 hex digits, always the same for the same key and parts.
 * @throws Error where the key was taken out of INVITE_LINK_KEY.
 */
export function deriveFrom(keys: LinkKeys, keyId: string, parts: readonly (string | number)[]): string {
  const key = keys.byId.get(keyId);
  if (key === undefined) throw new Error('INVITE_LINK_KEY does not hold the key of this link any more.');
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
}

/** @returns the secret's SHA-256 in hex: the id of its `invite_links` document. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** @returns the address without a slash at its end. */
export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
