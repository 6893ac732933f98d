import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FirebaseError } from 'firebase/app';
import { useEffect, useState } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../../shared/callable/call.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { AuthContext, type AuthState } from '../../../shared/session/AuthContext.ts';
import { recall } from '../../../shared/session/remembered.ts';
import { signIn } from '../../../shared/session/signIn.ts';
import { secondFactorOf, type SecondFactor } from '../../../shared/session/secondFactorOf.ts';
import { signInWithGoogle } from '../../../shared/session/signInWithGoogle.ts';
import { aSession, aUser } from '../../../shared/testing/session.ts';
import { SignInPage } from './SignInPage.tsx';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));
vi.mock('../../../shared/session/signIn.ts', () => ({ signIn: vi.fn() }));
vi.mock('../../../shared/session/signInWithGoogle.ts', () => ({
  signInWithGoogle: vi.fn(),
  prepareGoogle: vi.fn(),
}));
vi.mock('../../../shared/session/secondFactorOf.ts', () => ({ secondFactorOf: vi.fn() }));
const signInMock = vi.mocked(signIn);
const googleMock = vi.mocked(signInWithGoogle);
const secondFactorMock = vi.mocked(secondFactorOf);

/** What the session does when Firebase lets somebody in. */
const firebase: { enter?: (address: string) => void } = {};

beforeEach(() => {
  vi.resetAllMocks();
  localStorage.clear();
  vi.mocked(call).mockResolvedValue({});
  secondFactorMock.mockResolvedValue(null);
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
    expect(screen.getByLabelText('Email address')).toHaveAccessibleDescription('Enter your email address.');
    expect(screen.getByLabelText('Password')).toHaveAccessibleDescription('Enter your password.');
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
    ['auth/too-many-requests', 'Too many attempts'],
    ['auth/network-request-failed', 'reach the service'],
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
    ['ended', 'Your session has ended. Sign in again.'],
  ] as const)('says why one is here: %s', (departure, words) => {
    open('/sign-in', { departure });
    expect(screen.getByRole('status')).toHaveTextContent(words);
  });

  it('says how an account begins', () => {
    open();
    expect(screen.getByText(/Open the link in your invitation email/)).toBeVisible();
  });
});

describe('a mailed sign-in link', () => {
  const mailLink = () => screen.getByRole('button', { name: 'Email me a sign-in link' });
  const address = () => screen.getByLabelText('Email address');

  it('goes to the address that was typed already, and the browser remembers it', async () => {
    const user = open();
    await user.type(address(), ' adam@acme.example ');
    await user.click(mailLink());
    expect(await screen.findByRole('heading', { name: 'Check your email' })).toHaveFocus();
    expect(screen.getByRole('status')).toHaveTextContent(
      'If adam@acme.example has an account, we sent an email to it.',
    );
    expect(call).toHaveBeenCalledExactlyOnceWith('requestSignInLink', { email: 'adam@acme.example' });
    expect(recall('linkAddress', null)).toBe('adam@acme.example');
    expect(screen.getByRole('button', { name: /^Send again in \d+ s$/ })).toBeDisabled();
  });

  it('asks for an address first, and for no password', async () => {
    const user = open();
    await user.click(mailLink());
    expect(address()).toHaveFocus();
    expect(address()).toHaveAccessibleDescription('Enter your email address.');
    expect(screen.getByLabelText('Password')).toBeValid();
    expect(call).not.toHaveBeenCalled();
  });

  it('shows what is wrong with the address beside it', async () => {
    vi.mocked(call).mockRejectedValueOnce(
      new CallError('request/invalid', { fields: { email: 'Check the address.' } }),
    );
    const user = open();
    await user.type(address(), 'adam');
    await user.click(mailLink());
    expect(
      await screen.findByRole('textbox', { name: 'Email address', description: 'Check the address.' }),
    ).toBeInvalid();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says when it can be tried again', async () => {
    vi.mocked(call).mockRejectedValueOnce(new CallError('limits/recoveries', { retryAfterSeconds: 50 }));
    const user = open();
    await user.type(address(), 'adam@acme.example');
    await user.click(mailLink());
    expect(await screen.findByRole('alert')).toHaveTextContent(/You can try again in/);
    expect(recall('linkAddress', null)).toBeNull();
  });

  it('leads back, with the address still there and no word of an older try', async () => {
    signInMock.mockRejectedValueOnce(new FirebaseError('auth/invalid-credential', 'x'));
    const user = open();
    await fillIn(user, 'adam@acme.example', 'not-the-password');
    await screen.findByRole('alert');
    await user.clear(address());
    await user.click(mailLink());
    expect(screen.queryByRole('alert')).toBeNull();
    await user.type(address(), 'adam@acme.example');
    await user.click(mailLink());
    await user.click(await screen.findByRole('button', { name: 'Sign in another way' }));
    expect(address()).toHaveValue('adam@acme.example');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('signing in with Google', () => {
  it('leads to the page that was asked for', async () => {
    googleMock.mockImplementation(() => {
      firebase.enter?.('gina@example.com');
      return Promise.resolve();
    });
    const user = open('/sign-in?next=%2Ft%2Facme');
    await user.click(screen.getByRole('button', { name: 'Continue with Google' }));
    expect(await screen.findByText('Acme')).toBeVisible();
    expect(googleMock).toHaveBeenCalledOnce();
  });

  it.each([
    [new CallError('web/not-invited'), 'This Google account was not invited.'],
    [new FirebaseError('auth/admin-restricted-operation', 'x'), 'This Google account was not invited.'],
    [new FirebaseError('auth/popup-blocked', 'x'), 'Allow pop-ups for this page'],
    [new FirebaseError('auth/network-request-failed', 'x'), 'reach the service'],
  ])('says what happened, and what to do: %s', async (error, words) => {
    googleMock.mockRejectedValueOnce(error);
    const user = open();
    await user.click(screen.getByRole('button', { name: 'Continue with Google' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(screen.getByRole('button', { name: 'Continue with Google' })).toBeEnabled();
  });

  it('says nothing when its window was closed', async () => {
    googleMock.mockRejectedValueOnce(new FirebaseError('auth/popup-closed-by-user', 'x'));
    const user = open();
    await user.click(screen.getByRole('button', { name: 'Continue with Google' }));
    await vi.waitFor(() =>
      expect(screen.getByRole('button', { name: 'Continue with Google' })).toBeEnabled(),
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the second step', () => {
  const APP = { id: 'f-1', kind: 'app', label: 'My phone' } as const;
  const SMS = { id: 'f-2', kind: 'sms', label: '+********34' } as const;
  const factor = { steps: [APP, SMS], sendCode: vi.fn(), finish: vi.fn() } satisfies SecondFactor;

  async function comeTo(steps: SecondFactor['steps']) {
    signInMock.mockRejectedValueOnce(new FirebaseError('auth/multi-factor-auth-required', 'x'));
    secondFactorMock.mockResolvedValueOnce({ ...factor, steps });
    factor.finish.mockImplementation(() => {
      firebase.enter?.('adam@acme.example');
      return Promise.resolve();
    });
    factor.sendCode.mockResolvedValue(undefined);
    const user = open();
    await fillIn(user, 'adam@acme.example', 'demo-pass-1');
    expect(await screen.findByRole('heading', { name: 'One more step' })).toHaveFocus();
    return user;
  }

  it('takes the code of an app', async () => {
    const user = await comeTo([APP]);
    expect(screen.getByText('Open My phone and enter the code it shows.')).toBeVisible();
    const field = screen.getByLabelText('Six-digit code');
    expect(field).toHaveAttribute('autocomplete', 'one-time-code');
    expect(field).toHaveAttribute('inputmode', 'numeric');
    await user.type(field, '123456');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('The start')).toBeVisible();
    expect(factor.finish).toHaveBeenCalledExactlyOnceWith('f-1', '123456');
    expect(factor.sendCode).not.toHaveBeenCalled();
  });

  it('sends a message only when it is asked to', async () => {
    const user = await comeTo([SMS]);
    expect(screen.queryByLabelText('Six-digit code')).toBeNull();
    expect(factor.sendCode).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'Send code' }));
    await user.type(await screen.findByLabelText('Six-digit code'), '654321');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('The start')).toBeVisible();
    expect(factor.sendCode).toHaveBeenCalledExactlyOnceWith('f-2');
    expect(factor.finish).toHaveBeenCalledExactlyOnceWith('f-2', '654321');
  });

  it('lets one choose where there are two', async () => {
    const user = await comeTo([APP, SMS]);
    await user.click(screen.getByRole('button', { name: 'Use a text message to +********34' }));
    expect(screen.getByRole('button', { name: 'Send code' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Use a code from My phone' }));
    expect(screen.getByLabelText('Six-digit code')).toBeVisible();
  });

  it('can be tried again after a wrong code', async () => {
    const user = await comeTo([APP]);
    factor.finish.mockRejectedValueOnce(new FirebaseError('auth/invalid-verification-code', 'x'));
    await user.type(screen.getByLabelText('Six-digit code'), '000000');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This code is wrong.');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('The start')).toBeVisible();
  });

  it('asks for six digits before anything is sent', async () => {
    const user = await comeTo([APP]);
    await user.type(screen.getByLabelText('Six-digit code'), '12');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByRole('alert')).toHaveTextContent('Enter the six digits of the code.');
    expect(factor.finish).not.toHaveBeenCalled();
  });

  it('leads back to the first step', async () => {
    const user = await comeTo([APP]);
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(await screen.findByLabelText('Password')).toBeVisible();
  });

  it('says whom to ask where it is of a kind that nobody knows', async () => {
    await comeTo([]);
    expect(screen.getByText(/Ask your HRX contact for help/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Sign in' })).toBeNull();
  });
});
