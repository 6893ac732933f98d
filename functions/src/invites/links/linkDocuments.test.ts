import { describe, expect, it } from 'vitest';
import type { LinkSeed } from './inviteSecret.ts';
import { hashSecret, parseLinkKeys } from '../../platform/linkKeys.ts';
import { isCurrentLink, linkKeyOf, linkUrl, newLinkDocument } from './linkDocuments.ts';

const keys = parseLinkKeys(`k1:${'ab'.repeat(32)}`);
const seed: LinkSeed = {
  keyId: 'k1',
  kind: 'mail',
  tenantId: 'acme',
  uid: 'nina',
  generation: 2,
  nonce: 'n1',
};
const expiresAt = new Date('2026-11-21T12:00:00Z');
const { key, document } = newLinkDocument(keys, seed, { inviteId: 'i1', expiresAt });
const secret = new URL(linkUrl(keys, 'https://app.example', seed)).hash.slice(1);

describe('what is stored of a link', () => {
  it('is found by the SHA-256 of its secret, and does not hold that [DATA-04]', () => {
    expect(key.path).toBe(`invite_links/${hashSecret(secret)}`);
    expect(linkKeyOf(secret)).toEqual(key);
    expect(JSON.stringify({ key, document })).not.toContain(secret);
  });

  it('is kept for 30 days past the end of the invitation [DATA-04]', () => {
    expect(document.expireAt).toEqual(new Date('2026-12-21T12:00:00Z'));
  });
});

describe('the current link', () => {
  const secrets = {
    generation: 2,
    links: { mail: { keyId: 'k1', nonce: 'n1' }, handover: { keyId: 'k1', nonce: 'n2' } },
  };

  it('is the one of this invitation, generation and nonce', () => {
    expect(isCurrentLink(document, secrets, 'i1')).toBe(true);
  });

  it.each([
    ['of an earlier invitation', document, secrets, 'i2'],
    ['of an earlier generation', { ...document, generation: 1 }, secrets, 'i1'],
    ['that a copy replaced', { ...document, kind: 'handover' as const }, secrets, 'i1'],
    ['of an invitation whose secrets are gone', document, undefined, 'i1'],
  ])('is not one %s', (_which, link, stored, inviteId) => {
    expect(isCurrentLink(link, stored, inviteId)).toBe(false);
  });
});
