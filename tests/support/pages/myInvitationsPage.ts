import type { Page } from 'playwright-core';

/** What waits for the signed-in person, in any tenant. */
export function myInvitationsPage(page: Page) {
  return {
    path: '/my-invitations',
    heading: page.getByRole('heading', { level: 1, name: 'My invitations' }),
    /** For who has not shown that the address is theirs. */
    mailMe: page.getByRole('button', { name: 'Email me a link' }),
    nothing: page.getByRole('heading', { name: 'No invitations' }),
    invitation: (tenantName: string) => page.getByRole('article', { name: tenantName }),
    decline: (tenantName: string) =>
      page.getByRole('article', { name: tenantName }).getByRole('button', { name: 'Decline', exact: true }),
    /** Asked once more. */
    confirmDecline: (tenantName: string) =>
      page.getByRole('article', { name: tenantName }).getByRole('button', { name: 'Decline invitation' }),
    accept: (tenantName: string) => page.getByRole('button', { name: `Join ${tenantName}` }),
  };
}
