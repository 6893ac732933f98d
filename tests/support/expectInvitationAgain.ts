import { expect } from 'vitest';
import { accountRecord } from './expectRefusal.ts';
import { newTenant, secretOf } from './factories.ts';
import { invited } from './invited.ts';
import { linkIn, waitForMails } from './mailbox.ts';

/**
 * Somebody whose account was never used asks for a way back in: expects the very link of their invitation by mail, and
 * the account as it was.
 *
 * @param ask with their address
 */
export async function expectInvitationAgain(ask: (email: string) => Promise<unknown>): Promise<void> {
  const acme = await newTenant();
  const { uid, email, mailed } = await invited(acme);
  await waitForMails(email);
  const before = await accountRecord({ localId: [uid] });
  await ask(email);
  const [, again] = await waitForMails(email, 2);
  expect(secretOf(linkIn(again!))).toBe(mailed);
  expect(await accountRecord({ localId: [uid] })).toEqual(before);
}
