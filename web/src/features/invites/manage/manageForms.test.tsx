import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { call } from '../../../shared/callable/call.ts';
import { CallError } from '../../../shared/callable/CallError.ts';
import { anInstant, aPendingInvite } from '../../../shared/testing/documents.ts';
import { CorrectForm } from './CorrectForm.tsx';
import { EditForm } from './EditForm.tsx';
import { LinkForm } from './LinkForm.tsx';
import { ResendForm } from './ResendForm.tsx';
import { RevokeForm } from './RevokeForm.tsx';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));

const nora = (overrides: Partial<PendingInviteDocument> = {}) =>
  aPendingInvite({
    uid: 'nora',
    email: 'nora@acme.example',
    firstName: 'Nora',
    lastName: 'Newhire',
    role: 'Worker',
    securityLevel: '2',
    permissions: [],
    designation: null,
    department: null,
    sendPasswordReset: true,
    resends: { count: 0, lastAt: null },
    ...overrides,
  });

const onClose = vi.fn();
const open = (Form: typeof ResendForm, invite = nora()) => {
  render(<Form invite={invite} onClose={onClose} />);
  return userEvent.setup();
};
const button = (name: string) => screen.getByRole('button', { name });
const of = { tenantId: 'acme', uid: 'nora' };

beforeEach(() => {
  vi.mocked(call).mockReset().mockResolvedValue({});
  onClose.mockReset();
});

describe('resending an invitation', () => {
  it('says what it does and how often it can be done, and closes when it is done', async () => {
    const person = open(ResendForm);
    expect(screen.getByText('You can resend it 5 more times, 5 minutes apart.')).toBeVisible();
    await person.click(button('Resend invitation'));
    expect(call).toHaveBeenCalledWith('resendInvite', {
      ...of,
      idempotencyKey: expect.any(String) as string,
    });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it.each<[string, PendingInviteDocument['resends'], RegExp]>([
    ['is too soon', { count: 1, lastAt: anInstant(Date.now() - 60_000) }, /You can resend it in 4 minutes/],
    ['was done often enough', { count: 5, lastAt: anInstant(0) }, /It was resent 5 times already/],
  ])('cannot be tried where it %s', (_why, resends, words) => {
    open(ResendForm, nora({ resends }));
    expect(screen.getByText(words)).toBeVisible();
    expect(button('Resend invitation')).toBeDisabled();
  });

  it('says why it was refused, and stays', async () => {
    vi.mocked(call).mockRejectedValue(new CallError('invite/not-pending'));
    const person = open(ResendForm);
    await person.click(button('Resend invitation'));
    expect(await screen.findByRole('alert')).toHaveTextContent('no longer open');
    expect(onClose).not.toHaveBeenCalled();
  });
});

describe('revoking an invitation', () => {
  it('sends the reason', async () => {
    const person = open(RevokeForm);
    await person.type(screen.getByLabelText(/Reason/), ' A mistake ');
    await person.click(button('Revoke invitation'));
    expect(call).toHaveBeenCalledWith('revokeInvite', { ...of, reason: 'A mistake' });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('shows what is wrong with the reason beside it', async () => {
    const fields = { reason: 'Use at most 200 characters.' };
    vi.mocked(call).mockRejectedValue(new CallError('request/invalid', { fields }));
    const person = open(RevokeForm);
    await person.click(button('Revoke invitation'));
    expect(await screen.findByText(fields.reason)).toBeVisible();
    expect(screen.getByLabelText(/Reason/)).toBeInvalid();
  });
});

describe('correcting an address', () => {
  it('starts from the wrong one, says from what to what, and sends it', async () => {
    const person = open(CorrectForm);
    const field = screen.getByLabelText('Email');
    expect(field).toHaveValue('nora@acme.example');
    expect(button('Send to this address')).toBeDisabled();
    await person.clear(field);
    await person.type(field, 'nora@acme.test');
    expect(screen.getByRole('status')).toHaveTextContent('nora@acme.example → nora@acme.test');
    await person.click(button('Send to this address'));
    expect(call).toHaveBeenCalledWith('correctInvite', {
      ...of,
      email: 'nora@acme.test',
      idempotencyKey: expect.any(String) as string,
    });
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe('editing an invitation', () => {
  it('says what changes before, and sends that alone', async () => {
    const person = open(EditForm);
    expect(button('Save changes')).toBeDisabled();
    const lastName = screen.getByLabelText('Last name');
    await person.clear(lastName);
    await person.type(lastName, 'Newman');
    await person.click(screen.getByRole('combobox', { name: 'Role' }));
    await person.click(screen.getByRole('option', { name: 'Recruiter' }));
    for (const words of [
      'Last name: Newhire → Newman',
      'Role: Worker → Recruiter',
      'Security level: 2 → 3',
    ]) {
      expect(screen.getByText(words)).toBeVisible();
    }
    await person.click(button('Save changes'));
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
    expect(call).toHaveBeenCalledWith('updateInvite', {
      ...of,
      lastName: 'Newman',
      desiredRole: 'Recruiter',
      securityLevel: '3',
    });
  });

  it('says why it was refused, and keeps what was typed', async () => {
    vi.mocked(call).mockRejectedValue(new CallError('invite/offer-too-high'));
    const person = open(EditForm);
    await person.type(screen.getByLabelText('Department'), 'Night shift');
    await person.click(button('Save changes'));
    expect(await screen.findByText(/You can't give more than your own role/)).toBeVisible();
    expect(screen.getByLabelText('Department')).toHaveValue('Night shift');
  });
});

describe('copying a link', () => {
  const answer = (inviteLink: string) =>
    vi.mocked(call).mockResolvedValueOnce({ inviteLink, expiresAt: '2030-01-01T00:00:00.000Z' });

  it('gives the link that there is, and a new one only after saying what that ends', async () => {
    answer('http://127.0.0.1:5173/invite#first');
    const person = open(LinkForm);
    expect(await screen.findByLabelText('Invitation link')).toHaveValue('http://127.0.0.1:5173/invite#first');
    expect(vi.mocked(call).mock.lastCall?.[1]).toMatchObject(of);
    expect(vi.mocked(call).mock.lastCall?.[1]).not.toHaveProperty('fresh');
    await person.click(button('Create a new link'));
    expect(screen.getByText(/Links you copied before stop working/)).toBeVisible();
    expect(call).toHaveBeenCalledOnce();
    answer('http://127.0.0.1:5173/invite#second');
    await person.click(button('Create new link'));
    await waitFor(() =>
      expect(screen.getByLabelText('Invitation link')).toHaveValue('http://127.0.0.1:5173/invite#second'),
    );
    expect(vi.mocked(call).mock.lastCall?.[1]).toMatchObject({ ...of, fresh: true });
  });

  it('says that there is none, and tries again', async () => {
    vi.mocked(call).mockRejectedValueOnce(new CallError('web/offline'));
    const person = open(LinkForm);
    expect(await screen.findByRole('alert')).toHaveTextContent("We can't reach the service.");
    answer('http://127.0.0.1:5173/invite#later');
    await person.click(button('Try again'));
    expect(await screen.findByLabelText('Invitation link')).toBeVisible();
  });
});
