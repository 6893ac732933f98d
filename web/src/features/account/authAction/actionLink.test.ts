import { beforeEach, describe, expect, it } from 'vitest';
import {
  ACTION_MODES,
  currentAction,
  forgetActionLink,
  readActionLink,
  takeActionLink,
} from './actionLink.ts';

const SECRET = 'a1'.repeat(32);

beforeEach(() => {
  window.history.replaceState(null, '', '/');
  forgetActionLink();
});

describe('the address of a link about an account', () => {
  it.each(ACTION_MODES)('is read for %s', (mode) => {
    const search = `?mode=${mode}&oobCode=Ab_-9&apiKey=k&continueUrl=https%3A%2F%2Fevil.example`;
    expect(readActionLink({ search, hash: '' })).toEqual({
      kind: 'code',
      mode,
      code: 'Ab_-9',
      continueUrl: 'https://evil.example',
      href: `${window.location.origin}/auth/action${search}`,
    });
  });

  it('is our own secret in the fragment', () => {
    const secret = { kind: 'secret', secret: SECRET };
    const hash = `#${SECRET}`;
    expect(readActionLink({ search: '', hash })).toEqual({ ...secret, opens: 'new-password' });
    expect(readActionLink({ search: '?mode=signIn', hash })).toEqual({ ...secret, opens: 'sign-in' });
  });

  it.each([
    ['?mode=deleteEverything&oobCode=abc', ''],
    ['?mode=resetPassword', ''],
    ['?mode=resetPassword&oobCode=<script>', ''],
    ['?oobCode=abc', ''],
    ['', '#cut'],
  ])('is broken when it is %s%s', (search, hash) => {
    expect(readActionLink({ search, hash })).toEqual({ kind: 'broken' });
  });

  it('is nothing without a code', () => {
    expect(readActionLink({ search: '?lang=en', hash: '' })).toEqual({ kind: 'none' });
  });
});

describe('taking the link', () => {
  it.each([`#${SECRET}`, `?mode=signIn#${SECRET}`, '?mode=verifyEmail&oobCode=abc'])(
    'leaves nothing of %s in the address bar',
    (link) => {
      window.history.replaceState(null, '', `/auth/action${link}`);
      takeActionLink();
      expect(currentAction().link.kind).toMatch(/^(secret|code)$/);
      expect(window.location.href).toBe(`${window.location.origin}/auth/action`);
    },
  );

  it('leaves other pages alone', () => {
    window.history.replaceState(null, '', '/sign-in?mode=verifyEmail&oobCode=abc');
    takeActionLink();
    expect(currentAction().link).toEqual({ kind: 'none' });
    expect(window.location.search).toBe('?mode=verifyEmail&oobCode=abc');
  });
});
