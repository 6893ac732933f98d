/** The page of invitations for component tests: what it asks Firestore for, and what Firestore answers. */
import { act, render } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { MemoryRouter } from 'react-router-dom';
import { vi } from 'vitest';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { listenToQuery } from '../../../shared/firebase/listen.ts';
import { AuthContext } from '../../../shared/session/AuthContext.ts';
import type { Membership } from '../../../shared/session/listMemberships.ts';
import { aSession, aUser } from '../../../shared/testing/session.ts';
import { ToastProvider } from '../../../shared/ui/ToastProvider.tsx';
import { InvitationsPage } from '../list/InvitationsPage.tsx';

export interface Asked {
  path: string;
  constraints?: string[];
}
export const ACME = 'tenants/acme/pending_invites';
const HOUR = 3_600_000;
export const at = (hours: number) => ({ toMillis: () => Date.now() + hours * HOUR });

type Mail = PendingInviteDocument['mail'];
export function aMail(overrides: Partial<Mail> = {}): Mail {
  return { state: 'sent', attempts: 1, error: null, at: at(0), ...overrides } as Mail;
}

export function anInvite(overrides: Partial<PendingInviteDocument> = {}): PendingInviteDocument {
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

/** @returns what is listened to now, newest last. */
export function asked(path: string): Asked[] {
  return vi
    .mocked(listenToQuery)
    .mock.calls.map(([target]) => target as unknown as Asked)
    .filter((target) => target.path === path);
}
export function listenerOf(path: string, which: 1 | 2): (value: unknown) => void {
  const calls = vi.mocked(listenToQuery).mock.calls as unknown as [Asked, ...((value: unknown) => void)[]][];
  const listener = calls.findLast(([target]) => target.path === path)?.[which];
  if (typeof listener !== 'function') throw new Error(`Nobody listens to ${path}.`);
  return listener;
}
export const answer = (...invites: PendingInviteDocument[]) =>
  act(() => listenerOf(ACME, 1)({ docs: invites.map((invite) => ({ id: invite.uid, data: () => invite })) }));
export const fail = (code: string) => act(() => listenerOf(ACME, 2)({ code }));
export const tellMember = (uid: string, permissions: string[]) =>
  act(() => listenerOf(`tenants/acme/members/${uid}`, 1)({ data: () => ({ state: 'active', permissions }) }));

export const admin: Membership = { tenantId: 'acme', role: 'Admin', securityLevel: '7', state: 'active' };

export function open(membership: Membership = admin, uid = 'adam', address = '?tab=all') {
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

export function onWideScreen() {
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: query.includes('min-width'),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
}
