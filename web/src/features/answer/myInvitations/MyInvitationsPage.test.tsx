import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../../shared/callable/call.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { AuthContext } from '../../../shared/session/AuthContext.ts';
import { anInstant, aPendingInvite } from '../../../shared/testing/documents.ts';
import { aSession, aUser } from '../../../shared/testing/session.ts';
import { MyInvitationsPage } from './MyInvitationsPage.tsx';
import { useMyInvitations, type MyInvitations } from './useMyInvitations.ts';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));
vi.mock('./useMyInvitations.ts', () => ({ useMyInvitations: vi.fn() }));

const refreshClaims = vi.fn<() => Promise<void>>();
const globex = aPendingInvite({ tenantId: 'globex', tenantName: 'Globex Logistics', role: 'Worker' });

beforeEach(() => {
  vi.resetAllMocks();
  refreshClaims.mockResolvedValue();
  vi.mocked(call).mockResolvedValue({});
});

function open(found: MyInvitations) {
  vi.mocked(useMyInvitations).mockReturnValue(found);
  const router = createMemoryRouter(
    [
      { path: '/my-invitations', Component: MyInvitationsPage },
      { path: '/t/globex', Component: () => <p>Globex</p> },
    ],
    { initialEntries: ['/my-invitations'] },
  );
  render(
    <AuthContext value={aSession({ user: aUser('otto@example.com'), refreshClaims })}>
      <RouterProvider router={router} />
    </AuthContext>,
  );
  return userEvent.setup();
}

describe('my invitations', () => {
  it('are shown with where, by whom, as what and until when', () => {
    open({ state: 'loaded', invites: [aPendingInvite({ message: 'See you soon.' }), globex] });
    const acme = within(screen.getByRole('article', { name: 'Acme Staffing' }));
    expect(acme.getByText('Adam Ash invites you as a Recruiter.')).toBeVisible();
    expect(acme.getByText('See you soon.')).toBeVisible();
    expect(acme.getByText(/^Expires in 3 days, on /)).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(2);
  });

  it('are accepted with one click, which leads into the tenant with the new claims', async () => {
    const user = open({ state: 'loaded', invites: [aPendingInvite(), globex] });
    await user.click(screen.getByRole('button', { name: 'Join Globex Logistics' }));
    expect(await screen.findByText('Globex')).toBeVisible();
    expect(call).toHaveBeenCalledExactlyOnceWith('acceptInvite', { tenantId: 'globex' });
    expect(refreshClaims).toHaveBeenCalledOnce();
  });

  it('are declined with a second click, and a reason where one likes to give it', async () => {
    const user = open({ state: 'loaded', invites: [aPendingInvite(), globex] });
    const card = within(screen.getByRole('article', { name: 'Globex Logistics' }));
    await user.click(card.getByRole('button', { name: 'Decline' }));
    expect(card.getByRole('heading', { name: 'Decline this invitation?' })).toHaveFocus();
    expect(call).not.toHaveBeenCalled();
    await user.type(card.getByLabelText('Reason (optional)'), 'Too far away');
    await user.click(card.getByRole('button', { name: 'Decline invitation' }));
    await vi.waitFor(() =>
      expect(call).toHaveBeenCalledExactlyOnceWith('declineInvite', {
        tenantId: 'globex',
        reason: 'Too far away',
      }),
    );
  });

  it('say why one could not be declined, and can be kept', async () => {
    vi.mocked(call).mockRejectedValueOnce(new CallError('web/offline'));
    const user = open({ state: 'loaded', invites: [globex] });
    await user.click(screen.getByRole('button', { name: 'Decline' }));
    await user.click(screen.getByRole('button', { name: 'Decline invitation' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('reach the service');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(screen.getByRole('button', { name: 'Join Globex Logistics' })).toBeEnabled();
  });

  it('are not accepted by looking at them', () => {
    open({ state: 'loaded', invites: [globex] });
    expect(call).not.toHaveBeenCalled();
  });

  it('are accepted once, however often the button is pressed', async () => {
    const user = open({ state: 'loaded', invites: [globex] });
    await user.dblClick(screen.getByRole('button', { name: 'Join Globex Logistics' }));
    await screen.findByText('Globex');
    expect(call).toHaveBeenCalledOnce();
  });

  it('say beside the one that failed why, and can be tried again', async () => {
    vi.mocked(call).mockRejectedValueOnce(new CallError('limits/seats'));
    const user = open({ state: 'loaded', invites: [aPendingInvite(), globex] });
    const button = screen.getByRole('button', { name: 'Join Globex Logistics' });
    await user.click(button);
    const card = within(screen.getByRole('article', { name: 'Globex Logistics' }));
    expect(await card.findByRole('alert')).toHaveTextContent('All seats of this company are taken.');
    await user.click(button);
    expect(await screen.findByText('Globex')).toBeVisible();
  });

  it('leave out those past their end', () => {
    open({ state: 'loaded', invites: [aPendingInvite({ expiresAt: anInstant(Date.now() - 1) })] });
    expect(screen.getByRole('heading', { name: 'No invitations' })).toBeVisible();
  });

  it('say that there are none, and what to do about it', () => {
    open({ state: 'loaded', invites: [] });
    expect(screen.getByText(/Invitations to otto@example.com appear here/)).toBeVisible();
  });

  it('ask for the mail where the address is not proven', () => {
    open({ state: 'not-proven' });
    expect(
      screen.getByRole('heading', { name: 'Confirm your email address to see invitations' }),
    ).toBeVisible();
    expect(screen.getByText(/Open the link in your invitation email/)).toBeVisible();
  });

  it('are proven by an email that is sent to the account, where its address is not', async () => {
    const user = open({ state: 'not-proven' });
    await user.click(screen.getByRole('button', { name: 'Email me a link' }));
    expect(await screen.findByRole('status')).toHaveTextContent('We sent an email to otto@example.com.');
    expect(call).toHaveBeenCalledExactlyOnceWith('requestPasswordReset', { email: 'otto@example.com' });
  });

  it('can be looked for again when they could not be read', async () => {
    const retry = vi.fn();
    const user = open({ state: 'failed', retry });
    expect(screen.getByRole('alert')).toHaveTextContent('is not available');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it('are waited for', () => {
    open({ state: 'loading' });
    expect(screen.getByRole('status')).toBeVisible();
  });
});
