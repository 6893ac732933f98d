import { describe, expect, it } from 'vitest';
import { safeContinue, safeNext } from './safeNext.ts';

describe('where a sign-in leads', () => {
  it.each(['/', '/t/acme', '/t/acme/invitations?status=pending', '/my-invitations#top'])('is %s', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    't/acme',
    '/sign-in',
    '/sign-in?next=/sign-in',
    '//[',
  ])('is never %j', (next) => {
    expect(safeNext(next)).toBeNull();
  });

  it('is a place of this app for every path that is kept', () => {
    expect(new URL(safeNext('/t/%5C%5Cevil.example') ?? '', window.location.origin).origin).toBe(
      window.location.origin,
    );
  });
});

describe('where a mail leads in the end', () => {
  it('is a page of this app', () => {
    expect(safeContinue(`${window.location.origin}/t/acme?tab=1`)).toBe('/t/acme?tab=1');
  });

  it.each([null, '', '/t/acme', 'https://evil.example/t/acme', `${window.location.origin}.evil.example/`])(
    'is never %j',
    (url) => {
      expect(safeContinue(url)).toBeNull();
    },
  );
});
