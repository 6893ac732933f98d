import { act, screen, waitFor, within } from '@testing-library/react';
import { getCountFromServer, getDoc } from 'firebase/firestore';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../../../shared/callable/call.ts';
import { listenToQuery } from '../../../shared/firebase/listen.ts';
import { ACME, admin, anInvite, answer, asked, at, listenerOf, open } from '../testing/invitationsPage.tsx';

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

describe('working on the page of invitations', () => {
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

  it('selects rows, on several pages or all that match, and starts the work on them', async () => {
    vi.mocked(call).mockResolvedValue({ jobId: 'job-1' });
    vi.mocked(getCountFromServer).mockResolvedValue({ data: () => ({ count: 340 }) } as never);
    const person = open(admin, 'adam', '?tab=open&role=Worker');
    answer(anInvite(), anInvite({ uid: 'omar', inviteId: 'invite-omar', firstName: 'Omar' }));
    await screen.findByRole('tab', { name: 'Open 340' });
    await person.click(screen.getByRole('checkbox', { name: 'Select Omar Newhire' }));
    const bar = screen.getByRole('group', { name: 'Selected invitations' });
    expect(within(bar).getByRole('status')).toHaveTextContent('1 selected');
    await person.click(within(bar).getByRole('button', { name: 'Select all 340 that match' }));
    expect(within(bar).getByRole('status')).toHaveTextContent('340 selected');
    await person.click(within(bar).getByRole('button', { name: 'Resend' }));
    const dialog = await screen.findByRole('dialog', { name: 'Resend invitations' });
    await person.click(await within(dialog).findByRole('button', { name: 'Resend 340 invitations' }));
    expect(call).toHaveBeenLastCalledWith('startInvitesJob', {
      tenantId: 'acme',
      action: 'resend',
      selection: {
        filter: { search: '', role: 'Worker', inviterUid: null, mailProblem: false, attention: false },
      },
      idempotencyKey: expect.any(String) as string,
    });
    await waitFor(() => expect(asked('tenants/acme/jobs/job-1')).toHaveLength(1));
    expect(screen.queryByRole('group', { name: 'Selected invitations' })).not.toBeInTheDocument();
  });

  it('offers no selection of what has ended, or cannot be changed', () => {
    open(admin, 'adam', '?tab=all');
    answer(anInvite({ status: 'declined' }));
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});
