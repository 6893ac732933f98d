import { cleanup, render, screen } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../../shared/callable/call.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { AuthContext } from '../../../shared/session/AuthContext.ts';
import { forgetDrafts } from '../../../shared/session/drafts.ts';
import { aSession, aUser } from '../../../shared/testing/session.ts';
import { InviteUserForm, type InviteUserFormProps } from './InviteUserForm.tsx';

const mail = { state: 'queued', error: null as string | null };

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));
vi.mock('../../../shared/firebase/useLiveDocument.ts', () => ({
  useLiveDocument: () => ({ state: 'loaded', document: { mail, inviteLifetimeHours: 48 } }),
}));

const result = {
  uid: 'u1',
  inviteId: 'i1',
  inviteLink: 'http://127.0.0.1:5173/invite#0123',
  userExists: false,
  claimsApplied: true,
  expiresAt: '2030-01-01T00:00:00.000Z',
};

function open(props: InviteUserFormProps = {}, uid = 'adam') {
  cleanup();
  const membership = { tenantId: 'acme', role: 'Admin', securityLevel: '7', state: 'active' } as const;
  const session = aSession({
    user: aUser(`${uid}@acme.example`),
    memberships: [membership],
    activeTenantId: 'acme',
    activeMembership: membership,
  });
  render(
    <AuthContext value={session}>
      <InviteUserForm {...props} />
    </AuthContext>,
  );
  return userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
}

const field = (label: string) => screen.getByLabelText(label);
type Typist = ReturnType<typeof open>;
async function fillIn(person: Typist) {
  await person.type(field('Email'), 'nora@acme.example');
  await person.type(field('First name'), 'Nora');
  await person.type(field('Last name'), 'Newhire');
}

beforeEach(() => {
  sessionStorage.clear();
  Object.assign(mail, { state: 'queued', error: null });
  vi.mocked(call).mockReset().mockResolvedValue(result);
});

describe('what was typed into an invite form', () => {
  it('is there again after the form was closed, and gone by "Start over" [PAGE-05]', async () => {
    await fillIn(open());
    const person = open();
    expect(screen.getByRole('status')).toHaveTextContent('We kept what you typed.');
    expect(field('Email')).toHaveValue('nora@acme.example');
    expect(field('Last name')).toHaveValue('Newhire');
    await person.click(screen.getByRole('button', { name: 'Start over' }));
    expect(field('Email')).toHaveValue('');
    open();
    expect(screen.queryByRole('status')).not.toBeInTheDocument();
  });

  it('is kept for this person and this form alone, until they sign out [PAGE-05]', async () => {
    await fillIn(open());
    open({}, 'gloria');
    expect(field('Email')).toHaveValue('');
    open({ flowType: 'recruiter' });
    expect(field('Email')).toHaveValue('');
    open();
    expect(field('Email')).toHaveValue('nora@acme.example');
    cleanup();
    forgetDrafts();
    open();
    expect(field('Email')).toHaveValue('');
  });

  it('is forgotten once it is sent [PAGE-05]', async () => {
    const person = open();
    await fillIn(person);
    await person.click(screen.getByRole('button', { name: 'Send invitation' }));
    await screen.findByRole('heading', { name: 'Nora is invited' });
    open();
    expect(field('Email')).toHaveValue('');
  });
});

describe('an invite form', () => {
  it('leads from "already invited" to that invitation', async () => {
    vi.mocked(call).mockRejectedValue(new CallError('invite/already-invited'));
    const onShowInvitation = vi.fn();
    const person = open({ onShowInvitation });
    await fillIn(person);
    await person.click(screen.getByRole('button', { name: 'Send invitation' }));
    await person.click(await screen.findByRole('button', { name: 'Show invitation' }));
    expect(onShowInvitation).toHaveBeenCalledExactlyOnceWith('nora@acme.example');
  });

  it('leads nowhere by another refusal', async () => {
    vi.mocked(call).mockRejectedValue(new CallError('limits/seats'));
    const person = open({ onShowInvitation: vi.fn() });
    await fillIn(person);
    await person.click(screen.getByRole('button', { name: 'Send invitation' }));
    expect(await screen.findByText(/ask HRX for more/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show invitation' })).not.toBeInTheDocument();
  });

  it('says what each role can do', async () => {
    const person = open();
    expect(screen.getByText('Sees their own job and details.')).toBeVisible();
    await person.click(screen.getByRole('combobox', { name: 'Role' }));
    await person.click(screen.getByRole('option', { name: 'Admin' }));
    expect(screen.getByText(/Can do everything/)).toBeVisible();
  });

  it('says how the email fares once the invitation is sent', async () => {
    Object.assign(mail, { state: 'failed', error: '550 No such user' });
    const person = open();
    await fillIn(person);
    await person.click(screen.getByRole('button', { name: 'Send invitation' }));
    expect(await screen.findByText('Email not delivered: 550 No such user.')).toBeVisible();
  });
});
