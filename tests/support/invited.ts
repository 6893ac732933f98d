/** An invitation as it lies in front of its invitee: both links of it. */
import type { CallableInput } from '../../functions/src/contract/callables.ts';
import { invitation, secretOf, type TestTenant } from './factories.ts';
import { linkIn, waitForMails } from './mailbox.ts';
import { newPerson, openBrowser, signInAs, type Person } from './people.ts';

export const CHOSEN_PASSWORD = 'my own password';

/** @returns the answer to the inviter, and the secrets of the link that they hold and of the one that was mailed. */
export async function invited(
  tenant: TestTenant,
  overrides: Partial<CallableInput<'inviteUser'>> = {},
  inviter: Person = tenant.admin,
) {
  const request = invitation(tenant.id, overrides);
  const answer = await inviter.call('inviteUser', request);
  const [mail] = await waitForMails(request.email);
  return {
    ...answer,
    email: request.email,
    handover: secretOf(answer.inviteLink),
    mailed: secretOf(linkIn(mail!)),
  };
}

/** @returns a proven person with an account of their own, signed in, who is invited and has not answered. */
export async function newInvitee(
  tenant: TestTenant,
  overrides: Partial<CallableInput<'inviteUser'>> = {},
  inviter: Person = tenant.admin,
): Promise<Person> {
  const person = await newPerson({ name: 'otto' });
  await inviter.call('inviteUser', invitation(tenant.id, { ...overrides, email: person.email }));
  return person;
}

/** @returns a new person who has begun by their hand-over link, and is signed in. */
export async function newStarter(tenant: TestTenant): Promise<Person> {
  const request = invitation(tenant.id);
  const { inviteLink } = await tenant.admin.call('inviteUser', request);
  const secret = secretOf(inviteLink);
  await openBrowser().call('redeemInvite', { secret, password: CHOSEN_PASSWORD });
  return signInAs(request.email, CHOSEN_PASSWORD);
}
