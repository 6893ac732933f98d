import type { Page } from 'playwright-core';
import { PASSWORD } from '../people.ts';

/** The sign-in page, wherever somebody came from. */
export function signInPage(page: Page) {
  const email = page.getByLabel('Email address');
  const password = page.getByLabel('Password', { exact: true });
  const submit = page.getByRole('button', { name: 'Sign in' });
  return {
    heading: page.getByRole('heading', { level: 1, name: 'Sign in' }),
    email,
    password,
    submit,
    forgotPassword: page.getByRole('link', { name: 'Forgot your password?' }),
    mailLink: page.getByRole('button', { name: 'Email me a sign-in link' }),
    mailed: page.getByRole('heading', { name: 'Check your email' }),
    google: page.getByRole('button', { name: 'Continue with Google' }),
    secondStep: page.getByRole('heading', { name: 'One more step' }),
    sendCode: page.getByRole('button', { name: 'Send code' }),
    code: page.getByLabel('Six-digit code'),
    problem: page.getByRole('alert'),
    /** Fills the form in and sends it. */
    async signIn(address: string, secret = PASSWORD): Promise<void> {
      await email.fill(address);
      await password.fill(secret);
      await submit.click();
    },
  };
}

/** Opens an address of the app as somebody who has to sign in first, and is led on to it. */
export async function openSignedIn(
  page: Page,
  path: string,
  address: string,
  secret = PASSWORD,
): Promise<void> {
  await page.goto(path);
  await signInPage(page).signIn(address, secret);
  await page.waitForURL((url) => url.pathname + url.search === path);
}
