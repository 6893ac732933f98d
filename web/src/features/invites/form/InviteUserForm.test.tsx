import { render, screen, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../../shared/callable/call.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { AuthContext, type AuthState } from '../../../shared/session/AuthContext.ts';
import type { Membership } from '../../../shared/session/listMemberships.ts';
import { aSession, aUser } from '../../../shared/testing/session.ts';
import type { InviteResult } from './withPreset.ts';
import { InviteUserForm, type InviteUserFormProps } from './InviteUserForm.tsx';
import { RecruiterInviteForm } from './RecruiterInviteForm.tsx';
import { WorkforceInviteForm } from './WorkforceInviteForm.tsx';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));
vi.mock('../../../shared/firebase/useLiveDocument.ts', () => ({
  useLiveDocument: (key: { path: string } | null) => {
    if (key?.path.includes('pending_invites')) return { state: 'loaded', document: { mail } };
    return key ? { state: 'loaded', document: { inviteLifetimeHours: 48 } } : { state: 'loading' };
  },
}));

const mail = { state: 'queued', error: null as string | null };

const result: InviteResult = {
  uid: 'u1',
  inviteId: 'i1',
  inviteLink: 'http://127.0.0.1:5173/invite#0123',
  userExists: false,
  claimsApplied: true,
  expiresAt: '2030-01-01T00:00:00.000Z',
};

const asAdmin: Membership = { tenantId: 'acme', role: 'Admin', securityLevel: '7', state: 'active' };
const asRecruiter: Membership = { ...asAdmin, role: 'Recruiter', securityLevel: '3' };

function inAcme(membership: Membership): AuthState {
  return aSession({
    user: aUser('adam@acme.example'),
    memberships: [membership],
    activeTenantId: 'acme',
    activeMembership: membership,
  });
}

function show(form: React.ReactNode, session: AuthState = inAcme(asAdmin)) {
  render(<AuthContext value={session}>{form}</AuthContext>);
  return setup();
}

// Looking up who takes pointer events costs more than the rest of a test.
const setup = () => userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });

type Person = ReturnType<typeof userEvent.setup>;

async function fillIn(person: Person, values: Record<string, string> = {}) {
  const fields = { Email: 'nora@acme.example', 'First name': 'Nora', 'Last name': 'Newhire', ...values };
  for (const [name, value] of Object.entries(fields)) {
    const box = screen.getByLabelText(name);
    await person.click(box);
    if (value !== '') await person.paste(value);
  }
}

const send = (person: Person) => person.click(screen.getByRole('button', { name: 'Send invitation' }));
const sentInput = () => vi.mocked(call).mock.calls[0]?.[1];

async function choicesOf(person: Person, name: string): Promise<(string | null)[]> {
  await person.click(screen.getByRole('combobox', { name }));
  const choices = within(screen.getByRole('listbox')).getAllByRole('option');
  const texts = choices.map(({ textContent }) => textContent);
  await person.keyboard('{Escape}');
  return texts;
}

beforeEach(() => {
  sessionStorage.clear();
  Object.assign(mail, { state: 'queued', error: null });
  vi.mocked(call).mockReset().mockResolvedValue(result);
});

describe('the invite forms', () => {
  it('send what was filled in, into the tenant that the person works in', async () => {
    const onSuccess = vi.fn();
    const person = show(<InviteUserForm onSuccess={onSuccess} />);
    await fillIn(person, { Email: ' Nora@acme.example ' });
    await send(person);
    expect(await screen.findByRole('heading', { name: 'Nora is invited' })).toHaveFocus();
    expect(onSuccess).toHaveBeenCalledExactlyOnceWith(result);
    expect(sentInput()).toMatchObject({
      email: 'nora@acme.example',
      tenantId: 'acme',
      desiredRole: 'Worker',
      securityLevel: '2',
      customMessage: null,
    });
  });

  it('invite into the tenant that they are given, also with no session above them', async () => {
    render(<WorkforceInviteForm tenantId="globex" />);
    const person = setup();
    await fillIn(person);
    await send(person);
    await screen.findByRole('heading', { name: 'Nora is invited' });
    expect(sentInput()).toMatchObject({ tenantId: 'globex', desiredRole: 'Worker', securityLevel: '2' });
  });

  it('ask to choose a tenant where there is none', () => {
    show(<InviteUserForm />, aSession({ user: aUser('hana@hrx.example'), hrx: true }));
    expect(screen.getByText(/Choose a company first/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Send invitation' })).not.toBeInTheDocument();
  });

  it('have the preset of the recruiting team [API-20]', async () => {
    const person = show(<RecruiterInviteForm />);
    expect(screen.getByRole('heading', { name: 'Invite a recruiter' })).toBeVisible();
    expect(await choicesOf(person, 'Role')).toEqual(['Admin', 'Recruiter', 'Manager']);
    expect(await choicesOf(person, 'Security level')).toEqual(['1', '2', '3', '4']);
    await fillIn(person);
    await send(person);
    await screen.findByRole('heading', { name: 'Nora is invited' });
    expect(sentInput()).toMatchObject({
      desiredRole: 'Recruiter',
      securityLevel: '3',
      customMessage: 'You have been invited to join our recruiting team.',
    });
  });

  it('have the preset of the workforce [API-20]', async () => {
    const person = show(<WorkforceInviteForm />);
    expect(await choicesOf(person, 'Role')).toEqual(['Worker', 'Customer']);
    await fillIn(person);
    await send(person);
    await screen.findByRole('heading', { name: 'Nora is invited' });
    expect(sentInput()).toMatchObject({
      desiredRole: 'Worker',
      securityLevel: '2',
      customMessage: 'You have been invited to join our workforce.',
    });
  });

  it('offer no role and no level above the own', async () => {
    const person = show(<InviteUserForm defaultRole="Recruiter" />, inAcme(asRecruiter));
    expect(await choicesOf(person, 'Role')).toEqual(['Customer', 'Worker', 'Recruiter']);
    expect(await choicesOf(person, 'Security level')).toEqual(['1', '2', '3']);
  });

  it('say so where the person may give none of the roles', () => {
    show(<InviteUserForm allowedRoles={['Admin']} />, inAcme(asRecruiter));
    expect(screen.getByText("You don't have permission to invite people to this company.")).toBeVisible();
  });

  it('follow the role with the level', async () => {
    const person = show(<InviteUserForm />);
    await person.click(screen.getByRole('combobox', { name: 'Role' }));
    await person.click(screen.getByRole('option', { name: 'Manager' }));
    expect(screen.getByRole('combobox', { name: 'Security level' })).toHaveTextContent('5');
    await person.click(screen.getByRole('combobox', { name: 'Role' }));
    await person.click(screen.getByRole('option', { name: 'Customer' }));
    expect(screen.getByRole('combobox', { name: 'Security level' })).toHaveTextContent('1');
  });

  it('take every text, role and button of the props [API-20]', async () => {
    const onCancel = vi.fn();
    const props: InviteUserFormProps = {
      title: 'Custom Invite Form',
      subtitle: 'Custom subtitle',
      defaultRole: 'Manager',
      allowedRoles: ['Admin', 'Manager'],
      showRoleSelector: false,
      flowType: 'general',
      customMessage: 'Custom welcome message',
      onCancel,
      showCancelButton: true,
      submitButtonText: 'Send Custom Invite',
      cancelButtonText: 'Never mind',
    };
    const person = show(<InviteUserForm {...props} />);
    expect(screen.getByRole('heading', { name: 'Custom Invite Form' })).toBeVisible();
    expect(screen.getByText('Custom subtitle')).toBeVisible();
    expect(screen.queryByRole('combobox', { name: 'Role' })).not.toBeInTheDocument();
    await person.click(screen.getByRole('button', { name: 'Never mind' }));
    expect(onCancel).toHaveBeenCalledOnce();
    await fillIn(person);
    await person.click(screen.getByRole('button', { name: 'Send Custom Invite' }));
    await screen.findByRole('heading', { name: 'Nora is invited' });
    expect(sentInput()).toMatchObject({ desiredRole: 'Manager', customMessage: 'Custom welcome message' });
  });

  it.each<[string, AuthState, string]>([
    ['to an Admin', inAcme(asAdmin), 'Company default (2 days)'],
    [
      'to HRX',
      aSession({ user: aUser('hana@hrx.example'), hrx: true, activeTenantId: 'acme' }),
      'Company default (2 days)',
    ],
    ['to others only that there is one', inAcme(asRecruiter), 'Company default'],
  ])('tell how long the invitations of the company last: %s', async (_who, session, words) => {
    const person = show(<InviteUserForm />, session);
    await person.click(screen.getByRole('button', { name: 'More options' }));
    expect(screen.getByRole('combobox', { name: 'Invitation expires after' })).toHaveTextContent(words);
    expect((await choicesOf(person, 'Invitation expires after'))[0]).toBe(words);
  });

  it('send what stands behind "More options"', async () => {
    const person = show(<InviteUserForm />);
    await person.click(screen.getByRole('button', { name: 'More options' }));
    await fillIn(person, { 'Job title': 'Night nurse', Department: 'Care' });
    await person.click(screen.getByRole('combobox', { name: 'Invitation expires after' }));
    await person.click(screen.getByRole('option', { name: '3 days' }));
    await person.click(screen.getByRole('switch', { name: 'No password needed' }));
    await send(person);
    expect(await screen.findByText(/They join with the link in it. No password needed/)).toBeVisible();
    expect(sentInput()).toMatchObject({
      designation: 'Night nurse',
      department: 'Care',
      expiresInHours: 72,
      sendPasswordReset: false,
    });
  });

  it('name each field that is wrong, and ask nobody', async () => {
    const person = show(<InviteUserForm />);
    await fillIn(person, { Email: 'nora@', 'Last name': '' });
    await send(person);
    expect(await screen.findByLabelText('Email')).toHaveAccessibleDescription(
      'Enter an email address like name@company.com.',
    );
    expect(screen.getByLabelText('Last name')).toHaveAccessibleDescription('Fill in this field.');
    expect(screen.getByLabelText('Email')).toHaveFocus();
    expect(call).not.toHaveBeenCalled();
  });

  it("put the server's field errors on their fields, also those that were folded away, and lose nothing", async () => {
    vi.mocked(call).mockRejectedValueOnce(
      new CallError('request/invalid', { fields: { designation: 'Remove the link.' } }),
    );
    const person = show(<InviteUserForm />);
    await fillIn(person);
    await send(person);
    expect(await screen.findByRole('alert')).toHaveTextContent('Check these fields');
    expect(await screen.findByRole('textbox', { name: 'Job title' })).toHaveAccessibleDescription(
      'Remove the link.',
    );
    expect(screen.getByLabelText('Email')).toHaveValue('nora@acme.example');
    // Positive control: what was typed can be sent again as it stands.
    await send(person);
    expect(await screen.findByRole('heading', { name: 'Nora is invited' })).toBeVisible();
  });

  it('tell what a refusal means', async () => {
    vi.mocked(call).mockRejectedValue(new CallError('invite/already-member'));
    const person = show(<InviteUserForm />);
    await fillIn(person);
    await send(person);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This person is already a member. Change their role instead.',
    );
  });

  it('tell what happens next to somebody who has an account, and whose role waits', async () => {
    vi.mocked(call).mockResolvedValue({ ...result, userExists: true, claimsApplied: false });
    const person = show(<InviteUserForm />);
    await fillIn(person);
    await send(person);
    expect(await screen.findByText(/already have an account. They sign in/)).toBeVisible();
    expect(screen.getByText('They become a Worker when they accept.')).toBeVisible();
  });

  it('show the link, copy it, and draw it for a phone', async () => {
    const person = show(<InviteUserForm />);
    await fillIn(person);
    await send(person);
    expect(await screen.findByRole('textbox', { name: 'Invitation link' })).toHaveValue(result.inviteLink);
    expect(screen.getByRole('img', { name: /QR code/ })).toBeVisible();
    await person.click(screen.getByRole('button', { name: 'Copy link' }));
    expect(await screen.findByText('The link is copied.')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe(result.inviteLink);
  });

  it('select the link where the browser does not let us copy', async () => {
    const person = show(<InviteUserForm />);
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'));
    await fillIn(person);
    await send(person);
    await person.click(await screen.findByRole('button', { name: 'Copy link' }));
    expect(await screen.findByText(/Copy it by hand/)).toBeVisible();
    const link = screen.getByRole<HTMLInputElement>('textbox', { name: 'Invitation link' });
    expect([link.selectionStart, link.selectionEnd]).toEqual([0, result.inviteLink.length]);
  });

  it('begin anew with "Invite another"', async () => {
    const person = show(<InviteUserForm />);
    await fillIn(person);
    await send(person);
    await person.click(await screen.findByRole('button', { name: 'Invite another' }));
    expect(screen.getByLabelText('Email')).toHaveValue('');
    expect(screen.getByLabelText('Email')).toHaveFocus();
  });
});
