import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TenantSettingsDocument } from '../../../../functions/src/contract/documents.ts';
import { call } from '../../shared/callable/call.ts';
import { CallError } from '../../shared/callable/CallError.ts';
import { useLiveDocument, type LiveDocument } from '../../shared/firebase/useLiveDocument.ts';
import { AuthContext } from '../../shared/session/AuthContext.ts';
import { useTenantAccess } from '../../shared/session/useTenantAccess.ts';
import { answerCallables } from '../../shared/testing/answerCallables.ts';
import { anAccess, aSession, aUser } from '../../shared/testing/session.ts';
import { SettingsPage } from './SettingsPage.tsx';

vi.mock('../../shared/firebase/useLiveDocument.ts', () => ({ useLiveDocument: vi.fn() }));
vi.mock('../../shared/session/useTenantAccess.ts', () => ({ useTenantAccess: vi.fn() }));
vi.mock('../../shared/callable/call.ts', () => ({ call: vi.fn() }));

const STORED: TenantSettingsDocument = {
  ownerUid: 'adam',
  seatLimit: 20,
  seatsUsed: 12,
  pendingInvites: 3,
  inviteLifetimeHours: 168,
  reminders: true,
  freshLinks: true,
  replyTo: null,
  timeZone: 'UTC',
  requireAcceptance: false,
  handoverLinks: true,
};

let live: LiveDocument<TenantSettingsDocument>;
beforeEach(() => {
  vi.resetAllMocks();
  live = { state: 'loaded', document: STORED };
  vi.mocked(useLiveDocument).mockImplementation(() => live);
  vi.mocked(useTenantAccess).mockReturnValue({ ...anAccess(), managesTenant: true });
  answerCallables({
    updateTenantSettings: ({ replyTo, seatLimit, ...others }) => {
      const { ownerUid: _owner, seatsUsed: _used, pendingInvites: _open, ...stored } = STORED;
      const named = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== null));
      const replies = replyTo === undefined ? {} : { replyTo: replyTo || null };
      const seats = typeof seatLimit === 'number' ? { seatLimit } : {};
      return Promise.resolve({ ...stored, ...named, ...replies, ...seats });
    },
  });
});

function open(hrx = false) {
  const router = createMemoryRouter([{ path: '/t/:tenantId/settings', Component: SettingsPage }], {
    initialEntries: ['/t/acme/settings'],
  });
  const page = () => (
    <AuthContext value={aSession({ user: aUser('adam@acme.example'), hrx })}>
      <RouterProvider router={router} />
    </AuthContext>
  );
  const { rerender } = render(page());
  return {
    user: userEvent.setup(),
    becomes: (next: Partial<TenantSettingsDocument>) => {
      live = { state: 'loaded', document: { ...STORED, ...next } };
      rerender(page());
    },
  };
}

const save = () => screen.findByRole('button', { name: 'Save changes' });
const reminder = () => screen.getByRole('switch', { name: 'Send a reminder' });
const replyAddress = () => screen.getByLabelText('Reply address');

describe('the settings page', () => {
  it('shows what is stored, and says of each setting what it does [SET-01]', () => {
    open();
    expect(screen.getByRole('combobox', { name: 'Invitations expire after' })).toHaveTextContent('7 days');
    expect(reminder()).toBeChecked();
    expect(reminder()).toHaveAccessibleDescription(/one email a day before/);
    for (const control of screen.getAllByRole('switch'))
      expect(control).toHaveAccessibleDescription(/\w{3,}.*\.$/);
    expect(replyAddress()).toHaveValue('');
    expect(replyAddress()).toHaveAccessibleDescription(/Replies to invitation emails/);
    expect(screen.getByRole('combobox', { name: 'Time zone' })).toHaveValue('UTC');
    expect(screen.getByText(/12 of 20 seats are used/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
  });

  it('saves all that was changed, and nothing else, by one button', async () => {
    const { user } = open();
    await user.click(reminder());
    await user.type(replyAddress(), ' people@acme.example ');
    await user.click(screen.getByRole('combobox', { name: 'Time zone' }));
    await user.clear(screen.getByRole('combobox', { name: 'Time zone' }));
    await user.type(screen.getByRole('combobox', { name: 'Time zone' }), 'Berl{Enter}');
    await user.click(await save());
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull());
    expect(call).toHaveBeenCalledExactlyOnceWith('updateTenantSettings', {
      tenantId: 'acme',
      reminders: false,
      replyTo: 'people@acme.example',
      timeZone: 'Europe/Berlin',
    });
    expect(reminder()).not.toBeChecked();
    expect(replyAddress()).toHaveValue('people@acme.example');
    expect(screen.getByRole('form', { name: 'Settings' })).toHaveFocus();
  });

  it('takes changes back, by hand and by its button', async () => {
    const { user } = open();
    await user.click(reminder());
    await user.click(reminder());
    expect(screen.queryByRole('button', { name: 'Save changes' })).toBeNull();
    await user.type(replyAddress(), 'x');
    await user.click(screen.getByRole('button', { name: 'Discard changes' }));
    expect(replyAddress()).toHaveValue('');
    expect(call).not.toHaveBeenCalled();
  });

  it('follows what others change, and keeps what is being changed here [SET-04]', async () => {
    const { user, becomes } = open();
    await user.type(replyAddress(), 'hr@acme.example');
    becomes({ reminders: false, replyTo: 'people@acme.example' });
    expect(reminder()).not.toBeChecked();
    expect(replyAddress()).toHaveValue('hr@acme.example');
  });

  it('says by the field what is wrong, and keeps what was typed [SET-02]', async () => {
    const sentence = 'Enter an email address like name@company.com, or leave it empty.';
    vi.mocked(call).mockRejectedValueOnce(
      new CallError('request/invalid', { fields: { replyTo: sentence } }),
    );
    const { user } = open();
    await user.type(replyAddress(), 'people');
    await user.click(await save());
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(replyAddress()).toBeInvalid();
    expect(replyAddress()).toHaveFocus();
    expect(replyAddress()).toHaveValue('people');
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing was saved.');
  });

  it('says why all was refused', async () => {
    vi.mocked(call).mockRejectedValueOnce(new CallError('tenant/not-allowed'));
    const { user } = open();
    await user.click(reminder());
    await user.click(await save());
    expect(await screen.findByRole('alert')).toHaveTextContent("You don't have permission to change");
  });

  it('lets HRX alone change the number of seats [SET-04]', async () => {
    const { user } = open(true);
    await user.clear(screen.getByLabelText('Number of seats'));
    await user.click(await save());
    expect(call).toHaveBeenLastCalledWith('updateTenantSettings', {
      tenantId: 'acme',
      seatLimit: 'unlimited',
    });
  });

  it('tells an Admin who changes the number of seats [SET-04]', () => {
    open();
    expect(screen.queryByLabelText('Number of seats')).toBeNull();
    expect(screen.getByText(/Only HRX can change the number of seats/)).toBeVisible();
  });

  it('tells everybody else who to ask, and reads nothing [SET-04]', () => {
    vi.mocked(useTenantAccess).mockReturnValue(anAccess('invites:create'));
    open();
    expect(screen.getByRole('heading', { name: 'Only Admins can see the settings' })).toBeVisible();
    expect(screen.getByText(/Ask an Admin of this company/)).toBeVisible();
    expect(useLiveDocument).not.toHaveBeenCalled();
  });
});
