import type { Page } from 'playwright-core';

/** `/forgot-password` and `/auth/action`: what mails about an account lead to. */
export function authActionPage(page: Page) {
  const password = page.getByLabel('Choose a password', { exact: true });
  return {
    heading: (title: string) => page.getByRole('heading', { level: 1, name: title, exact: true }),
    email: page.getByLabel('Email address'),
    mailMe: page.getByRole('button', { name: 'Email me a link' }),
    sent: page.getByRole('status').filter({ hasText: 'we sent an email' }),
    password,
    async choosePassword(secret: string): Promise<void> {
      await password.fill(secret);
      await page.getByRole('button', { name: 'Set password and sign in' }).click();
    },
  };
}
