import { beforeEach, describe, expect, it, vi } from 'vitest';
import { remember } from './remembered.ts';

const firebase = vi.hoisted(() => ({
  firebaseSession: { follow: vi.fn(), currentUser: vi.fn(), signOut: vi.fn() },
}));
vi.mock('./firebaseSession.ts', () => firebase);

beforeEach(() => {
  localStorage.clear();
  vi.resetAllMocks();
  vi.resetModules();
});

async function openPage() {
  return (await import('./lazySession.ts')).lazySession;
}

describe('the session of a page that is usable before Firebase Auth', () => {
  it('is nobody at first, unless somebody was signed in here before', async () => {
    expect((await openPage()).startsUnknown).toBe(false);
    remember('session', null, 'yes');
    vi.resetModules();
    expect((await openPage()).startsUnknown).toBe(true);
  });

  it('follows Firebase once that is loaded, until it is left', async () => {
    const stop = vi.fn();
    firebase.firebaseSession.follow.mockReturnValue(stop);
    const onUser = vi.fn();
    const leave = (await openPage()).follow(onUser);
    await vi.waitFor(() => expect(firebase.firebaseSession.follow).toHaveBeenCalledExactlyOnceWith(onUser));
    leave();
    expect(stop).toHaveBeenCalledOnce();
  });

  it('follows nobody where the page was left before', async () => {
    const session = await openPage();
    session.follow(vi.fn())();
    await session.currentUser();
    expect(firebase.firebaseSession.follow).not.toHaveBeenCalled();
  });

  it('signs out by Firebase', async () => {
    await (await openPage()).signOut();
    expect(firebase.firebaseSession.signOut).toHaveBeenCalledOnce();
  });
});
