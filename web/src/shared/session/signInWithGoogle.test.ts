import { FirebaseError } from 'firebase/app';
import { updateCurrentUser, type AdditionalUserInfo, type UserCredential } from 'firebase/auth';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { auth } from '../firebase/auth.ts';
import * as rare from './rareAuth.ts';
import { signInWithGoogle } from './signInWithGoogle.ts';

vi.mock('firebase/auth', () => ({ updateCurrentUser: vi.fn() }));
vi.mock('firebase/app', async (original) => ({
  ...(await original<object>()),
  initializeApp: vi.fn(),
}));
vi.mock('../firebase/env.ts', () => ({ env: { authEmulator: null } }));
vi.mock('../firebase/app.ts', () => ({ firebaseApp: { options: {} } }));
vi.mock('../firebase/auth.ts', () => ({ auth: { name: 'the session' } }));
vi.mock('./rareAuth.ts', () => ({
  browserPopupRedirectResolver: 'resolver',
  connectAuthEmulator: vi.fn(),
  getAdditionalUserInfo: vi.fn(),
  GoogleAuthProvider: class {
    setCustomParameters = () => this;
  },
  initializeAuth: () => aside,
  inMemoryPersistence: 'memory',
  signInWithPopup: vi.fn(),
}));

const { aside } = vi.hoisted(() => ({ aside: { signOut: vi.fn() } }));
const user = { uid: 'gina' };

beforeEach(() => {
  vi.resetAllMocks();
  vi.mocked(rare.signInWithPopup).mockResolvedValue({ user } as UserCredential);
});
const answer = (isNewUser: boolean) =>
  vi.mocked(rare.getAdditionalUserInfo).mockReturnValue({ isNewUser } as AdditionalUserInfo);

describe('signing in with Google', () => {
  it('makes an account that was there the session', async () => {
    answer(false);
    await signInWithGoogle();
    expect(vi.mocked(rare.signInWithPopup).mock.calls[0]?.[0]).toBe(aside);
    expect(updateCurrentUser).toHaveBeenCalledExactlyOnceWith(auth, user);
    expect(aside.signOut).toHaveBeenCalledOnce();
  });

  it('never makes an account the session that Firebase made at this moment', async () => {
    answer(true);
    await expect(signInWithGoogle()).rejects.toMatchObject({ code: 'web/not-invited' });
    expect(updateCurrentUser).not.toHaveBeenCalled();
    expect(aside.signOut).toHaveBeenCalledOnce();
  });

  it('says that it needs the network, and opens no window without', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await expect(signInWithGoogle()).rejects.toMatchObject({ code: 'web/google-offline' });
    expect(rare.signInWithPopup).not.toHaveBeenCalled();
    onLine.mockRestore();
  });

  it('passes on what Firebase says', async () => {
    vi.mocked(rare.signInWithPopup).mockRejectedValue(new FirebaseError('auth/popup-blocked', 'x'));
    await expect(signInWithGoogle()).rejects.toMatchObject({ code: 'auth/popup-blocked' });
    expect(updateCurrentUser).not.toHaveBeenCalled();
  });
});
