import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../../shared/callable/call.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { ForgotPasswordPage } from './ForgotPasswordPage.tsx';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));
const callMock = vi.mocked(call);

beforeEach(() => {
  vi.resetAllMocks();
  callMock.mockResolvedValue({});
});

function open(entries = ['/forgot-password']) {
  const router = createMemoryRouter(
    [
      { path: '/forgot-password', Component: ForgotPasswordPage },
      { path: '/invite', Component: () => <p>The invitation</p> },
    ],
    { initialEntries: entries },
  );
  render(<RouterProvider router={router} />);
  return { user: userEvent.setup(), router };
}

const askFor = async (user: ReturnType<typeof userEvent.setup>, email: string) => {
  await user.type(screen.getByLabelText('Email address'), email);
  await user.click(screen.getByRole('button', { name: 'Email me a link' }));
};

describe('the page for a forgotten password', () => {
  it('asks for the mail, and answers the same whoever is asked for', async () => {
    const { user } = open();
    await askFor(user, ' adam@acme.example ');
    expect(await screen.findByRole('status')).toHaveTextContent(
      'If adam@acme.example has an account, we sent an email to it.',
    );
    expect(callMock).toHaveBeenCalledExactlyOnceWith('requestPasswordReset', { email: 'adam@acme.example' });
    expect(screen.getByRole('button', { name: /^Send again in \d+ s$/ })).toBeDisabled();
  });

  it('asks for an address first', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: 'Email me a link' }));
    expect(screen.getByLabelText('Email address')).toHaveFocus();
    expect(screen.getByLabelText('Email address')).toHaveAccessibleDescription('Enter your email address.');
    expect(callMock).not.toHaveBeenCalled();
  });

  it('shows what is wrong with the address beside it', async () => {
    callMock.mockRejectedValueOnce(
      new CallError('request/invalid', { fields: { email: 'Check the address.' } }),
    );
    const { user } = open();
    await askFor(user, 'adam');
    expect(
      await screen.findByRole('textbox', { name: 'Email address', description: 'Check the address.' }),
    ).toBeInvalid();
  });

  it('says when it can be tried again', async () => {
    callMock.mockRejectedValueOnce(new CallError('limits/recoveries', { retryAfterSeconds: 50 }));
    const { user } = open();
    await askFor(user, 'adam@acme.example');
    expect(await screen.findByRole('alert')).toHaveTextContent('You can try again in 50 seconds.');
  });

  it('leads back to the page that it was opened from', async () => {
    const { user, router } = open(['/invite']);
    await vi.waitFor(() => router.navigate('/forgot-password'));
    await user.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await screen.findByText('The invitation')).toBeVisible();
  });

  it('leads to the sign-in page where it was opened by its address', () => {
    open();
    expect(screen.getByRole('link', { name: 'Go to sign in' })).toHaveAttribute('href', '/sign-in');
  });
});
