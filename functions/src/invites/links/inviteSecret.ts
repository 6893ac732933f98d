/** The secrets of invitation links: derived from a key of the server, so that nothing stored, queued or logged holds one. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { LinkKind } from '../../contract/statuses.ts';

/** The keys that links are derived with. A link remembers its key's id: old ones live on while a new one is current. */
export interface LinkKeys {
  currentKeyId: string;
  byId: ReadonlyMap<string, Buffer>;
}

/** What one link is derived from, beside its key. */
export interface LinkSeed {
  keyId: string;
  kind: LinkKind;
  tenantId: string;
  uid: string;
  generation: number;
  nonce: string;
}

/** `tenants/{t}/invite_secrets/{uid}`: what the two links of an invitation are derived from. */
export interface InviteSecretsDocument {
  generation: number;
  links: Record<LinkKind, { keyId: string; nonce: string }>;
}

const KEY_BITS_MIN = 256;
const NONCE_BYTES = 16;
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
 * @returns the link's secret, 64 hex digits: always the same for the same seed, so that a retried mail carries the same
 *   link.
 * @throws Error where the key was taken out of INVITE_LINK_KEY.
 */
export function deriveSecret(keys: LinkKeys, seed: LinkSeed): string {
  const { keyId, kind, tenantId, uid, generation, nonce } = seed;
  return derive(keys, keyId, ['hrx-invite-link', kind, tenantId, uid, generation, nonce]);
}

/** @returns the secret of a mail that lets somebody back in: the same for each try of that mail. */
export function deriveRecoverySecret(keys: LinkKeys, { uid, nonce }: { uid: string; nonce: string }): string {
  return derive(keys, keys.currentKeyId, ['hrx-recovery', uid, nonce]);
}

/** JSON keeps the parts apart: no two different lists make the same text. */
function derive(keys: LinkKeys, keyId: string, parts: readonly (string | number)[]): string {
  const key = keys.byId.get(keyId);
  if (key === undefined) throw new Error('INVITE_LINK_KEY does not hold the key of this link any more.');
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex');
}

/** @returns the secret's SHA-256 in hex: the id of its `invite_links` document. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** @returns what makes one link differ from every other of the same person. */
export function newNonce(): string {
  return randomBytes(NONCE_BYTES).toString('hex');
}

/** @returns the link: the secret is in the fragment, which browsers send to no server and put into no referrer. */
export function inviteUrl(frontendUrl: string, secret: string): string {
  return `${withoutSlash(frontendUrl)}/invite#${secret}`;
}

/** @returns the page for a new password: with a code of Firebase's, or with a secret of ours in the fragment. */
export function newPasswordUrl(frontendUrl: string, by: { code: string } | { secret: string }): string {
  const page = actionPage(frontendUrl);
  return 'secret' in by
    ? `${page}#${by.secret}`
    : `${page}?${new URLSearchParams({ mode: 'resetPassword', oobCode: by.code }).toString()}`;
}

/** @returns the page that signs in, by a secret of ours. */
export function signInUrl(frontendUrl: string, secret: string): string {
  return `${actionPage(frontendUrl)}?mode=signIn#${secret}`;
}

function actionPage(frontendUrl: string): string {
  return `${withoutSlash(frontendUrl)}/auth/action`;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
