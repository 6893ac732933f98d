import { describe, expect, it, vi } from 'vitest';
import { deriveSecret, inviteUrl, type LinkSeed } from './inviteSecret.ts';
import { hashSecret, parseLinkKeys } from '../../platform/linkKeys.ts';

const HEX = 'ab'.repeat(32);
const OTHER_HEX = 'cd'.repeat(32);
const keys = parseLinkKeys(`k2:${HEX},k1:${OTHER_HEX}`);
const seed: LinkSeed = {
  keyId: 'k2',
  kind: 'mail',
  tenantId: 'acme',
  uid: 'walt',
  generation: 1,
  nonce: 'aa',
};

describe('parseLinkKeys', () => {
  it('takes the first key as the current one and keeps the others [LINK-05]', () => {
    expect(keys.currentKeyId).toBe('k2');
    expect([...keys.byId.keys()]).toEqual(['k2', 'k1']);
    expect(keys.byId.get('k1')?.toString('hex')).toBe(OTHER_HEX);
  });

  it.each([
    ['nothing', '', 'not written as keyId:hex'],
    ['a key without an id', HEX, 'not written as keyId:hex'],
    ['too many colons', `k1:${HEX}:x`, 'not written as keyId:hex'],
    ['an empty second key', `k1:${HEX},`, 'key 2 is not written'],
    ['248 bits', `k1:${HEX.slice(2)}`, 'at least 256 bits'],
    ['half a byte more', `k1:${HEX}a`, 'at least 256 bits'],
    ['something that is no hex', `k1:${'z'.repeat(64)}`, 'at least 256 bits'],
    ['the same id twice', `k1:${HEX},k1:${OTHER_HEX}`, 'key 2 has the id of an earlier one'],
  ])('refuses %s and says what is wrong', (_what, value, words) => {
    expect(() => parseLinkKeys(value)).toThrow(words);
  });

  it('never repeats the key in what it says', () => {
    const tooShort = HEX.slice(2);
    const refusal = vi.fn(parseLinkKeys);
    expect(() => refusal(`k1:${tooShort}`)).toThrow();
    expect(String(refusal.mock.results[0]?.value)).not.toContain(tooShort);
  });
});

describe('deriveSecret', () => {
  it('derives 256 bits, the same each time [LINK-01]', () => {
    expect(deriveSecret(keys, seed)).toMatch(/^[0-9a-f]{64}$/);
    expect(deriveSecret(keys, { ...seed })).toBe(deriveSecret(keys, seed));
  });

  it('derives another secret when any part of the seed differs [LINK-04]', () => {
    const seeds: LinkSeed[] = [
      seed,
      { ...seed, keyId: 'k1' },
      { ...seed, kind: 'handover' },
      { ...seed, tenantId: 'globex' },
      { ...seed, uid: 'rita' },
      { ...seed, generation: 2 },
      { ...seed, nonce: 'ab' },
      // The same letters with the border between two parts moved.
      { ...seed, tenantId: 'acmew', uid: 'alt' },
      { ...seed, tenantId: 'acme","w', uid: 'alt' },
    ];
    expect(new Set(seeds.map((each) => deriveSecret(keys, each))).size).toBe(seeds.length);
  });

  it('says so when the key of an old link is gone', () => {
    expect(() => deriveSecret(keys, { ...seed, keyId: 'k0' })).toThrow('does not hold the key');
  });
});

describe('the link', () => {
  it('is stored by its SHA-256 [LINK-03]', () => {
    // FIPS 180-2, appendix B.1.
    expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('carries the secret in the fragment alone [LINK-01]', () => {
    const url = new URL(inviteUrl('https://app.example/', HEX));
    expect(url.href).toBe(`https://app.example/invite#${HEX}`);
    expect(url.pathname + url.search).not.toContain(HEX);
  });
});
