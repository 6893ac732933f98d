import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { describe, expect, it, vi } from 'vitest';
import { AuthContext } from '../shared/session/AuthContext.ts';
import type { Membership } from '../shared/session/listMemberships.ts';
import { useTenantNames } from '../shared/session/useTenantNames.ts';
import { aSession, aUser } from '../shared/testing/session.ts';
import { TenantSwitcher } from './TenantSwitcher.tsx';

vi.mock('../shared/session/useTenantNames.ts', () => ({ useTenantNames: vi.fn() }));

function open(count: number) {
  const memberships = Array.from({ length: count }, (_, number): Membership => ({
    tenantId: `t-${number}`,
    role: 'Worker',
    securityLevel: '2',
    state: 'active',
  }));
  const names = new Map(memberships.map(({ tenantId }, number) => [tenantId, `Company ${number}`]));
  vi.mocked(useTenantNames).mockReturnValue(names);
  const session = aSession({
    user: aUser('mila@example.com'),
    memberships,
    activeTenantId: 't-0',
    activeMembership: memberships[0]!,
  });
  const router = createMemoryRouter([{ path: '*', Component: TenantSwitcher }], {
    initialEntries: ['/t/t-0'],
  });
  render(
    <AuthContext value={session}>
      <RouterProvider router={router} />
    </AuthContext>,
  );
  return { user: userEvent.setup(), router };
}

const press = () => screen.getByRole('button', { name: /^Switch company, now Company 0/ });

describe('the tenant switcher', () => {
  it('lists a few tenants in a menu', async () => {
    const { user, router } = open(3);
    await user.click(press());
    expect(screen.getAllByRole('menuitem')).toHaveLength(3);
    await user.click(screen.getByRole('menuitem', { name: /^Company 2/ }));
    expect(router.state.location.pathname).toBe('/t/t-2');
  });

  it('finds one of forty by a part of its name', async () => {
    const { user, router } = open(40);
    await user.click(press());
    const dialog = within(await screen.findByRole('dialog', { name: 'Your companies' }));
    expect(dialog.getAllByRole('link')).toHaveLength(40);
    await user.type(dialog.getByLabelText('Search your companies'), 'ANY 37');
    expect(dialog.getByRole('status')).toHaveTextContent('1 of 40');
    await user.click(dialog.getByRole('link', { name: /^Company 37/ }));
    expect(router.state.location.pathname).toBe('/t/t-37');
  });

  it('says when none matches, and goes away without a choice', async () => {
    const { user, router } = open(40);
    await user.click(press());
    await user.type(await screen.findByLabelText('Search your companies'), 'nobody');
    expect(screen.getByRole('status')).toHaveTextContent('No companies found.');
    await user.keyboard('{Escape}');
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(router.state.location.pathname).toBe('/t/t-0');
  });
});
