import { expect, it } from 'vitest';
import { deriveSecret, inviteUrl } from './inviteSecret.ts';
import { parseLinkKeys } from '../../platform/linkKeys.ts';
import { handoverUrl } from './handoverUrl.ts';

it('gives the same link for the same answer, also when another key is the current one by now [LINK-05]', () => {
  const before = parseLinkKeys(`k1:${'ab'.repeat(32)}`);
  const since = parseLinkKeys(`k2:${'cd'.repeat(32)},k1:${'ab'.repeat(32)}`);
  const seed = { keyId: 'k1', tenantId: 'acme', uid: 'nina', generation: 1, nonce: 'n' };
  const answer = {
    ...seed,
    inviteId: 'i1',
    userExists: false,
    inClaims: false,
    expiresAt: new Date('2026-11-28T12:00:00Z'),
  };
  const given = (keys: typeof before) =>
    handoverUrl({ linkKeys: () => keys, frontendUrl: () => 'https://app.example' }, answer);
  const secret = deriveSecret(before, { ...seed, kind: 'handover' });
  expect(given(before)).toBe(inviteUrl('https://app.example', secret));
  expect(given(since)).toBe(given(before));
});
