import type { Page } from 'playwright-core';

/** The frame around every page behind the sign-in, and the pages where people start. */
export function tenantPages(page: Page) {
  return {
    tenantsHeading: page.getByRole('heading', { level: 1, name: 'Tenants' }),
    searchTenants: page.getByRole('searchbox', { name: 'Search tenants' }),
    /** A tenant in the list that HRX staff see. */
    tenant: (name: string) => page.getByRole('link', { name }),
    /** In which tenant one is, and as what: "Switch tenant, now Acme Staffing Recruiter". */
    switcher: (tenantName: string, role: string) =>
      page.getByRole('button', { name: new RegExp(`^Switch tenant, now ${tenantName}\\s*${role}`) }),
    navigation: (label: string) =>
      page.getByRole('navigation').getByRole('link', { name: label, exact: true }),
    strangerHeading: page.getByRole('heading', { level: 1, name: 'This tenant is not open to you' }),
    noTenantHeading: page.getByRole('heading', { level: 1, name: 'You are in no tenant yet' }),
  };
}
