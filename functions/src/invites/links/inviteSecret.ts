/** The secrets of invitation links: derived from a key of the server, so that nothing stored, queued or logged holds one. */
import { DECLINE_QUERY } from '../../contract/declineQuery.ts';
import type { LinkKind } from '../../contract/statuses.ts';
import { deriveFrom, withoutSlash, type LinkKeys } from '../../platform/linkKeys.ts';

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

/**
 * @returns the link's secret, 64 hex digits: always the same for the same seed, so that a retried mail carries the same
 *   link.
 * @throws Error where the key was taken out of INVITE_LINK_KEY.
 */
export function deriveSecret(keys: LinkKeys, seed: LinkSeed): string {
  const { keyId, kind, tenantId, uid, generation, nonce } = seed;
  return deriveFrom(keys, keyId, ['hrx-invite-link', kind, tenantId, uid, generation, nonce]);
}

/** @returns the same link, which opens the page where it asks whether to decline. */
export function declineUrl(link: string): string {
  return link.replace('#', `?${DECLINE_QUERY}#`);
}

/** @returns the link: the secret is in the fragment, which browsers send to no server and put into no referrer. */
export function inviteUrl(frontendUrl: string, secret: string): string {
  return `${withoutSlash(frontendUrl)}/invite#${secret}`;
}
