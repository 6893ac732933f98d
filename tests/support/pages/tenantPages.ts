import type { Page } from 'playwright-core';

/** The frame around every page behind the sign-in, and the pages where people start. */
export function tenantPages(page: Page) {
  return {
    tenantsHeading: page.getByRole('heading', { level: 1, name: 'Companies' }),
    searchTenants: page.getByRole('searchbox', { name: 'Search companies' }),
    /** A tenant in the list that HRX staff see. */
    tenant: (name: string) => page.getByRole('link', { name }),
    /** In which tenant one is, and as what: "Switch tenant, now Acme Staffing Recruiter". */
    switcher: (tenantName: string, role: string) =>
      page.getByRole('button', { name: new RegExp(`^Switch company, now ${tenantName}\\s*${role}`) }),
    navigation: (label: string) =>
      page.getByRole('navigation').getByRole('link', { name: label, exact: true }),
    strangerHeading: page.getByRole('heading', { level: 1, name: "You don't have access to this company" }),
    noTenantHeading: page.getByRole('heading', { level: 1, name: 'You are not in a company yet' }),
  };
}
