import { render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useLiveDocument, type LiveDocument } from '../../shared/firebase/useLiveDocument.ts';
import { AuthContext, type AuthState } from '../../shared/session/AuthContext.ts';
import { useTenantAccess } from '../../shared/session/useTenantAccess.ts';
import { aMember } from '../../shared/testing/documents.ts';
import { aSession, aUser } from '../../shared/testing/session.ts';
import { TenantHomePage } from './TenantHomePage.tsx';

vi.mock('../../shared/firebase/useLiveDocument.ts', () => ({ useLiveDocument: vi.fn() }));
vi.mock('../../shared/session/useTenantAccess.ts', () => ({ useTenantAccess: vi.fn() }));

const NO_ACCESS = { ready: true, canInvite: false, canReadMembers: false };
const ACME = { name: 'Acme Staffing' };

beforeEach(() => {
  vi.resetAllMocks();
  vi.mocked(useTenantAccess).mockReturnValue(NO_ACCESS);
});

function open(documents: Record<string, LiveDocument<unknown>>, session: Partial<AuthState> = {}) {
  vi.mocked(useLiveDocument).mockImplementation((key) => documents[key?.path ?? ''] ?? { state: 'loading' });
  const router = createMemoryRouter([{ path: '/t/:tenantId', Component: TenantHomePage }], {
    initialEntries: ['/t/acme'],
  });
  render(
    <AuthContext value={aSession({ user: aUser('rita@acme.example'), ...session })}>
      <RouterProvider router={router} />
    </AuthContext>,
  );
}

const loaded = (document: unknown): LiveDocument<unknown> => ({ state: 'loaded', document });

describe('the home of a tenant', () => {
  it('says to a recruiter what they are, who invited them and what they can do next', () => {
    open({ 'tenants/acme': loaded(ACME), 'tenants/acme/members/rita': loaded(aMember()) });
    expect(screen.getByRole('heading', { level: 1, name: 'Acme Staffing' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'What you are here' })).toHaveTextContent(
      /You are a Recruiter, with security level 3.*Adam Ash invited you/,
    );
    expect(screen.queryByRole('link', { name: /Invite people/ })).toBeNull();
    expect(screen.getByRole('link', { name: /Look at invitations to you/ })).toHaveAttribute(
      'href',
      '/my-invitations',
    );
  });

  it('leads an Admin to the invitations', () => {
    vi.mocked(useTenantAccess).mockReturnValue({ ready: true, canInvite: true, canReadMembers: true });
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
    expect(screen.getByText('You are here as HRX staff')).toBeVisible();
  });

  it('waits for what it needs', () => {
    open({ 'tenants/acme': loaded(ACME) });
    expect(screen.getByRole('status')).toBeVisible();
  });

  it('says that something could not be read, and still leads on', () => {
    open({ 'tenants/acme': { state: 'failed' }, 'tenants/acme/members/rita': loaded(aMember()) });
    expect(screen.getByRole('alert')).toHaveTextContent('The service does not answer right now.');
    expect(screen.getByText(/You are a Recruiter/)).toBeVisible();
  });
});
