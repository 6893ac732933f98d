import { render, screen, waitFor } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PERMISSIONS } from '../../../../functions/src/contract/roles.ts';
import { useLiveDocument, type LiveDocument } from '../../shared/firebase/useLiveDocument.ts';
import { AuthContext, type AuthState } from '../../shared/session/AuthContext.ts';
import { useTenantAccess } from '../../shared/session/useTenantAccess.ts';
import { aMember } from '../../shared/testing/documents.ts';
import { anAccess, aSession, aUser } from '../../shared/testing/session.ts';
import { TenantHomePage } from './TenantHomePage.tsx';

vi.mock('../../shared/firebase/useLiveDocument.ts', () => ({ useLiveDocument: vi.fn() }));
vi.mock('../../shared/session/useTenantNames.ts', () => ({
  useTenantNames: (ids: string[]) => new Map(ids.map((id) => [id, `The ${id}`])),
}));
vi.mock('../../shared/session/useTenantAccess.ts', () => ({ useTenantAccess: vi.fn() }));

const ACME = { name: 'Acme Staffing' };

beforeEach(() => {
  vi.resetAllMocks();
  vi.mocked(useTenantAccess).mockReturnValue(anAccess());
});

function open(
  documents: Record<string, LiveDocument<unknown>>,
  session: Partial<AuthState> = {},
  address = '/t/acme',
) {
  vi.mocked(useLiveDocument).mockImplementation((key) => documents[key?.path ?? ''] ?? { state: 'loading' });
  const router = createMemoryRouter([{ path: '/t/:tenantId', Component: TenantHomePage }], {
    initialEntries: [address],
  });
  render(
    <AuthContext value={aSession({ user: aUser('rita@acme.example'), ...session })}>
      <RouterProvider router={router} />
    </AuthContext>,
  );
  return router;
}

const loaded = (document: unknown): LiveDocument<unknown> => ({ state: 'loaded', document });

describe('the home of a tenant', () => {
  it('says to a recruiter what they are, who invited them and what they can do next', () => {
    open({ 'tenants/acme': loaded(ACME), 'tenants/acme/members/rita': loaded(aMember()) });
    expect(screen.getByRole('heading', { level: 1, name: 'Acme Staffing' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Your role' })).toHaveTextContent(
      /You are a Recruiter with security level 3.*Invited by\s*Adam Ash/,
    );
    expect(screen.queryByRole('link', { name: /Invite people/ })).toBeNull();
    expect(screen.getByRole('link', { name: /My invitations/ })).toHaveAttribute('href', '/my-invitations');
  });

  it('says to who has just joined that they are in, once', async () => {
    const documents = { 'tenants/acme': loaded(ACME), 'tenants/acme/members/rita': loaded(aMember()) };
    const router = open(documents, {}, '/t/acme?joined');
    expect(await screen.findByRole('status')).toHaveTextContent(/^You're in.*You joined Acme Staffing\./);
    await waitFor(() => expect(router.state.location.search).toBe(''));
    expect(screen.getByRole('status')).toBeVisible();
  });

  it('says nothing of the kind to who comes back', () => {
    open({ 'tenants/acme': loaded(ACME), 'tenants/acme/members/rita': loaded(aMember()) });
    expect(screen.queryByText("You're in")).toBeNull();
  });

  it('says whom to ask for what one cannot do oneself', () => {
    open({ 'tenants/acme': loaded(ACME), 'tenants/acme/members/rita': loaded(aMember()) });
    expect(screen.getByText(/ask Adam Ash, who invited you, or an Admin\./)).toBeVisible();
  });

  it('leads who is in few tenants to the others, and not to where they were only invited', () => {
    const at = (tenantId: string, state: 'active' | 'invited') =>
      ({ tenantId, role: 'Worker', securityLevel: '2', state }) as const;
    const memberships = [at('acme', 'active'), at('globex', 'active'), at('initech', 'invited')];
    open(
      { 'tenants/acme': loaded(ACME), 'tenants/acme/members/rita': loaded(aMember({ role: 'Worker' })) },
      { memberships },
    );
    expect(screen.getByRole('link', { name: /Go to The globex/ })).toHaveAttribute('href', '/t/globex');
    expect(screen.queryByRole('link', { name: /initech/ })).toBeNull();
  });

  it('says to its owner that it is theirs, and how many invitations wait', () => {
    vi.mocked(useTenantAccess).mockReturnValue(anAccess(...PERMISSIONS));
    open({
      'tenants/acme': loaded(ACME),
      'tenants/acme/members/rita': loaded(aMember({ role: 'Admin', securityLevel: '7' })),
      'tenants/acme/private/settings': loaded({ ownerUid: 'rita', pendingInvites: 3, seatLimit: null }),
    });
    expect(screen.getByText(/You are the owner/)).toBeVisible();
    expect(screen.getByText('3 invitations are open.')).toBeVisible();
    expect(screen.queryByText(/who invited you, or an Admin/)).toBeNull();
  });

  it('tells who has only been invited how to come in, and until when', () => {
    open({
      'tenants/acme': loaded(ACME),
      'tenants/acme/members/rita': loaded(aMember({ state: 'invited', joinedAt: null })),
    });
    expect(screen.getByText(/You are invited as a Recruiter/)).toBeVisible();
    expect(screen.getByRole('link', { name: /Accept your invitation/ })).toHaveAttribute(
      'href',
      '/my-invitations',
    );
    expect(screen.getByText(/Is something wrong\? Ask Adam Ash/)).toBeVisible();
  });

  it('leads an Admin to the invitations', () => {
    vi.mocked(useTenantAccess).mockReturnValue(anAccess(...PERMISSIONS));
    open({
      'tenants/acme': loaded(ACME),
      'tenants/acme/members/rita': loaded(aMember({ role: 'Admin', securityLevel: '7' })),
    });
    expect(screen.getByRole('link', { name: /Invite people/ })).toHaveAttribute(
      'href',
      '/t/acme/invitations',
    );
  });

  it('greets HRX staff, who are no members', () => {
    open({ 'tenants/acme': loaded(ACME), 'tenants/acme/members/rita': loaded(null) }, { hrx: true });
    expect(screen.getByText('You are HRX staff')).toBeVisible();
  });

  it('waits for what it needs', () => {
    open({ 'tenants/acme': loaded(ACME) });
    expect(screen.getByRole('status')).toBeVisible();
  });

  it('says that something could not be read, and still leads on', () => {
    open({ 'tenants/acme': { state: 'failed' }, 'tenants/acme/members/rita': loaded(aMember()) });
    expect(screen.getByRole('alert')).toHaveTextContent('The service is not available right now.');
    expect(screen.getByText(/You are a Recruiter/)).toBeVisible();
  });
});

describe('a role that takes a confirmed address', () => {
  const begun = { by: 'handover', tenantId: 'acme', at: { toMillis: () => 0 } };
  const facts = (addressProven: object | null) => loaded({ reclaim: null, begun, addressProven });
  const RITA = 'rita@acme.example';
  const openAs = (role: 'Admin' | 'Recruiter', own: LiveDocument<unknown>) =>
    open(
      {
        'tenants/acme': loaded(ACME),
        'tenants/acme/members/rita': loaded({ ...aMember(), role, securityLevel: '3', permissions: [] }),
        'users/rita': own,
      },
      { user: { ...aUser(RITA), emailVerified: true } },
    );

  it('says what to do to an Admin whose address nobody confirmed, and emails the link [ATTACK-31]', () => {
    openAs('Admin', facts(null));
    expect(screen.getByText('Confirm your email address')).toBeVisible();
    expect(screen.getByText(new RegExp(`confirm that ${RITA} is yours`))).toBeVisible();
    expect(screen.getByRole('button', { name: 'Email me a link' })).toBeVisible();
  });

  it.each([
    ['whose address is confirmed', 'Admin', facts({ email: RITA })],
    ['whose role takes none', 'Recruiter', facts(null)],
    ['of whom nothing is known yet', 'Admin', { state: 'loading' }],
  ] as const)('says nothing to somebody %s', (_who, role, own) => {
    openAs(role, own);
    expect(screen.getByRole('region', { name: 'Your role' })).toBeVisible();
    expect(screen.queryByText('Confirm your email address')).toBeNull();
  });

  it('says it again after the address has changed [ATTACK-32]', () => {
    openAs('Admin', facts({ email: 'before@acme.example' }));
    expect(screen.getByText('Confirm your email address')).toBeVisible();
  });
});
