import type { Page } from 'playwright-core';

/** `/invite`: what the holder of a link sees. */
export function acceptPage(page: Page) {
  const email = page.getByLabel('Your email address');
  const password = page.getByLabel('Choose a password', { exact: true });
  const setPassword = page.getByRole('button', { name: 'Set password and join' });
  return {
    heading: (tenantName: string) => page.getByRole('heading', { level: 1, name: `Join ${tenantName}` }),
    /** Why a link leads nowhere. */
    dead: (title: string) => page.getByRole('heading', { level: 1, name: title }),
    main: page.getByRole('main'),
    email,
    password,
    changeName: page.getByRole('button', { name: 'Change name' }),
    firstName: page.getByLabel('First name'),
    lastName: page.getByLabel('Last name'),
    setPassword,
    join: (tenantName: string) => page.getByRole('button', { name: `Join ${tenantName}` }),
    mailLink: page.getByRole('button', { name: 'Email me the link' }),
    /** Takes an account over that was there before, and that nobody has proven. */
    reclaim: page.getByRole('button', { name: 'Make this account mine' }),
    noThanks: page.getByRole('button', { name: 'Decline', exact: true }),
    reason: page.getByLabel('Reason (optional)'),
    decline: page.getByRole('button', { name: 'Decline invitation' }),
    switchAccount: page.getByRole('button', { name: 'Switch account' }),
    problem: page.getByRole('alert'),
    /** @param address for a hand-over link, which does not tell it */
    async choosePassword(secret: string, address?: string): Promise<void> {
      if (address !== undefined) await email.fill(address);
      await password.fill(secret);
      await setPassword.click();
    },
  };
}
