import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FirebaseError } from 'firebase/app';
import { useEffect, useState } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthContext, type AuthState } from '../../shared/session/AuthContext.ts';
import { signIn } from '../../shared/session/signIn.ts';
import { aSession, aUser } from '../../shared/testing/session.ts';
import { SignInPage } from './SignInPage.tsx';

vi.mock('../../shared/session/signIn.ts', () => ({ signIn: vi.fn() }));
const signInMock = vi.mocked(signIn);

/** What the session does when Firebase lets somebody in. */
const firebase: { enter?: (address: string) => void } = {};

beforeEach(() => {
  vi.resetAllMocks();
  signInMock.mockImplementation((email) => {
    firebase.enter?.(email);
    return Promise.resolve();
  });
});

/** The page with a session that follows the mocked sign-in, as the real one follows Firebase. */
function Page({ address, session }: { address: string; session: Partial<AuthState> }) {
  const [user, setUser] = useState(session.user ?? null);
  const [router] = useState(() =>
    createMemoryRouter(
      [
        { path: '/sign-in', Component: SignInPage },
        { path: '/', Component: () => <p>The start</p> },
        { path: '/t/acme', Component: () => <p>Acme</p> },
      ],
      { initialEntries: [address] },
    ),
  );
  useEffect(() => {
    firebase.enter = (email) => setUser(aUser(email));
  }, []);
  return (
    <AuthContext value={aSession({ ...session, user })}>
      <RouterProvider router={router} />
    </AuthContext>
  );
}

function open(address = '/sign-in', session: Partial<AuthState> = {}) {
  render(<Page address={address} session={session} />);
  return userEvent.setup();
}

async function fillIn(user: ReturnType<typeof userEvent.setup>, email: string, password: string) {
  await user.type(screen.getByLabelText('Email address'), email);
  await user.type(screen.getByLabelText('Password'), password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('the sign-in page', () => {
  it('signs in and leads to the start', async () => {
    const user = open();
    expect(document.title).toBe('Sign in · HRX Invites');
    await fillIn(user, ' adam@acme.example ', 'demo-pass-1');
    expect(await screen.findByText('The start')).toBeVisible();
    expect(signInMock).toHaveBeenCalledExactlyOnceWith('adam@acme.example', 'demo-pass-1');
  });

  it('leads to the page that was asked for', async () => {
    const user = open('/sign-in?next=%2Ft%2Facme');
    await fillIn(user, 'adam@acme.example', 'demo-pass-1');
    expect(await screen.findByText('Acme')).toBeVisible();
  });

  it.each(['https%3A%2F%2Fevil.example', '%2F%2Fevil.example', '%2F%5Cevil.example'])(
    'never leads to another site: %s',
    async (next) => {
      open(`/sign-in?next=${next}`, { user: aUser('adam@acme.example') });
      expect(await screen.findByText('The start')).toBeVisible();
    },
  );

  it('sends on who is signed in', async () => {
    open('/sign-in?next=%2Ft%2Facme', { user: aUser('adam@acme.example') });
    expect(await screen.findByText('Acme')).toBeVisible();
  });

  it('waits until it is known who is signed in', () => {
    open('/sign-in', { loading: true });
    expect(screen.getByRole('status')).toBeVisible();
    expect(screen.queryByLabelText('Password')).toBeNull();
  });

  it('works with password managers', () => {
    open();
    expect(screen.getByLabelText('Email address')).toHaveAttribute('autocomplete', 'username');
    expect(screen.getByLabelText('Password')).toHaveAttribute('autocomplete', 'current-password');
  });

  it('asks for what is missing, and goes there', async () => {
    const user = open();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByLabelText('Email address')).toHaveFocus();
    expect(screen.getByLabelText('Email address')).toHaveAccessibleDescription('Fill in your email address.');
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Fill in your password.');
    expect(signInMock).not.toHaveBeenCalled();
  });

  it('reads the same for a wrong password as for an address without an account', async () => {
    const said: (string | null)[] = [];
    const user = open();
    for (const code of ['auth/wrong-password', 'auth/user-not-found', 'auth/invalid-credential']) {
      signInMock.mockRejectedValueOnce(new FirebaseError(code, 'x'));
      await fillIn(user, 'a', 'b');
      said.push((await screen.findByRole('alert')).textContent);
    }
    expect(new Set(said).size).toBe(1);
  });

  it.each([
    ['auth/user-disabled', 'This account is blocked.'],
    ['auth/too-many-requests', 'too many attempts'],
    ['auth/network-request-failed', 'could not reach the service'],
  ])('says what to do about %s, and keeps what was typed', async (code, words) => {
    signInMock.mockRejectedValueOnce(new FirebaseError(code, 'x'));
    const user = open();
    await fillIn(user, 'adam@acme.example', 'demo-pass-1');
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(screen.getByLabelText('Password')).toHaveValue('demo-pass-1');

    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('The start')).toBeVisible();
  });

  it.each([
    ['signed-out', 'You are signed out.'],
    ['ended', 'Your session has ended. Sign in again to go on.'],
  ] as const)('says why one is here: %s', (departure, words) => {
    open('/sign-in', { departure });
    expect(screen.getByRole('status')).toHaveTextContent(words);
  });

  it('says how an account begins', () => {
    open();
    expect(screen.getByText(/It begins with an invitation/)).toBeVisible();
  });
});
