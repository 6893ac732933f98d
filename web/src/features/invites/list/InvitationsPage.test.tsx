import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { call } from '../../../shared/callable/call.ts';
import { getCountFromServer, getDoc } from 'firebase/firestore';
import { listenToQuery } from '../../../shared/firebase/listen.ts';
import { AuthContext } from '../../../shared/session/AuthContext.ts';
import type { Membership } from '../../../shared/session/listMemberships.ts';
import { aSession, aUser } from '../../../shared/testing/session.ts';
import { ToastProvider } from '../../../shared/ui/ToastProvider.tsx';
import { InvitationsPage } from './InvitationsPage.tsx';
import { INVITES_A_PAGE } from './invitesQuery.ts';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));
vi.mock('../../../shared/firebase/firestore.ts', () => ({ firestore: 'firestore' }));
vi.mock('../../../shared/firebase/listen.ts', () => {
  const listen = vi.fn();
  return { listenToDocument: listen, listenToQuery: listen };
});
vi.mock('firebase/firestore', () => ({
  doc: (_firestore: unknown, path: string) => ({ path, constraints: [] }),
  collection: (_firestore: unknown, path: string) => ({ path }),
  query: ({ path, constraints = [] }: Asked, ...more: string[]) => ({
    path,
    constraints: [...constraints, ...more],
  }),
  where: (...parts: unknown[]) => parts.join(' '),
  orderBy: (field: string) => field,
  limit: (rows: number) => `limit ${rows}`,
  startAfter: (row: { id: string }) => `after ${row.id}`,
  getDoc: vi.fn(),
  getDocs: () => Promise.resolve({ docs: [] }),
  getCountFromServer: vi.fn(),
}));

interface Asked {
  path: string;
  constraints?: string[];
}
const ACME = 'tenants/acme/pending_invites';
const HOUR = 3_600_000;
const at = (hours: number) => ({ toMillis: () => Date.now() + hours * HOUR });

type Mail = PendingInviteDocument['mail'];
function aMail(overrides: Partial<Mail> = {}): Mail {
  return { state: 'sent', attempts: 1, error: null, at: at(0), ...overrides } as Mail;
}

function anInvite(overrides: Partial<PendingInviteDocument> = {}): PendingInviteDocument {
  return {
    uid: 'nora',
    inviteId: 'invite-nora',
    tenantId: 'acme',
    email: 'nora@acme.example',
    firstName: 'Nora',
    lastName: 'Newhire',
    role: 'Worker',
    securityLevel: '2',
    status: 'pending',
    inviterName: 'Adam Archer',
    permissions: [],
    inviterUid: 'adam',
    mail: aMail(),
    createdAt: at(-3),
    expiresAt: at(167.9),
    acceptedAt: null,
    declinedAt: null,
    revokedAt: null,
    openedAt: null,
    remindedAt: null,
    resends: { count: 0, lastAt: null },
    declinedReason: null,
    revokedReason: null,
    attention: null,
    ...overrides,
  } as PendingInviteDocument;
}

/** What is listened to now, newest last. */
function asked(path: string): Asked[] {
  return vi
    .mocked(listenToQuery)
    .mock.calls.map(([target]) => target as unknown as Asked)
    .filter((target) => target.path === path);
}
function listenerOf(path: string, which: 1 | 2): (value: unknown) => void {
  const calls = vi.mocked(listenToQuery).mock.calls as unknown as [Asked, ...((value: unknown) => void)[]][];
  const listener = calls.findLast(([target]) => target.path === path)?.[which];
  if (typeof listener !== 'function') throw new Error(`Nobody listens to ${path}.`);
  return listener;
}
const answer = (...invites: PendingInviteDocument[]) =>
  act(() => listenerOf(ACME, 1)({ docs: invites.map((invite) => ({ id: invite.uid, data: () => invite })) }));
const fail = (code: string) => act(() => listenerOf(ACME, 2)({ code }));
const tellMember = (uid: string, permissions: string[]) =>
  act(() => listenerOf(`tenants/acme/members/${uid}`, 1)({ data: () => ({ state: 'active', permissions }) }));

const admin: Membership = { tenantId: 'acme', role: 'Admin', securityLevel: '7', state: 'active' };

function open(membership: Membership = admin, uid = 'adam', address = '?tab=all') {
  const session = aSession({
    user: aUser(`${uid}@acme.example`),
    memberships: [membership],
    activeTenantId: 'acme',
    activeMembership: membership,
  });
  render(
    <MemoryRouter initialEntries={[`/t/acme/invitations${address}`]}>
      <AuthContext value={session}>
        <ToastProvider>
          <InvitationsPage />
        </ToastProvider>
      </AuthContext>
    </MemoryRouter>,
  );
  // Looking up who takes pointer events costs more than the rest of a test.
  return userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never });
}

function onWideScreen() {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}

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

  it('shows the tab and the filters that its address says, with a count on each tab', async () => {
    open(admin, 'adam', '?tab=ended&role=Worker&inviter=rita&email=problem&sort=ends');
    answer(anInvite({ status: 'revoked', inviterUid: 'rita', inviterName: 'Rita Rowe' }));
    expect(asked(ACME).at(-1)?.constraints).toEqual([
      'inviterUid == rita',
      'status in declined,revoked,expired',
      'role == Worker',
      'mail.state in deferred,held,failed,bounced,complained',
      'expiresAt',
      'limit 26',
    ]);
    expect(await screen.findByRole('tab', { name: 'Ended 3', selected: true })).toBeVisible();
    for (const [label, chosen] of [
      ['Role', 'Worker'],
      ['Invited by', 'Rita Rowe'],
      ['Email', 'Not delivered'],
      ['Sort', 'Expires first'],
    ]) {
      expect(screen.getByRole('combobox', { name: label! })).toHaveTextContent(chosen!);
    }
  });

  it('asks for the chosen tab and filter, and says so where the tab is empty', async () => {
    const person = open(admin, 'adam', '');
    expect(asked(ACME).at(-1)?.constraints).toContain('status == pending');
    answer();
    expect(screen.getByRole('heading', { name: 'No open invitations' })).toBeVisible();
    await person.click(screen.getByRole('tab', { name: /Needs attention/ }));
    expect(asked(ACME).at(-1)?.constraints).toContain('attention in bounced,opened,ends_soon,expired');
    await person.click(screen.getByRole('combobox', { name: 'Role' }));
    await person.click(screen.getByRole('option', { name: 'Manager' }));
    expect(asked(ACME).at(-1)?.constraints).toContain('role == Manager');
  });

  it('says aloud that somebody accepted whose invitation leaves the list by that', async () => {
    vi.mocked(getDoc).mockResolvedValue({
      data: () => anInvite({ status: 'accepted', acceptedAt: at(0) }),
    } as never);
    open(admin, 'adam', '');
    answer(anInvite());
    answer();
    expect(await screen.findAllByText('Nora Newhire accepted the invitation.')).not.toEqual([]);
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

  it('opens the dialog of an action from the menu of a row', async () => {
    vi.mocked(call).mockResolvedValue({});
    const person = open();
    answer(anInvite());
    const menu = screen.getByRole('button', { name: 'Actions for Nora Newhire' });
    await person.click(menu);
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'Resend',
      'Copy link',
      'Edit',
      'Correct address',
      'Revoke',
    ]);
    await person.click(screen.getByRole('menuitem', { name: 'Revoke' }));
    const dialog = await screen.findByRole('dialog', { name: 'Revoke: Nora Newhire' });
    await person.click(await within(dialog).findByRole('button', { name: 'Revoke invitation' }));
    expect(call).toHaveBeenLastCalledWith('revokeInvite', { tenantId: 'acme', uid: 'nora', reason: null });
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(menu).toHaveFocus();
  });

  it('opens an invitation beside the list by its name, and by the address', async () => {
    const person = open();
    answer(anInvite());
    await person.click(screen.getByRole('link', { name: 'Nora Newhire' }));
    const drawer = await screen.findByRole('dialog', { name: 'Invitation' });
    await waitFor(() => expect(asked(`${ACME}/nora`)).toHaveLength(1));
    act(() => listenerOf(`${ACME}/nora`, 1)({ exists: () => true, data: () => anInvite() }));
    expect(within(drawer).getByRole('heading', { name: 'Nora Newhire' })).toBeVisible();
    await person.click(within(drawer).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(drawer).not.toBeInTheDocument());
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
