import { act, renderHook, waitFor } from '@testing-library/react';
import { onIdTokenChanged, signOut } from 'firebase/auth';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { listenToDocument } from '../firebase/listen.ts';
import { AuthProvider } from './AuthProvider.tsx';
import { useAuth } from './AuthContext.ts';
import { firebaseSession } from './firebaseSession.ts';
import { keepInvitation, keptInvitation } from '../routing/keptInvitation.ts';
import { expectsSession } from './remembered.ts';
import { useOwnUserDocument } from './useOwnUserDocument.ts';

const authNow = vi.hoisted(() => ({ currentUser: null as FakeUser | null }));
vi.mock('../firebase/auth.ts', () => ({ auth: authNow }));
vi.mock('../firebase/functions.ts', () => ({}));
vi.mock('../firebase/firestore.ts', () => ({ firestore: 'firestore' }));
vi.mock('firebase/auth', () => ({ onIdTokenChanged: vi.fn(), signOut: vi.fn() }));
vi.mock('../firebase/listen.ts', () => ({ listenToDocument: vi.fn() }));
vi.mock('firebase/firestore', () => ({ doc: vi.fn() }));

interface FakeUser {
  uid: string;
  getIdTokenResult: (force?: boolean) => Promise<{ claims: Record<string, unknown> }>;
}

let tell: (user: FakeUser | null) => void = () => undefined;
const admin = { role: 'Admin', securityLevel: '7' };
const worker = { role: 'Worker', securityLevel: '2' };

function aPerson(uid: string, roles: Record<string, unknown>): FakeUser {
  return { uid, getIdTokenResult: vi.fn(() => Promise.resolve({ claims: { roles } })) };
}

function WithSession({ children }: { children: ReactNode }) {
  return <AuthProvider source={firebaseSession}>{children}</AuthProvider>;
}

async function signedIn(user: FakeUser, hook: () => unknown = () => undefined) {
  const rendered = renderHook(
    () => {
      hook();
      return useAuth();
    },
    { wrapper: WithSession },
  );
  authNow.currentUser = user;
  act(() => tell(user));
  await waitFor(() => expect(rendered.result.current.user?.uid).toBe(user.uid));
  return rendered;
}

/** Plays the person's own document to whoever listens to it. */
async function play(claimsVersion: number) {
  const listener = vi.mocked(listenToDocument).mock.lastCall?.[1] as unknown as (snapshot: unknown) => void;
  await act(() => {
    listener({ data: () => ({ claimsVersion, memberships: {} }) });
    return Promise.resolve();
  });
}

beforeEach(() => {
  localStorage.clear();
  authNow.currentUser = null;
  vi.mocked(onIdTokenChanged).mockImplementation((_auth, listener) => {
    tell = listener as unknown as typeof tell;
    return () => undefined;
  });
  vi.mocked(listenToDocument)
    .mockReset()
    .mockReturnValue(() => undefined);
  vi.mocked(signOut).mockImplementation(() => {
    authNow.currentUser = null;
    tell(null);
    return Promise.resolve();
  });
});

describe('the session', () => {
  it('is loading until Firebase has spoken', async () => {
    const { result } = renderHook(() => useAuth(), { wrapper: WithSession });
    expect(result.current).toMatchObject({ loading: true, user: null });
    act(() => tell(null));
    await waitFor(() => expect(result.current).toMatchObject({ loading: false, user: null }));
  });

  it('says what the claims say', async () => {
    const { result } = await signedIn({
      ...aPerson('hana', {}),
      getIdTokenResult: () => Promise.resolve({ claims: { hrx: true, roles: { acme: worker } } }),
    });
    expect(result.current).toMatchObject({ hrx: true, memberships: [{ tenantId: 'acme', role: 'Worker' }] });
  });

  it('remembers the active tenant for each person apart', async () => {
    const adam = aPerson('adam', { acme: admin, globex: worker });
    const first = await signedIn(adam);
    act(() => first.result.current.setActiveTenant('globex'));
    expect(first.result.current.activeMembership).toMatchObject({ tenantId: 'globex', role: 'Worker' });
    first.unmount();

    const again = await signedIn(adam);
    expect(again.result.current.activeTenantId).toBe('globex');
    again.unmount();

    const other = await signedIn(aPerson('walt', { globex: worker }));
    expect(other.result.current.activeTenantId).toBeNull();
  });

  it('forgets everything when the person signs out, and says how it came', async () => {
    const { result } = await signedIn(aPerson('adam', { acme: admin }));
    await act(() => result.current.signOut());
    expect(result.current).toMatchObject({ user: null, memberships: [], departure: 'signed-out' });
  });

  it('forgets the invitation that this tab was answering, when the person signs out [ATTACK-11]', async () => {
    const { result } = await signedIn(aPerson('adam', { acme: admin }));
    keepInvitation('a1');
    await act(() => result.current.signOut('ended'));
    expect(keptInvitation()).toBe('a1');
    await act(() => result.current.signOut());
    expect(keptInvitation()).toBeNull();
  });

  it('is nobody at once where nobody was signed in before, and loading once somebody is found', async () => {
    const source = { ...firebaseSession, startsUnknown: false };
    const wrapper = ({ children }: { children: ReactNode }) => (
      <AuthProvider source={source}>{children}</AuthProvider>
    );
    const { result } = renderHook(() => useAuth(), { wrapper });
    expect(result.current).toMatchObject({ loading: false, user: null });
    act(() => tell(aPerson('adam', { acme: admin })));
    expect(result.current).toMatchObject({ loading: true, user: null });
    await waitFor(() => expect(result.current).toMatchObject({ loading: false, user: { uid: 'adam' } }));
  });

  it('remembers whether somebody is signed in, for pages that are usable before Firebase Auth is loaded', async () => {
    const { result } = await signedIn(aPerson('adam', { acme: admin }));
    expect(expectsSession()).toBe(true);
    await act(() => result.current.signOut());
    expect(expectsSession()).toBe(false);
  });

  it('has the new claims as soon as a refresh is over', async () => {
    const adam = aPerson('adam', { acme: worker });
    const { result } = await signedIn(adam);
    vi.mocked(adam.getIdTokenResult).mockResolvedValue({ claims: { roles: { acme: admin } } });
    await act(() => result.current.refreshClaims());
    expect(adam.getIdTokenResult).toHaveBeenLastCalledWith(true);
    expect(result.current.memberships).toMatchObject([{ tenantId: 'acme', role: 'Admin' }]);
  });
});

describe('the watch over claimsVersion', () => {
  it('refreshes the token when the version changes, and not when it stays [CLAIM-05]', async () => {
    const adam = aPerson('adam', { acme: worker });
    await signedIn(adam, useOwnUserDocument);
    const refreshes = () => vi.mocked(adam.getIdTokenResult).mock.calls.filter(([force]) => force).length;
    expect(refreshes()).toBe(0);
    await play(3);
    await waitFor(() => expect(localStorage.getItem('hrx.claimsVersion.adam')).toBe('3'));
    await play(3);
    expect(refreshes()).toBe(1);
    await play(4);
    await waitFor(() => expect(refreshes()).toBe(2));
  });

  it('does not take a version as seen when the refresh failed', async () => {
    const adam = aPerson('adam', { acme: worker });
    await signedIn(adam, useOwnUserDocument);
    vi.mocked(adam.getIdTokenResult).mockRejectedValueOnce(new Error('no connection'));
    await play(3);
    expect(localStorage.getItem('hrx.claimsVersion.adam')).toBeNull();
    await play(3);
    await waitFor(() => expect(localStorage.getItem('hrx.claimsVersion.adam')).toBe('3'));
  });

  it('ends the session when the rules refuse the own document', async () => {
    const { result } = await signedIn(aPerson('adam', { acme: worker }), useOwnUserDocument);
    const refuse = vi.mocked(listenToDocument).mock.lastCall?.[2] as unknown as (error: unknown) => void;
    act(() => refuse({ code: 'permission-denied' }));
    await waitFor(() => expect(result.current).toMatchObject({ user: null, departure: 'ended' }));
  });
});
