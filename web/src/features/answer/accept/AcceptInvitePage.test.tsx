import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FirebaseError } from 'firebase/app';
import { useEffect, useState } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ErrorCode } from '../../../../../functions/src/contract/errors.ts';
import type { CallableInput, CallableResponse } from '../../../../../functions/src/contract/callables.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { AuthContext } from '../../../shared/session/AuthContext.ts';
import { setPasswordByCode } from '../../../shared/session/setPasswordByCode.ts';
import { signIn } from '../../../shared/session/signIn.ts';
import { signInByCode } from '../../../shared/session/signInByCode.ts';
import { answerCallables } from '../../../shared/testing/answerCallables.ts';
import { aSession, aUser } from '../../../shared/testing/session.ts';
import { AcceptInvitePage } from './AcceptInvitePage.tsx';
import { forgetInviteLink, takeInviteLink } from '../redeem/inviteLink.ts';
import type { Invite } from '../redeem/redeemReducer.ts';
import { anInvite } from '../redeem/anInvite.ts';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));
vi.mock('../redeem/earlyInvite.ts', () => ({ earlyResponse: () => null }));
vi.mock('../../../shared/session/signIn.ts', () => ({ signIn: vi.fn() }));
vi.mock('../../../shared/session/signInWithGoogle.ts', () => ({
  signInWithGoogle: vi.fn(),
  prepareGoogle: vi.fn(),
}));
vi.mock('../../../shared/session/secondFactorOf.ts', () => ({ secondFactorOf: () => Promise.resolve(null) }));
vi.mock('../../../shared/session/setPasswordByCode.ts', () => ({ setPasswordByCode: vi.fn() }));
vi.mock('../../../shared/session/signInByCode.ts', () => ({ signInByCode: vi.fn() }));

const SECRET = 'a1'.repeat(32);
const NORA = 'nora@acme.example';
const PASSWORD = 'green kettle sings';
/** All that the page asks, of Firebase and of our callables. */
const ports = {
  getInvite: vi.fn<(secret: string) => Promise<Invite>>(),
  redeemInvite:
    vi.fn<
      (secret: string, password: string | null, email?: string) => Promise<CallableResponse<'redeemInvite'>>
    >(),
  sendInviteMail: vi.fn<(secret: string) => Promise<CallableResponse<'sendInviteMail'>>>(),
  acceptInvite: vi.fn<(input: CallableInput<'acceptInvite'>) => Promise<CallableResponse<'acceptInvite'>>>(),
  declineInvite:
    vi.fn<(input: CallableInput<'declineInvite'>) => Promise<CallableResponse<'declineInvite'>>>(),
  setPassword: vi.mocked(setPasswordByCode),
  signIn: vi.mocked(signIn),
  signInByCode: vi.mocked(signInByCode),
};
/** What asks for a mail that lets somebody back in. */
const askMail = vi.fn<(name: string, input: unknown) => Promise<Record<string, never>>>();
const refreshClaims = vi.fn<() => Promise<void>>();
const refusal = (code: ErrorCode | 'web/offline') => new CallError(code);

/** What the session does when Firebase lets somebody in. */
const firebase: { enter?: (address: string) => void } = {};

beforeEach(() => {
  vi.resetAllMocks();
  answerCallables({
    getInvite: ({ secret }) => ports.getInvite(secret),
    redeemInvite: ({ secret, password, email }) =>
      ports.redeemInvite(secret, password ?? null, ...(email ? [email] : [])),
    sendInviteMail: ({ secret }) => ports.sendInviteMail(secret),
    acceptInvite: ports.acceptInvite,
    declineInvite: ports.declineInvite,
    requestFreshLink: (input) => askMail('requestFreshLink', input),
    requestSignInLink: (input) => askMail('requestSignInLink', input),
    requestPasswordReset: (input) => askMail('requestPasswordReset', input),
  });
  ports.signIn.mockImplementation((address) => {
    firebase.enter?.(address);
    return Promise.resolve();
  });
  refreshClaims.mockResolvedValue();
  ports.redeemInvite.mockResolvedValue({ way: 'password-reset', email: NORA, code: 'c-1' });
  ports.setPassword.mockResolvedValue();
  ports.sendInviteMail.mockResolvedValue({});
  ports.acceptInvite.mockResolvedValue({
    tenantId: 'acme',
    slug: 'acme',
    role: 'Recruiter',
    userId: 'nora',
    userCreated: true,
  });
  window.history.replaceState(null, '', '/invite');
  forgetInviteLink();
});

function openLink(secret: string, query = '') {
  window.history.replaceState(null, '', `/invite${query}#${secret}`);
  act(takeInviteLink);
}

/** The page with a session that follows the mocked sign-in, as the real one follows Firebase. */
function Page({ email, verified = true }: { email: string | null; verified?: boolean }) {
  const [user, setUser] = useState(email === null ? null : aUser(email, { emailVerified: verified }));
  const [opened, setOpened] = useState<string | null>(null);
  useEffect(() => {
    firebase.enter = (address) => setUser(aUser(address));
  }, []);
  const signOut = () => {
    setUser(null);
    return Promise.resolve();
  };
  return (
    <AuthContext value={aSession({ user, refreshClaims, signOut })}>
      {opened === '/t/acme?joined' ? <p>You are in Acme.</p> : <AcceptInvitePage openDocument={setOpened} />}
    </AuthContext>
  );
}

function open(invite: Partial<Invite> | Error, email: string | null = null, query = '') {
  if (invite instanceof Error) ports.getInvite.mockRejectedValueOnce(invite);
  else ports.getInvite.mockResolvedValue(anInvite({ expiresAt: inDays(6.5), ...invite }));
  openLink(SECRET, query);
  render(<Page email={email} />);
  return userEvent.setup();
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the invitation', () => {
  it('says where, by whom, as what, for whom and until when', async () => {
    open({});
    expect(await heading('Join Acme Staffing')).toHaveFocus();
    expect(screen.getByText('Adam Ash invites you as a Recruiter.')).toBeVisible();
    expect(screen.getByText(/^You can invite people and see members/)).toBeVisible();
    expect(screen.getByText('We look forward to meeting you.')).toBeVisible();
    expect(screen.getByText(/^You will join /)).toHaveTextContent('as Nora Nilsson with n•••@acme.example.');
    expect(screen.getByRole('timer')).toHaveTextContent(/^in 6 days/);
    expect(document.title).toBe('Join Acme Staffing · HRX Invites');
  });

  it('shows what people typed as text, never as markup [MAIL-04]', async () => {
    open({ tenantName: '<b>Acme</b>', message: '<img src=x>\nSecond line' });
    expect(await heading('Join <b>Acme</b>')).toBeVisible();
    expect(screen.getByText(/<img src=x>/)).toBeVisible();
    expect(document.querySelector('blockquote img')).toBeNull();
  });

  it('asks again when its time runs out, and shows that it has expired', async () => {
    ports.getInvite.mockResolvedValueOnce(anInvite({ expiresAt: new Date(Date.now() + 300).toISOString() }));
    ports.getInvite.mockResolvedValue(anInvite({ status: 'expired', step: 'none' }));
    openLink(SECRET);
    render(<Page email={null} />);
    expect(await screen.findByRole('timer')).toHaveTextContent('in 0:01 minutes');
    // The countdown looks at the clock each second.
    await screen.findByRole('heading', { name: 'This invitation has expired' }, { timeout: 3000 });
    expect(ports.getInvite).toHaveBeenCalledTimes(2);
  });

  it('shows the second link that is opened in the same tab [ATTACK-11]', async () => {
    open({});
    await heading('Join Acme Staffing');
    ports.getInvite.mockResolvedValue(anInvite({ tenantName: 'Globex Logistics' }));
    openLink('b2'.repeat(32));
    expect(await heading('Join Globex Logistics')).toBeVisible();
    expect(ports.getInvite).toHaveBeenLastCalledWith('b2'.repeat(32));
  });

  it('can be tried again when it could not be loaded', async () => {
    const user = open(refusal('web/offline'));
    expect(await heading("We couldn't open your invitation")).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent("We can't reach the service.");
    ports.getInvite.mockResolvedValue(anInvite());
    await user.click(button('Try again'));
    expect(await heading('Join Acme Staffing')).toBeVisible();
  });
});

describe('the first password, by a mailed link', () => {
  it('is set, signs in, accepts with the corrected name and leads straight into the tenant', async () => {
    const user = open({});
    await user.type(await screen.findByLabelText('Choose a password'), PASSWORD);
    expect(screen.queryByLabelText('Last name')).toBeNull();
    await user.click(button('Change name'));
    expect(screen.getByLabelText('First name')).toHaveFocus();
    await user.clear(screen.getByLabelText('Last name'));
    await user.type(screen.getByLabelText('Last name'), 'Nyström');
    await user.click(button('Set password and join'));

    await waitFor(() => expect(screen.getByText('You are in Acme.')).toBeVisible());
    expect(ports.redeemInvite).toHaveBeenCalledExactlyOnceWith(SECRET, null);
    expect(ports.setPassword).toHaveBeenCalledExactlyOnceWith('c-1', PASSWORD);
    expect(ports.signIn).toHaveBeenCalledExactlyOnceWith(NORA, PASSWORD);
    expect(ports.acceptInvite).toHaveBeenCalledExactlyOnceWith({
      tenantId: 'acme',
      firstName: 'Nora',
      lastName: 'Nyström',
    });
    expect(refreshClaims).toHaveBeenCalledOnce();
  });

  it('does nothing before the person asks for it [LINK-19, ANSWER-06]', async () => {
    open({});
    expect(await screen.findByText(/^You will join /)).toHaveTextContent('n•••@acme.example');
    expect(ports.redeemInvite).not.toHaveBeenCalled();
    expect(ports.acceptInvite).not.toHaveBeenCalled();
  });

  it('suits password managers', async () => {
    open({});
    expect(await screen.findByLabelText('Choose a password')).toHaveAttribute('autocomplete', 'new-password');
    expect(document.querySelector('input[name=username]')).toHaveAttribute('autocomplete', 'username');
  });

  it('can be looked at', async () => {
    const user = open({});
    const field = await screen.findByLabelText('Choose a password');
    await user.type(field, PASSWORD);
    expect(field).toHaveAttribute('type', 'password');
    await user.click(button('Show password'));
    expect(field).toHaveAttribute('type', 'text');
    await user.click(button('Hide password'));
    expect(field).toHaveAttribute('type', 'password');
  });

  it('is not sent while it is too short', async () => {
    const user = open({});
    const field = await screen.findByLabelText('Choose a password');
    await user.type(field, 'short');
    await user.click(button('Set password and join'));
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription('Too short. Add 3 more characters.');
    expect(field).toHaveFocus();
    expect(ports.redeemInvite).not.toHaveBeenCalled();
  });

  it('is sent once, however often the button is pressed', async () => {
    const user = open({});
    await user.type(await screen.findByLabelText('Choose a password'), PASSWORD);
    await user.dblClick(button('Set password and join'));
    await screen.findByText('You are in Acme.');
    expect(ports.redeemInvite).toHaveBeenCalledOnce();
    expect(ports.acceptInvite).toHaveBeenCalledOnce();
  });

  it('keeps everything when the network is lost before it is set', async () => {
    ports.setPassword.mockRejectedValueOnce(new FirebaseError('auth/network-request-failed', 'x'));
    const user = open({});
    await user.type(await screen.findByLabelText('Choose a password'), PASSWORD);
    await user.click(button('Set password and join'));
    expect(await screen.findByRole('alert')).toHaveTextContent("We can't reach the service.");
    expect(screen.getByLabelText('Choose a password')).toHaveValue(PASSWORD);

    await user.click(button('Set password and join'));
    await screen.findByText('You are in Acme.');
    expect(ports.redeemInvite).toHaveBeenCalledOnce();
  });

  it('goes on from where it stood when accepting failed after it was set', async () => {
    ports.acceptInvite.mockRejectedValueOnce(refusal('service/unavailable'));
    const user = open({});
    await user.type(await screen.findByLabelText('Choose a password'), PASSWORD);
    await user.click(button('Set password and join'));
    expect(await screen.findByText('Your password is set. One step is left.')).toBeVisible();
    expect(screen.queryByLabelText('Choose a password')).toBeNull();

    await user.click(button('Join Acme Staffing'));
    await screen.findByText('You are in Acme.');
    expect(ports.setPassword).toHaveBeenCalledOnce();
    expect(ports.signIn).toHaveBeenCalledOnce();
    expect(ports.acceptInvite).toHaveBeenCalledTimes(2);
  });

  it('shows what is wrong with a name beside it', async () => {
    ports.acceptInvite.mockRejectedValueOnce(
      new CallError('request/invalid', { fields: { firstName: 'Remove the long number.' } }),
    );
    const user = open({});
    await user.type(await screen.findByLabelText('Choose a password'), PASSWORD);
    await user.click(button('Set password and join'));
    expect(
      await screen.findByRole('textbox', { name: 'First name', description: 'Remove the long number.' }),
    ).toBeInvalid();
  });
});

describe('the first password, by a handed-over link', () => {
  const handover = { kind: 'handover', firstName: null, lastName: null } as const;

  beforeEach(() => {
    ports.redeemInvite.mockResolvedValue({ way: 'set-password', email: null, code: null });
  });

  it('asks for the address, has the server set the password, and signs in with both', async () => {
    const user = open(handover);
    await user.type(await screen.findByLabelText('Your email address'), ` ${NORA} `);
    await user.type(screen.getByLabelText('Choose a password'), PASSWORD);
    await user.click(button('Set password and join'));
    await screen.findByText('You are in Acme.');
    expect(ports.redeemInvite).toHaveBeenCalledExactlyOnceWith(SECRET, PASSWORD);
    expect(ports.signIn).toHaveBeenCalledExactlyOnceWith(NORA, PASSWORD);
    expect(ports.acceptInvite).toHaveBeenCalledExactlyOnceWith({
      tenantId: 'acme',
      firstName: null,
      lastName: null,
    });
  });

  it('says at once when the address is not the invited one', async () => {
    const user = open(handover);
    const address = await screen.findByLabelText('Your email address');
    await user.type(address, 'adam@acme.example');
    await user.type(screen.getByLabelText('Choose a password'), PASSWORD);
    await user.click(button('Set password and join'));
    expect(address).toHaveFocus();
    expect(address).toHaveAccessibleDescription(
      'This is not the invited email address. The invitation is for n•••@acme.example.',
    );
    expect(ports.redeemInvite).not.toHaveBeenCalled();
  });

  it('lets a typing error that the mask could not see be mended, and does not set the password again', async () => {
    ports.signIn.mockRejectedValueOnce(new FirebaseError('auth/invalid-credential', 'x'));
    const user = open(handover);
    const address = await screen.findByLabelText('Your email address');
    await user.type(address, 'nola@acme.example');
    await user.type(screen.getByLabelText('Choose a password'), PASSWORD);
    await user.click(button('Set password and join'));
    await waitFor(() =>
      expect(address).toHaveAccessibleDescription(
        "This email address doesn't match the invitation. Check it for typing mistakes.",
      ),
    );

    await user.clear(address);
    await user.type(address, NORA);
    await user.click(button('Join Acme Staffing'));
    await screen.findByText('You are in Acme.');
    expect(ports.redeemInvite).toHaveBeenCalledOnce();
    expect(ports.signIn).toHaveBeenLastCalledWith(NORA, PASSWORD);
  });
});

describe('an account that is there already', () => {
  it('signs in with its own password, and joins only after a yes [FIRST-02]', async () => {
    const user = open({ step: 'sign-in' });
    expect(await screen.findByLabelText('Password')).toHaveAttribute('autocomplete', 'current-password');
    expect(screen.queryByLabelText('Choose a password')).toBeNull();
    await user.type(screen.getByLabelText('Email address'), NORA);
    await user.type(screen.getByLabelText('Password'), PASSWORD);
    await user.click(button('Sign in'));

    expect(await screen.findByText(/^You will join /)).toHaveTextContent(NORA);
    expect(ports.acceptInvite).not.toHaveBeenCalled();
    await user.click(button('Join Acme Staffing'));
    await screen.findByText('You are in Acme.');
    expect(ports.acceptInvite).toHaveBeenCalledExactlyOnceWith({
      tenantId: 'acme',
      firstName: null,
      lastName: null,
    });
  });

  it('keeps what was typed when the sign-in is refused', async () => {
    ports.signIn.mockRejectedValueOnce(new FirebaseError('auth/invalid-credential', 'x'));
    const user = open({ step: 'sign-in' });
    await user.type(await screen.findByLabelText('Email address'), NORA);
    await user.type(screen.getByLabelText('Password'), 'wrong');
    await user.click(button('Sign in'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Wrong email or password.');
    expect(screen.getByLabelText('Email address')).toHaveValue(NORA);
    expect(screen.getByLabelText('Password')).toHaveValue('wrong');
  });

  it('is mailed a sign-in link, to the invited address alone', async () => {
    askMail.mockResolvedValue({});
    const user = open({ step: 'sign-in' });
    await user.type(await screen.findByLabelText('Email address'), 'otto@example.com');
    await user.click(button('Email me a sign-in link'));
    expect(screen.getByLabelText('Email address')).toHaveAccessibleDescription(
      /not the invited email address/,
    );
    expect(askMail).not.toHaveBeenCalled();
    await user.clear(screen.getByLabelText('Email address'));
    await user.type(screen.getByLabelText('Email address'), NORA);
    await user.click(button('Email me a sign-in link'));
    expect(await screen.findByRole('heading', { name: 'Check your email' })).toHaveFocus();
    expect(askMail).toHaveBeenCalledExactlyOnceWith('requestSignInLink', { email: NORA });
  });

  it('is not signed in with another address than the invited one', async () => {
    const user = open({ step: 'sign-in' });
    await user.type(await screen.findByLabelText('Email address'), 'otto@example.com');
    await user.type(screen.getByLabelText('Password'), PASSWORD);
    await user.click(button('Sign in'));
    expect(screen.getByLabelText('Email address')).toHaveAccessibleDescription(
      /not the invited email address/,
    );
    expect(ports.signIn).not.toHaveBeenCalled();
  });

  it('names the account and waits, when it is signed in already [ANSWER-06]', async () => {
    open({ step: 'accept' }, NORA);
    expect(await screen.findByText(/^You will join /)).toHaveTextContent(NORA);
    expect(ports.acceptInvite).not.toHaveBeenCalled();
  });

  it('keeps its yes for another try when something is in the way', async () => {
    ports.acceptInvite.mockRejectedValueOnce(refusal('limits/seats'));
    const user = open({ step: 'accept' }, NORA);
    await user.click(await screen.findByRole('button', { name: 'Join Acme Staffing' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('All seats of this company are taken.');
    await user.click(button('Join Acme Staffing'));
    await screen.findByText('You are in Acme.');
  });

  it('signs in again when its session has ended', async () => {
    ports.acceptInvite.mockRejectedValueOnce(refusal('auth/session-ended'));
    const user = open({ step: 'accept' }, NORA);
    await user.click(await screen.findByRole('button', { name: 'Join Acme Staffing' }));
    expect(await screen.findByLabelText('Password')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('Your session has ended.');
  });
});

describe('somebody else who is signed in', () => {
  it('sees both accounts, and goes on after switching [ANSWER-07]', async () => {
    const user = open({ step: 'sign-in' }, 'adam@acme.example');
    expect(await screen.findByText(/You are signed in as/)).toHaveTextContent(
      'You are signed in as adam@acme.example. The invitation is for n•••@acme.example.',
    );
    await user.click(button('Switch account'));
    expect(await screen.findByLabelText('Password')).toBeVisible();
    expect(ports.getInvite).toHaveBeenCalledTimes(2);
  });

  it('is never taken for the invited person because the mask fits [ANSWER-07]', async () => {
    open({ step: 'set-password' }, 'nina@acme.example');
    expect(await screen.findByText(/You are signed in as/)).toHaveTextContent('nina@acme.example');
    expect(screen.queryByLabelText('Choose a password')).toBeNull();
  });

  it('is nobody where nobody is signed in: then the page says that the address is another one by now', async () => {
    ports.redeemInvite.mockRejectedValueOnce(refusal('invite/wrong-account'));
    const user = open({});
    await user.type(await screen.findByLabelText('Choose a password'), PASSWORD);
    await user.click(button('Set password and join'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This invitation is for another email address.',
    );
  });

  it('is told so by the server when the mask could not tell', async () => {
    ports.acceptInvite.mockRejectedValueOnce(refusal('invite/wrong-account'));
    const user = open({ step: 'accept' }, 'nina@acme.example');
    await user.click(await screen.findByRole('button', { name: 'Join Acme Staffing' }));
    expect(await screen.findByText('This invitation is for another account')).toBeVisible();
    expect(screen.getByText(/You are signed in as/)).toHaveTextContent('nina@acme.example');
  });
});

describe('an address that has to be proven first', () => {
  it('gets the link by mail [LINK-14]', async () => {
    const user = open({ kind: 'handover', step: 'check-mail' });
    expect(await screen.findByText(/We'll email a link to/)).toHaveTextContent('n•••@acme.example');
    expect(ports.sendInviteMail).not.toHaveBeenCalled();
    await user.click(button('Email me the link'));
    expect(await screen.findByRole('status')).toHaveTextContent('We sent the link to n•••@acme.example');
    expect(ports.sendInviteMail).toHaveBeenCalledExactlyOnceWith(SECRET);
    expect(button(/^Send again in \d+ s$/)).toBeDisabled();
  });

  it('can ask again when the mail could not be asked for', async () => {
    ports.sendInviteMail.mockRejectedValueOnce(refusal('web/offline'));
    const user = open({ kind: 'handover', step: 'check-mail' });
    await user.click(await screen.findByRole('button', { name: 'Email me the link' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('reach the service');
    await user.click(button('Email me the link'));
    expect(await screen.findByRole('status')).toBeVisible();
  });

  it('is led there when accepting finds it out', async () => {
    ports.acceptInvite.mockRejectedValueOnce(refusal('invite/address-not-proven'));
    const user = open({ kind: 'handover', step: 'accept' }, NORA);
    await user.click(await screen.findByRole('button', { name: 'Join Acme Staffing' }));
    expect(await screen.findByRole('button', { name: 'Email me the link' })).toBeVisible();
  });
});

describe('a mailed link that proves too little', () => {
  it('leads to a new password, set from the mailbox [FIRST-14]', async () => {
    askMail.mockResolvedValue({});
    const user = open({ kind: 'mail', step: 'check-mail' }, NORA);
    await user.click(await screen.findByRole('button', { name: 'Email me a link' }));
    expect(await screen.findByRole('status')).toHaveTextContent(`We sent an email to ${NORA}`);
    expect(askMail).toHaveBeenCalledExactlyOnceWith('requestPasswordReset', { email: NORA });
  });
});

describe('an account that nobody has proven', () => {
  const theirs = { way: 'set-password', email: NORA, code: null } as const;

  it('says in plain words what ends, and is taken over only after a yes [FIRST-04]', async () => {
    ports.redeemInvite.mockResolvedValue(theirs);
    const user = open({});
    await user.type(await screen.findByLabelText('Choose a password'), PASSWORD);
    await user.click(button('Set password and join'));

    expect(
      await screen.findByText(/old password and all other ways to sign in will stop working/),
    ).toBeVisible();
    expect(ports.redeemInvite).toHaveBeenCalledExactlyOnceWith(SECRET, null);
    expect(screen.getByLabelText('Choose a password')).toHaveValue(PASSWORD);

    await user.click(button('Make this account mine'));
    await screen.findByText('You are in Acme.');
    expect(ports.redeemInvite).toHaveBeenLastCalledWith(SECRET, PASSWORD);
    expect(ports.signIn).toHaveBeenCalledExactlyOnceWith(NORA, PASSWORD);
    expect(ports.setPassword).not.toHaveBeenCalled();
  });

  it('is asked for a new password while it is signed in, without being told to switch', async () => {
    ports.getInvite.mockResolvedValue(anInvite());
    openLink(SECRET);
    render(<Page email={NORA} verified={false} />);
    expect(await screen.findByLabelText('Choose a password')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Switch account' })).toBeNull();
  });

  it('is left to an administrator where it has powers already', async () => {
    ports.redeemInvite.mockRejectedValue(refusal('invite/admin-needed'));
    const user = open({});
    await user.type(await screen.findByLabelText('Choose a password'), PASSWORD);
    await user.click(button('Set password and join'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Ask Adam Ash or your HRX contact');
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('an invitation without a password', () => {
  it('asks for the address alone, and signs in by the link [ATTACK-30]', async () => {
    ports.redeemInvite.mockResolvedValue({ way: 'email-link', email: NORA, code: 'c-2' });
    ports.signInByCode.mockImplementation((address) => {
      firebase.enter?.(address);
      return Promise.resolve();
    });
    const user = open({ step: 'email-link' });
    expect(await screen.findByText(/^You will join /)).toHaveTextContent('as Nora Nilsson');
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
    expect(document.querySelector('input[type=password]')).toBeNull();
    await user.click(button('Join Acme Staffing'));
    expect(screen.getByLabelText('Your email address')).toHaveFocus();
    expect(ports.redeemInvite).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText('Your email address'), NORA);
    await user.click(button('Join Acme Staffing'));
    await screen.findByText('You are in Acme.');
    expect(ports.redeemInvite).toHaveBeenCalledExactlyOnceWith(SECRET, null, NORA);
    expect(ports.signInByCode).toHaveBeenCalledExactlyOnceWith(NORA, 'c-2');
    expect(ports.acceptInvite).toHaveBeenCalledOnce();
  });

  it('says beside the field that it was sent to another address', async () => {
    ports.redeemInvite.mockRejectedValueOnce(new CallError('invite/wrong-address'));
    const user = open({ step: 'email-link' });
    await user.type(await screen.findByLabelText('Your email address'), NORA);
    await user.click(button('Join Acme Staffing'));
    await waitFor(() => expect(screen.getByLabelText('Your email address')).toBeInvalid());
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('saying no', () => {
  it('takes a second click and the address, and tells the reason to those who asked [ATTACK-30]', async () => {
    ports.declineInvite.mockResolvedValue({});
    const user = open({});
    await user.click(await screen.findByRole('button', { name: 'Decline' }));
    expect(await screen.findByRole('heading', { name: 'Decline this invitation?' })).toHaveFocus();
    expect(ports.declineInvite).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText('Reason (optional)'), ' I have moved ');
    await user.click(button('Decline invitation'));
    expect(screen.getByLabelText('Your email address')).toHaveFocus();
    expect(ports.declineInvite).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText('Your email address'), NORA);
    await user.click(button('Decline invitation'));
    expect(await heading('You declined this invitation')).toHaveFocus();
    expect(ports.declineInvite).toHaveBeenCalledExactlyOnceWith({
      secret: SECRET,
      email: NORA,
      reason: 'I have moved',
    });
  });

  it('shows beside the field that the link was sent to another address', async () => {
    ports.declineInvite.mockRejectedValueOnce(new CallError('invite/wrong-address'));
    const user = open({});
    await user.click(await screen.findByRole('button', { name: 'Decline' }));
    await user.type(await screen.findByLabelText('Your email address'), NORA);
    await user.click(button('Decline invitation'));
    await waitFor(() => expect(screen.getByLabelText('Your email address')).toBeInvalid());
  });

  it('can be thought over', async () => {
    const user = open({});
    await user.click(await screen.findByRole('button', { name: 'Decline' }));
    await user.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await screen.findByLabelText('Choose a password')).toBeVisible();
    expect(ports.declineInvite).not.toHaveBeenCalled();
  });

  it('is not offered to the holder of a handed-over link', async () => {
    open({ kind: 'handover' });
    expect(await screen.findByLabelText('Your email address')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Decline' })).toBeNull();
  });

  it('is offered to who holds one and is signed in, by their session', async () => {
    ports.declineInvite.mockResolvedValue({});
    const user = open({ kind: 'handover', step: 'accept' }, NORA);
    await user.click(await screen.findByRole('button', { name: 'Decline' }));
    await user.click(await screen.findByRole('button', { name: 'Decline invitation' }));
    expect(await heading('You declined this invitation')).toBeVisible();
    expect(ports.declineInvite).toHaveBeenCalledExactlyOnceWith({ tenantId: 'acme', reason: null });
  });

  it('is asked for at once by the link for it in the mail, which declines nothing by itself', async () => {
    const user = open({}, null, '?decline');
    expect(await screen.findByRole('heading', { name: 'Decline this invitation?' })).toBeVisible();
    expect(ports.declineInvite).not.toHaveBeenCalled();
    await user.click(button('Back'));
    expect(await screen.findByLabelText('Choose a password')).toBeVisible();
  });

  it('is not offered by a handed-over link, whatever its address says', async () => {
    open({ kind: 'handover' }, null, '?decline');
    expect(await screen.findByLabelText('Choose a password')).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Decline this invitation?' })).toBeNull();
  });

  it('shows what is wrong with the reason beside it', async () => {
    ports.declineInvite.mockRejectedValueOnce(
      new CallError('request/invalid', { fields: { reason: 'Remove the long number.' } }),
    );
    const user = open({});
    await user.click(await screen.findByRole('button', { name: 'Decline' }));
    await user.type(await screen.findByLabelText('Your email address'), NORA);
    await user.type(screen.getByLabelText('Reason (optional)'), '12345678');
    await user.click(button('Decline invitation'));
    expect(
      await screen.findByRole('textbox', {
        name: 'Reason (optional)',
        description: 'Remove the long number.',
      }),
    ).toBeInvalid();
  });
});

describe('a link that leads nowhere', () => {
  it.each([
    ['expired', 'This invitation has expired', /until .* Ask Adam Ash|Ask Adam Ash for a new one/],
    ['revoked', 'This invitation was cancelled', /Ask Adam Ash for a new one/],
    ['declined', 'This invitation was declined', /ask Adam Ash for a new one/],
    ['replaced', 'There is a newer link', /Use the latest email or message/],
  ] as const)('says that it is %s, and what to do', async (status, title, next) => {
    open({ status, step: 'none' });
    expect(await heading(title)).toHaveFocus();
    expect(screen.getByText(next)).toBeVisible();
    const offer = screen.queryByRole('button', { name: 'Ask for a new link' });
    expect(offer !== null).toBe(status === 'expired' || status === 'replaced');
    expect(screen.queryAllByRole('button')).toHaveLength(offer ? 1 : 0);
  });

  it('can be asked to be sent anew, and answers the same whatever becomes of it', async () => {
    askMail.mockResolvedValue({});
    const user = open({ status: 'expired', step: 'none' });
    await user.click(await screen.findByRole('button', { name: 'Ask for a new link' }));
    expect(await screen.findByRole('status')).toHaveTextContent(/^If the invitation can be renewed/);
    expect(askMail).toHaveBeenCalledExactlyOnceWith('requestFreshLink', { secret: SECRET });
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says why a new link was refused, and can be asked again', async () => {
    askMail.mockRejectedValueOnce(refusal('limits/recoveries'));
    const user = open({ status: 'replaced', step: 'none' });
    await user.click(await screen.findByRole('button', { name: 'Ask for a new link' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many links were requested');
    expect(button('Ask for a new link')).toBeEnabled();
  });

  it('leads who accepted it to the sign-in, and then to the tenant', async () => {
    open({ status: 'accepted', step: 'none' });
    expect(await heading('This invitation was already accepted')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute(
      'href',
      '/sign-in?next=%2Ft%2Facme',
    );
  });

  it('opens the tenant for who accepted it and is signed in', async () => {
    open({ status: 'accepted', step: 'none' }, NORA);
    expect(await screen.findByRole('link', { name: 'Open Acme Staffing' })).toHaveAttribute(
      'href',
      '/t/acme',
    );
  });

  it('says that nothing is known of it', async () => {
    open(refusal('invite/not-found'));
    expect(await heading('This link is not valid')).toBeVisible();
    expect(screen.getByText(/copy the whole link/)).toBeVisible();
  });

  it('dies under way when somebody takes the invitation back', async () => {
    ports.acceptInvite.mockRejectedValueOnce(refusal('invite/revoked'));
    const user = open({ step: 'accept' }, NORA);
    await user.click(await screen.findByRole('button', { name: 'Join Acme Staffing' }));
    expect(await heading('This invitation was cancelled')).toHaveFocus();
  });

  it('is not asked about when it is no link at all', async () => {
    openLink('nonsense');
    render(<Page email={null} />);
    expect(await heading('This link is not valid')).toBeVisible();
    expect(ports.getInvite).not.toHaveBeenCalled();
  });

  it('is asked for kindly when the page was loaded again', async () => {
    render(<Page email={null} />);
    expect(await heading('Open the link in your invitation email')).toBeVisible();
    expect(ports.getInvite).not.toHaveBeenCalled();
  });

  it.each([
    ['nobody is', null],
    ['the invitee is', NORA],
    ['somebody else is', 'adam@acme.example'],
  ])('says at once whom to ask where it cannot open the account, while %s signed in', async (_who, email) => {
    open({ step: 'none' }, email);
    expect(await screen.findByRole('alert')).toHaveTextContent('Ask Adam Ash or your HRX contact');
    expect(document.querySelector('input')).toBeNull();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Decline']);
  });
});
