import type { Page } from 'playwright-core';

/** How a company invites, for its Admins and HRX. */
export function settingsPage(page: Page) {
  const lifetime = page.getByRole('combobox', { name: 'Invitations expire after' });
  const timeZone = page.getByRole('combobox', { name: 'Time zone' });
  const save = page.getByRole('button', { name: 'Save changes' });
  return {
    path: (tenantId: string) => `/t/${tenantId}/settings`,
    heading: page.getByRole('heading', { level: 1, name: 'Settings' }),
    form: page.getByRole('form', { name: 'Settings' }),
    lifetime,
    timeZone,
    replyAddress: page.getByLabel('Reply address'),
    reminder: page.getByRole('switch', { name: 'Send a reminder' }),
    seats: page.getByLabel('Number of seats'),
    save,
    problem: page.getByRole('alert'),
    saved: page.getByRole('status').getByText('Settings saved'),
    forAdminsAlone: page.getByRole('heading', { name: 'Only Admins can see the settings' }),
    async chooseLifetime(words: string): Promise<void> {
      await lifetime.click();
      await page.getByRole('option', { name: words, exact: true }).click();
    },
    async chooseTimeZone(city: string): Promise<void> {
      await timeZone.fill(city);
      await page.getByRole('option', { name: new RegExp(city) }).click();
    },
  };
}
