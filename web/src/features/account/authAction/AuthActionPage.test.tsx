import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FirebaseError } from 'firebase/app';
import { useEffect, useState } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { UserDocument } from '../../../../../functions/src/contract/documents.ts';
import { call } from '../../../shared/callable/call.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { AuthContext } from '../../../shared/session/AuthContext.ts';
import { recall, remember } from '../../../shared/session/remembered.ts';
import { secondFactorOf } from '../../../shared/session/secondFactorOf.ts';
import { setPasswordByCode } from '../../../shared/session/setPasswordByCode.ts';
import { signIn } from '../../../shared/session/signIn.ts';
import { signInByCode } from '../../../shared/session/signInByCode.ts';
import { answerCallables } from '../../../shared/testing/answerCallables.ts';
import { aSession, aUser } from '../../../shared/testing/session.ts';
import { forgetActionLink, takeActionLink } from './actionLink.ts';
import { AuthActionPage } from './AuthActionPage.tsx';
import * as actionCodes from './actionCodes.ts';
import { readOwnUser } from './readOwnUser.ts';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));
vi.mock('../../../shared/session/signIn.ts', () => ({ signIn: vi.fn() }));
vi.mock('../../../shared/session/signInWithGoogle.ts', () => ({
  signInWithGoogle: vi.fn(),
  prepareGoogle: vi.fn(),
}));
vi.mock('../../../shared/session/secondFactorOf.ts', () => ({ secondFactorOf: vi.fn() }));
vi.mock('../../../shared/session/setPasswordByCode.ts', () => ({ setPasswordByCode: vi.fn() }));
vi.mock('../../../shared/session/signInByCode.ts', () => ({ signInByCode: vi.fn() }));
vi.mock('./actionCodes.ts', () => ({ checkCode: vi.fn(), applyCode: vi.fn(), signInByLink: vi.fn() }));
vi.mock('./readOwnUser.ts', () => ({ readOwnUser: vi.fn() }));

/** All that the pages ask, of Firebase and of our callables. */
const ports = {
  ...vi.mocked(actionCodes),
  readOwnUser: vi.mocked(readOwnUser),
  signIn: vi.mocked(signIn),
  signInByCode: vi.mocked(signInByCode),
  setPasswordByCode: vi.mocked(setPasswordByCode),
  setPasswordBySecret: vi.fn<(secret: string, password: string) => Promise<string>>(),
  redeemSignInLink: vi.fn<(secret: string, email: string) => Promise<string>>(),
};
const SECRET = 'a1'.repeat(32);
const UNA = 'una@example.com';
const PASSWORD = 'green kettle sings';
const refreshClaims = vi.fn<() => Promise<void>>();
const reload = vi.fn<() => Promise<void>>();

/** What the session does when Firebase lets somebody in. */
const firebase: { enter?: (address: string) => void } = {};
const enter = (address: string) => {
  firebase.enter?.(address);
  return Promise.resolve();
};

beforeEach(() => {
  vi.resetAllMocks();
  refreshClaims.mockResolvedValue();
  reload.mockResolvedValue();
  vi.mocked(secondFactorOf).mockResolvedValue(null);
  ports.signIn.mockImplementation(enter);
  ports.applyCode.mockResolvedValue();
  ports.setPasswordByCode.mockResolvedValue();
  ports.setPasswordBySecret.mockResolvedValue(UNA);
  ports.redeemSignInLink.mockResolvedValue('c-1');
  ports.signInByCode.mockImplementation(enter);
  ports.readOwnUser.mockResolvedValue(null);
  answerCallables({
    setNewPassword: async ({ secret, password }) => ({
      email: await ports.setPasswordBySecret(secret, password),
    }),
    redeemSignInLink: async ({ secret, email }) => ({ code: await ports.redeemSignInLink(secret, email) }),
  });
  window.history.replaceState(null, '', '/auth/action');
  localStorage.clear();
  forgetActionLink();
});

function Page({ email }: { email: string | null }) {
  const [user, setUser] = useState(email === null ? null : aUser(email, { reload }));
  const [router] = useState(() =>
    createMemoryRouter(
      [
        { path: '/auth/action', Component: AuthActionPage },
        { path: '/', Component: () => <p>The start</p> },
        { path: '/t/acme', Component: () => <p>Acme</p> },
      ],
      { initialEntries: ['/auth/action'] },
    ),
  );
  useEffect(() => {
    firebase.enter = (address) => setUser(aUser(address, { reload }));
  }, []);
  const signOut = () => {
    setUser(null);
    return Promise.resolve();
  };
  return (
    <AuthContext value={aSession({ user, refreshClaims, signOut })}>
      <RouterProvider router={router} />
    </AuthContext>
  );
}

function open(link: string, email: string | null = null) {
  window.history.replaceState(null, '', `/auth/action${link}`);
  act(takeActionLink);
  render(<Page email={email} />);
  return userEvent.setup();
}
function openCode(
  mode: string,
  operation: actionCodes.CodeFacts['operation'],
  email: string | null = null,
  rest = '',
) {
  ports.checkCode.mockResolvedValue({ operation, email: UNA });
  return open(`?mode=${mode}&oobCode=c-1${rest}`, email);
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const button = (name: string) => screen.getByRole('button', { name });
const choose = async (user: ReturnType<typeof userEvent.setup>, password = PASSWORD) => {
  await user.type(await screen.findByLabelText('Choose a password'), password);
  await user.click(button('Set password and sign in'));
};
const owner = (begun: 'mail' | 'handover' | null, proven: string | null = null) =>
  ({ begun: begun && { by: begun }, addressProven: proven && { email: proven } }) as UserDocument;

describe('a new password by Firebase’s code', () => {
  it('names the account, sets the password, signs in and leads on', async () => {
    const user = openCode('resetPassword', 'PASSWORD_RESET');
    expect(await heading('Choose a new password')).toHaveFocus();
    expect(screen.getByText(UNA)).toBeVisible();
    await choose(user);
    expect(await screen.findByText('The start')).toBeVisible();
    expect(ports.setPasswordByCode).toHaveBeenCalledExactlyOnceWith('c-1', PASSWORD);
    expect(ports.signIn).toHaveBeenCalledExactlyOnceWith(UNA, PASSWORD);
  });

  it('leads on within this app', async () => {
    const to = `&continueUrl=${encodeURIComponent(`${window.location.origin}/t/acme`)}`;
    await choose(openCode('resetPassword', 'PASSWORD_RESET', null, to));
    expect(await screen.findByText('Acme')).toBeVisible();
  });

  it.each(['https://evil.example/t/acme', '//evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (to) => {
      const rest = `&continueUrl=${encodeURIComponent(to)}`;
      await choose(openCode('resetPassword', 'PASSWORD_RESET', null, rest));
      expect(await screen.findByText('The start')).toBeVisible();
    },
  );

  it.each(['auth/invalid-action-code', 'auth/expired-action-code'])('is over at %s', async (code) => {
    ports.checkCode.mockRejectedValue(new FirebaseError(code, 'x'));
    open('?mode=resetPassword&oobCode=c-1');
    expect(await heading('This link has expired or was already used')).toHaveFocus();
    expect(screen.getByRole('link', { name: 'Request a new link' })).toHaveAttribute(
      'href',
      '/forgot-password',
    );
  });

  it('can be looked at again when the network was lost', async () => {
    ports.checkCode.mockRejectedValueOnce(new FirebaseError('auth/network-request-failed', 'x'));
    ports.checkCode.mockResolvedValue({ operation: 'PASSWORD_RESET', email: UNA });
    const user = open('?mode=resetPassword&oobCode=c-1');
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await heading('Choose a new password')).toBeVisible();
  });

  it('is not sent while it is too short', async () => {
    await choose(openCode('resetPassword', 'PASSWORD_RESET'), 'short');
    expect(screen.getByLabelText('Choose a password')).toHaveFocus();
    expect(screen.getByLabelText('Choose a password')).toBeInvalid();
    expect(ports.setPasswordByCode).not.toHaveBeenCalled();
  });

  it('says that it is set when a second step keeps from signing in at once', async () => {
    ports.signIn.mockRejectedValueOnce(new FirebaseError('auth/multi-factor-auth-required', 'x'));
    await choose(openCode('resetPassword', 'PASSWORD_RESET'));
    expect(await heading('Your new password is set')).toHaveFocus();
    expect(button('Sign in')).toBeVisible();
  });
});

describe('a new password by our own mail', () => {
  it('is set by the secret, and signs in with the address that the server tells', async () => {
    const user = open(`#${SECRET}`);
    expect(await screen.findByText(/all other ways to sign in to this account/)).toBeVisible();
    await choose(user);
    expect(await screen.findByText('The start')).toBeVisible();
    expect(ports.setPasswordBySecret).toHaveBeenCalledExactlyOnceWith(SECRET, PASSWORD);
    expect(ports.signIn).toHaveBeenCalledExactlyOnceWith(UNA, PASSWORD);
  });

  it('is over when the server says so', async () => {
    ports.setPasswordBySecret.mockRejectedValue(new CallError('recovery/not-found'));
    await choose(open(`#${SECRET}`));
    expect(await heading('This link has expired or was already used')).toBeVisible();
  });
});

describe('a link that confirms an address', () => {
  it('asks to sign in first, and applies nothing before', async () => {
    const user = openCode('verifyEmail', 'VERIFY_EMAIL');
    expect(await heading('Sign in to confirm your email address')).toBeVisible();
    await user.type(screen.getByLabelText('Email address'), 'otto@example.com');
    await user.type(screen.getByLabelText('Password'), PASSWORD);
    await user.click(button('Sign in'));
    expect(screen.getByLabelText('Email address')).toHaveAccessibleDescription(`This link is for ${UNA}.`);

    await user.clear(screen.getByLabelText('Email address'));
    await user.type(screen.getByLabelText('Email address'), UNA);
    await user.click(button('Sign in'));
    expect(await heading('Confirm your email address')).toBeVisible();
    expect(ports.applyCode).not.toHaveBeenCalled();
  });

  it.each([null, owner(null), owner('mail'), owner('handover', UNA)])(
    'is applied after a yes where the account is not handed over: %j',
    async (own) => {
      ports.readOwnUser.mockResolvedValue(own);
      const user = openCode('verifyEmail', 'VERIFY_EMAIL', UNA);
      await user.click(await screen.findByRole('button', { name: 'Yes, confirm' }));
      expect(await heading('Your email address is confirmed')).toHaveFocus();
      expect(ports.applyCode).toHaveBeenCalledExactlyOnceWith('c-1');
      expect(reload).toHaveBeenCalledOnce();
      expect(refreshClaims).toHaveBeenCalledOnce();
    },
  );

  it.each([owner('handover'), owner('handover', 'older@example.com')])(
    'is never applied to an account that began by hand-over: a new password is offered instead: %j',
    async (own) => {
      ports.readOwnUser.mockResolvedValue(own);
      const user = openCode('verifyEmail', 'VERIFY_EMAIL', UNA);
      expect(await heading('Choose a new password first')).toBeVisible();
      await user.click(button('Email me a link'));
      expect(await screen.findByRole('status')).toHaveTextContent(UNA);
      expect(call).toHaveBeenCalledExactlyOnceWith('requestPasswordReset', { email: UNA });
      expect(ports.applyCode).not.toHaveBeenCalled();
    },
  );

  it('is not applied while nothing is known of the account', async () => {
    ports.readOwnUser.mockRejectedValue(new Error('no connection'));
    openCode('verifyEmail', 'VERIFY_EMAIL', UNA);
    expect(await screen.findByRole('alert')).toHaveTextContent('open the link again');
    expect(screen.queryByRole('button', { name: 'Yes, confirm' })).toBeNull();
  });

  it('lets somebody else who is signed in switch', async () => {
    const user = openCode('verifyEmail', 'VERIFY_EMAIL', 'otto@example.com');
    expect(await heading('This link is for another account')).toBeVisible();
    await user.click(button('Switch account'));
    expect(await heading('Sign in to confirm your email address')).toBeVisible();
  });

  it.each(['recoverEmail', 'verifyAndChangeEmail', 'resetPassword'])(
    'is dead under the name of another, %s: a changed address gets around nothing',
    async (mode) => {
      openCode(mode, 'VERIFY_EMAIL', UNA);
      expect(await heading('This link has expired or was already used')).toBeVisible();
      expect(ports.applyCode).not.toHaveBeenCalled();
    },
  );
});

describe('a link that changes an account', () => {
  it.each([
    ['recoverEmail', 'RECOVER_EMAIL', 'Restore email address', 'Your old email address is restored'],
    [
      'verifyAndChangeEmail',
      'VERIFY_AND_CHANGE_EMAIL',
      'Use new email address',
      'Your email address is changed',
    ],
    [
      'revertSecondFactorAddition',
      'REVERT_SECOND_FACTOR_ADDITION',
      'Remove second step',
      'The second step is removed',
    ],
  ] as const)('%s does it after a yes', async (mode, operation, yes, done) => {
    const user = openCode(mode, operation);
    expect(await screen.findByRole('button', { name: yes })).toBeVisible();
    expect(ports.applyCode).not.toHaveBeenCalled();
    await user.click(button(yes));
    expect(await heading(done)).toHaveFocus();
    expect(ports.applyCode).toHaveBeenCalledExactlyOnceWith('c-1');
  });

  it('offers a new password where somebody else may know the old one', async () => {
    const user = openCode('recoverEmail', 'RECOVER_EMAIL');
    await user.click(await screen.findByRole('button', { name: 'Restore email address' }));
    await user.click(await screen.findByRole('button', { name: 'Email me a link' }));
    expect(await screen.findByRole('status')).toHaveTextContent(UNA);
  });

  it('is over when it was used in another window meanwhile', async () => {
    ports.applyCode.mockRejectedValue(new FirebaseError('auth/invalid-action-code', 'x'));
    const user = openCode('recoverEmail', 'RECOVER_EMAIL');
    await user.click(await screen.findByRole('button', { name: 'Restore email address' }));
    expect(await heading('This link has expired or was already used')).toBeVisible();
  });
});

describe('a link that signs in', () => {
  it('asks for the address that it was mailed to', async () => {
    ports.signInByLink.mockImplementation(enter);
    const user = open('?mode=signIn&oobCode=c-1&apiKey=k');
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(screen.getByLabelText('Email address')).toBeInvalid();
    await user.type(screen.getByLabelText('Email address'), UNA);
    await user.click(button('Sign in'));
    expect(await screen.findByText('The start')).toBeVisible();
    const href = `${window.location.origin}/auth/action?mode=signIn&oobCode=c-1&apiKey=k`;
    expect(ports.signInByLink).toHaveBeenCalledExactlyOnceWith(UNA, href);
  });

  it('says when it was mailed to another address', async () => {
    ports.signInByLink.mockRejectedValue(new FirebaseError('auth/invalid-email', 'x'));
    const user = open('?mode=signIn&oobCode=c-1');
    await user.type(await screen.findByLabelText('Email address'), UNA);
    await user.click(button('Sign in'));
    expect(
      await screen.findByRole('textbox', { description: 'This link was sent to another email address.' }),
    ).toBeInvalid();
  });

  it('is over when it was used', async () => {
    ports.signInByLink.mockRejectedValue(new FirebaseError('auth/invalid-action-code', 'x'));
    const user = open('?mode=signIn&oobCode=c-1');
    await user.type(await screen.findByLabelText('Email address'), UNA);
    await user.click(button('Sign in'));
    expect(await heading('This link has expired or was already used')).toBeVisible();
  });
});

describe('our own link that signs in', () => {
  const openLink = () => open(`?mode=signIn#${SECRET}`);
  const address = () => screen.findByLabelText('Email address');

  it('asks for the address, and signs in by the code that the secret is worth', async () => {
    const user = openLink();
    expect(await heading('Sign in with this link')).toHaveFocus();
    expect(await address()).toHaveValue('');
    await user.click(button('Sign in'));
    expect(await address()).toHaveFocus();
    expect(await address()).toHaveAccessibleDescription('Enter your email address.');
    await user.type(await address(), ` ${UNA} `);
    await user.click(button('Sign in'));
    expect(await screen.findByText('The start')).toBeVisible();
    expect(ports.redeemSignInLink).toHaveBeenCalledExactlyOnceWith(SECRET, UNA);
    expect(ports.signInByCode).toHaveBeenCalledExactlyOnceWith(UNA, 'c-1');
  });

  it('knows the address in the browser that asked for it, until somebody is in', async () => {
    remember('linkAddress', null, UNA);
    const user = openLink();
    expect(await address()).toHaveValue(UNA);
    expect(ports.redeemSignInLink).not.toHaveBeenCalled();
    await user.click(button('Sign in'));
    expect(await screen.findByText('The start')).toBeVisible();
    expect(recall('linkAddress', null)).toBeNull();
  });

  it('says that the address is not the right one, and takes another', async () => {
    ports.redeemSignInLink.mockRejectedValueOnce(new CallError('recovery/other-address'));
    const user = openLink();
    await user.type(await address(), `x${UNA}`);
    await user.click(button('Sign in'));
    expect(
      await screen.findByRole('textbox', { description: 'This link was sent to another email address.' }),
    ).toBeInvalid();
    await user.clear(await address());
    await user.type(await address(), UNA);
    await user.click(button('Sign in'));
    expect(await screen.findByText('The start')).toBeVisible();
  });

  it('goes on with the code that it was told when the connection is back', async () => {
    ports.signInByCode.mockRejectedValueOnce(new FirebaseError('auth/network-request-failed', 'x'));
    const user = openLink();
    await user.type(await address(), UNA);
    await user.click(button('Sign in'));
    expect(await screen.findByRole('alert')).toHaveTextContent('reach the service');
    await user.click(button('Sign in'));
    expect(await screen.findByText('The start')).toBeVisible();
    expect(ports.redeemSignInLink).toHaveBeenCalledOnce();
  });

  it('is over when the server says so, and the sign-in page mails another', async () => {
    ports.redeemSignInLink.mockRejectedValueOnce(new CallError('recovery/not-found'));
    const user = openLink();
    await user.type(await address(), UNA);
    await user.click(button('Sign in'));
    expect(await heading('This link has expired or was already used')).toHaveFocus();
    expect(screen.getByRole('link', { name: 'Go to sign in' })).toHaveAttribute('href', '/sign-in');
  });

  it('asks for the second step of an account that has one', async () => {
    ports.signInByCode.mockRejectedValueOnce(new FirebaseError('auth/multi-factor-auth-required', 'x'));
    vi.mocked(secondFactorOf).mockResolvedValueOnce({
      steps: [{ id: 'f-1', kind: 'app', label: 'My phone' }],
      sendCode: vi.fn(),
      finish: () => enter(UNA),
    });
    const user = openLink();
    await user.type(await address(), UNA);
    await user.click(button('Sign in'));
    await user.type(await screen.findByLabelText('Six-digit code'), '123456');
    await user.click(button('Sign in'));
    expect(await screen.findByText('The start')).toBeVisible();
  });
});

describe('no link at all', () => {
  it('is asked for kindly when the page was loaded again', async () => {
    render(<Page email={null} />);
    expect(await heading('Open the link in your email')).toHaveFocus();
    expect(ports.checkCode).not.toHaveBeenCalled();
  });

  it('is told from one that was cut', async () => {
    open('?mode=resetPassword');
    expect(await heading('This link is incomplete')).toBeVisible();
  });
});
