import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetInvitation, keepInvitation, keptInvitation } from '../../../shared/routing/keptInvitation.ts';
import {
  currentArrival,
  forgetInviteLink,
  readInviteLink,
  subscribeToArrivals,
  takeInviteLink,
} from './inviteLink.ts';

const SECRET = 'a1'.repeat(32);
const OTHER_SECRET = 'b2'.repeat(32);

beforeEach(() => {
  window.history.replaceState(null, '', '/');
  forgetInviteLink();
});

describe('the fragment of an invitation link', () => {
  it('is a secret when it is 64 hex characters', () => {
    expect(readInviteLink(`#${SECRET}`)).toEqual({ kind: 'secret', secret: SECRET });
  });

  it.each(['', '#'])('is nothing when it is "%s"', (fragment) => {
    expect(readInviteLink(fragment)).toEqual({ kind: 'none' });
  });

  it.each([
    ['cut', `#${SECRET.slice(1)}`],
    ['padded', `#${SECRET}0`],
    ['in capitals', `#${SECRET.toUpperCase()}`],
    ['something else', '#hello'],
  ])('is broken when it is %s', (_, fragment) => {
    expect(readInviteLink(fragment)).toEqual({ kind: 'broken' });
  });
});

describe('taking the link', () => {
  it('takes the secret out of the address bar, and keeps it in this tab alone [ATTACK-11]', () => {
    window.history.replaceState(null, '', `/invite?from=mail#${SECRET}`);
    const before = window.history.length;

    takeInviteLink();

    expect(currentArrival().link).toEqual({ kind: 'secret', secret: SECRET });
    expect(window.location.href).toBe(`${window.location.origin}/invite?from=mail`);
    expect(window.history.length).toBe(before);
    expect(JSON.stringify([localStorage, document.cookie])).not.toContain(SECRET);
    expect(keptInvitation()).toBe(SECRET);
  });

  it('shows the second link that is opened in the same tab', async () => {
    window.history.replaceState(null, '', `/invite#${SECRET}`);
    takeInviteLink();
    const first = currentArrival();
    const listener = vi.fn();
    const unsubscribe = subscribeToArrivals(listener);

    window.location.hash = OTHER_SECRET;

    await vi.waitFor(() => expect(listener).toHaveBeenCalledOnce());
    expect(currentArrival()).toEqual({
      link: { kind: 'secret', secret: OTHER_SECRET },
      count: first.count + 1,
    });
    expect(window.location.hash).toBe('');
    unsubscribe();
  });

  it('comes back to it when the tab is loaded again, and to nothing where nothing was kept', async () => {
    keepInvitation(SECRET);
    vi.resetModules();
    const again = await import('./inviteLink.ts');
    expect(again.currentArrival().link).toEqual({ kind: 'secret', secret: SECRET });

    forgetInvitation();
    vi.resetModules();
    const empty = await import('./inviteLink.ts');
    expect(empty.currentArrival().link).toEqual({ kind: 'none' });
  });

  it('keeps a broken link nowhere', () => {
    window.history.replaceState(null, '', '/invite#hello');
    takeInviteLink();
    expect(currentArrival().link).toEqual({ kind: 'broken' });
    expect(keptInvitation()).toBeNull();
  });

  it('counts the same link again when it is opened again', () => {
    window.history.replaceState(null, '', `/invite#${SECRET}`);
    takeInviteLink();
    const { count } = currentArrival();
    window.history.replaceState(null, '', `/invite#${SECRET}`);
    takeInviteLink();
    expect(currentArrival().count).toBe(count + 1);
  });

  it('keeps what it has when nothing new came', () => {
    window.history.replaceState(null, '', `/invite#${SECRET}`);
    takeInviteLink();
    const arrival = currentArrival();
    takeInviteLink();
    expect(currentArrival()).toBe(arrival);
  });

  it('leaves the fragments of other pages alone', () => {
    window.history.replaceState(null, '', `/sign-in#${SECRET}`);
    takeInviteLink();
    expect(window.location.hash).toBe(`#${SECRET}`);
    expect(currentArrival().link).toEqual({ kind: 'none' });
  });

  it('can be forgotten, and tells who listens', () => {
    window.history.replaceState(null, '', `/invite#${SECRET}`);
    takeInviteLink();
    const listener = vi.fn();
    const unsubscribe = subscribeToArrivals(listener);
    forgetInviteLink();
    unsubscribe();
    forgetInviteLink();
    expect(currentArrival().link).toEqual({ kind: 'none' });
    expect(keptInvitation()).toBeNull();
    expect(listener).toHaveBeenCalledOnce();
  });
});
