import { screen, waitFor, within } from '@testing-library/react';
import { getCountFromServer } from 'firebase/firestore';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../../shared/callable/call.ts';
import { listenToQuery } from '../../../shared/firebase/listen.ts';
import { INVITES_A_PAGE } from './invitesQuery.ts';
import {
  ACME,
  admin,
  aMail,
  anInvite,
  answer,
  asked,
  at,
  fail,
  onWideScreen,
  open,
  tellMember,
} from '../testing/invitationsPage.tsx';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));
vi.mock('../../../shared/firebase/firestore.ts', () => ({ firestore: 'firestore' }));
vi.mock('../../../shared/firebase/listen.ts', () => {
  const listen = vi.fn();
  return { listenToDocument: listen, listenToQuery: listen };
});
vi.mock(
  'firebase/firestore',
  async () => (await import('../testing/readableFirestore.ts')).readableFirestore,
);

beforeEach(() => {
  vi.unstubAllGlobals();
  vi.mocked(listenToQuery)
    .mockReset()
    .mockReturnValue(() => undefined);
  vi.mocked(call).mockReset();
  vi.mocked(getCountFromServer).mockResolvedValue({ data: () => ({ count: 3 }) } as never);
  Element.prototype.scrollIntoView = () => undefined;
});

describe('the invitations page', () => {
  it('says that it is loading, then that there is nothing yet', () => {
    open();
    expect(screen.getByRole('progressbar', { name: 'Loading invitations' })).toBeVisible();
    answer();
    expect(screen.getByRole('heading', { name: 'No invitations yet' })).toBeVisible();
  });

  it('shows a row with everything about the invitation where there is room', () => {
    onWideScreen();
    open();
    answer(anInvite());
    const row = screen.getByRole('row', { name: /Nora Newhire/ });
    for (const text of [
      'nora@acme.example',
      'Worker 2',
      'Pending',
      'Email sent',
      'Adam Archer',
      'in 7 days',
    ]) {
      expect(within(row).getByText(text)).toBeVisible();
    }
  });

  it('shows a card where there is none', () => {
    open();
    answer(anInvite());
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    const card = screen.getByRole('listitem');
    expect(within(card).getByText('Worker, level 2')).toBeVisible();
    expect(within(card).getByText('Pending')).toBeVisible();
  });

  it("tells the mail server's own words, and why a mail is held", () => {
    open();
    answer(
      anInvite({ mail: aMail({ state: 'failed', error: '550 User unknown' }) }),
      anInvite({ uid: 'b', mail: aMail({ state: 'held' }) }),
    );
    expect(screen.getByText('Email not delivered: 550 User unknown')).toBeVisible();
    expect(screen.getByText(/limit of emails/)).toBeVisible();
  });

  it('takes an invitation as expired from the moment of its end, and offers no action on it', () => {
    open();
    answer(anInvite({ expiresAt: at(-0.1) }));
    expect(screen.getByText('Expired')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Actions for/ })).not.toBeInTheDocument();
    answer(anInvite());
    expect(screen.getByRole('button', { name: 'Actions for Nora Newhire' })).toBeVisible();
  });

  it('turns live, and says aloud that somebody accepted', () => {
    open();
    answer(anInvite());
    answer(anInvite({ status: 'accepted', acceptedAt: at(0) }));
    expect(within(screen.getByRole('listitem')).getByText('Accepted')).toBeVisible();
    const announced = screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(announced).toContain('Nora Newhire accepted the invitation.');
  });

  it('searches on the server, by name or mail, after a pause in typing', async () => {
    const person = open();
    answer(anInvite());
    await person.click(screen.getByRole('searchbox', { name: 'Search by name or email' }));
    await person.paste('Ravi');
    await waitFor(() =>
      expect(asked(ACME).at(-1)?.constraints).toContain('searchTokens array-contains ravi'),
    );
    answer();
    expect(screen.getByRole('heading', { name: 'No invitations found' })).toBeVisible();
    await person.click(screen.getByRole('button', { name: 'Show all invitations' }));
    await waitFor(() => expect(asked(ACME).at(-1)?.constraints).toEqual(['createdAt', 'limit 26']));
  });

  it('goes page by page, and back', async () => {
    const person = open();
    const page = Array.from({ length: INVITES_A_PAGE + 1 }, (_, row) =>
      anInvite({ uid: `u${row}`, inviteId: `i${row}`, lastName: `Number${row}` }),
    );
    answer(...page);
    expect(screen.queryByText(`Nora Number${INVITES_A_PAGE}`)).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Newer' })).toBeDisabled();
    await person.click(screen.getByRole('button', { name: 'Older' }));
    expect(asked(ACME).at(-1)?.constraints).toContain(`after u${INVITES_A_PAGE - 1}`);
    answer(anInvite({ lastName: 'Last' }));
    expect(screen.getByText('Page 2')).toBeVisible();
    expect(screen.getByText('Nora Last')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Older' })).toBeDisabled();
    await person.click(screen.getByRole('button', { name: 'Newer' }));
    expect(asked(ACME).at(-1)?.constraints).toEqual(['createdAt', 'limit 26']);
  });

  it('says that it did not load, and tries again', async () => {
    const person = open();
    fail('unavailable');
    expect(screen.getByRole('heading', { name: "The invitations didn't load" })).toBeVisible();
    await person.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByRole('progressbar')).toBeVisible();
    answer(anInvite());
    expect(screen.getByText('Nora Newhire')).toBeVisible();
  });

  it('says kindly that the rules refused', () => {
    open();
    fail('permission-denied');
    expect(screen.getByRole('heading', { name: "Your role can't invite people" })).toBeVisible();
  });

  it('offers a Worker no button and asks for no list', () => {
    open({ ...admin, role: 'Worker', securityLevel: '2' }, 'walt');
    tellMember('walt', []);
    expect(screen.getByText(/Ask an Admin of this company/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Invite/ })).not.toBeInTheDocument();
    expect(asked(ACME)).toEqual([]);
  });

  it('shows a Recruiter who may invite what they sent, and no button for what they may not give', () => {
    open({ ...admin, role: 'Worker', securityLevel: '2' }, 'rita');
    tellMember('rita', ['invites:create']);
    expect(asked(ACME).at(-1)?.constraints).toContain('inviterUid == rita');
    expect(screen.getByText('You can see the invitations you sent.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Invite worker' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Invite recruiter' })).not.toBeInTheDocument();
  });

  it('shows who may read members everything, and no button', () => {
    open({ ...admin, role: 'Manager', securityLevel: '5' }, 'mona');
    tellMember('mona', ['members:read']);
    expect(asked(ACME).at(-1)?.constraints).toEqual(['createdAt', 'limit 26']);
    answer(anInvite());
    expect(screen.queryByRole('button', { name: /^Invite |Actions for/ })).not.toBeInTheDocument();
  });

  it.each([
    ['Invite worker', 'Invite a worker'],
    ['Invite recruiter', 'Invite a recruiter'],
    ['Invite someone else', 'Invite someone'],
  ])('opens a form in a dialog by "%s", which "Cancel" closes', async (button, title) => {
    const person = open();
    answer();
    await person.click(screen.getByRole('button', { name: button }));
    const dialog = await screen.findByRole('dialog', { name: title });
    await person.click(await within(dialog).findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });
});
