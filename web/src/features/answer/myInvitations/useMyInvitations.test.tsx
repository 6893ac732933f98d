import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthContext } from '../../../shared/session/AuthContext.ts';
import { listenToQuery } from '../../../shared/firebase/listen.ts';
import { aPendingInvite } from '../../../shared/testing/documents.ts';
import { aSession, aUser } from '../../../shared/testing/session.ts';
import { useMyInvitations } from './useMyInvitations.ts';

vi.mock('../../../shared/firebase/firestore.ts', () => ({ firestore: {} }));
vi.mock('../../../shared/firebase/listen.ts', () => ({ listenToQuery: vi.fn() }));
vi.mock('firebase/firestore', () => ({
  collectionGroup: (_firestore: unknown, name: string) => name,
  where: (...constraint: unknown[]) => constraint,
  query: (...parts: unknown[]) => parts,
}));

type Listener = (snapshot: { docs: { data: () => unknown }[] }) => void;
const subscribe = vi.mocked(listenToQuery) as unknown as ReturnType<typeof vi.fn>;
const stop = vi.fn();
const tell = (invites: unknown[]) =>
  act(() =>
    (subscribe.mock.lastCall![1] as Listener)({ docs: invites.map((each) => ({ data: () => each })) }),
  );
const fail = (code: string) => act(() => (subscribe.mock.lastCall![2] as (error: unknown) => void)({ code }));

beforeEach(() => {
  vi.resetAllMocks();
  subscribe.mockReturnValue(stop);
});

function watch(emailVerified = true) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <AuthContext value={aSession({ user: aUser('otto@example.com', { emailVerified }) })}>
      {children}
    </AuthContext>
  );
  return renderHook(useMyInvitations, { wrapper });
}

describe('the query for my invitations', () => {
  it('names uid, address and status, without which the rules refuse it', () => {
    watch();
    expect(subscribe.mock.lastCall![0]).toEqual([
      'pending_invites',
      ['uid', '==', 'otto'],
      ['email', '==', 'otto@example.com'],
      ['status', '==', 'pending'],
    ]);
  });

  it('is live, until the page is left', () => {
    const { result, unmount } = watch();
    expect(result.current.state).toBe('loading');
    const invite = aPendingInvite();
    tell([invite]);
    expect(result.current).toEqual({ state: 'loaded', invites: [invite] });
    tell([]);
    expect(result.current).toEqual({ state: 'loaded', invites: [] });
    unmount();
    expect(stop).toHaveBeenCalledOnce();
  });

  it('is not asked while the address is not verified', () => {
    expect(watch(false).result.current).toEqual({ state: 'not-proven' });
    expect(subscribe).not.toHaveBeenCalled();
  });

  it('takes a denial for an address that is not proven: it began with a handed-over link', () => {
    const { result } = watch();
    fail('permission-denied');
    expect(result.current.state).toBe('not-proven');
  });

  it('can be asked again after any other failure', () => {
    const { result } = watch();
    fail('unavailable');
    const { current } = result;
    if (current.state !== 'failed') throw new Error(`It is ${current.state}.`);
    act(() => current.retry());
    expect(result.current.state).toBe('loading');
    expect(subscribe).toHaveBeenCalledTimes(2);
  });
});
