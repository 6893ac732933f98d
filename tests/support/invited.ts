/** An invitation as it lies in front of its invitee: both links of it. */
import type { CallableInput } from '../../functions/src/contract/callables.ts';
import { invitation, secretOf, type TestTenant } from './factories.ts';
import { actionLinkIn, newRecoveryMail } from './mailbox.ts';
import { newPerson, openBrowser, signInAs, type Person } from './people.ts';
import { get } from './admin.ts';
import { localLinkKey } from '../../emulators/plan/functionsEnvironment.ts';
import { planSuite } from '../../emulators/plan/suitePlan.ts';
import { deriveSecret } from '../../functions/src/invites/links/inviteSecret.ts';
import { parseLinkKeys } from '../../functions/src/platform/linkKeys.ts';
import { linkDocumentKeys } from '../../functions/src/invites/links/linkDocuments.ts';

export const CHOSEN_PASSWORD = 'my own password';

/**
 * @returns the answer to the inviter, and the secrets of the link that they hold and of the one that is mailed. Nobody
 *   waits for the mail here: what it holds is derived as the server does, and compared in the tests about mail.
 */
export async function invited(
  tenant: TestTenant,
  overrides: Partial<CallableInput<'inviteUser'>> = {},
  inviter: Person = tenant.admin,
) {
  const request = invitation(tenant.id, overrides);
  const answer = await inviter.call('inviteUser', request);
  return {
    ...answer,
    email: request.email,
    handover: secretOf(answer.inviteLink),
    mailed: await mailedSecret(tenant.id, answer.uid),
  };
}

/** @returns the secret of the link in the current mail. */
export async function mailedSecret(tenantId: string, uid: string): Promise<string> {
  const { generation, links } = await get(linkDocumentKeys.secrets(tenantId, uid));
  const keys = parseLinkKeys(localLinkKey(planSuite(true, process.env)));
  return deriveSecret(keys, { ...links.mail, kind: 'mail', tenantId, uid, generation });
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

/** Asks for a new password as anybody can. @returns the secret in the mail, of an account whose address is unproven. */
export async function resetSecretOf(email: string): Promise<string> {
  await openBrowser().call('requestPasswordReset', { email });
  return secretOf(actionLinkIn(await newRecoveryMail(email, 'password')));
}

/** Asks for a sign-in link as anybody can. @param count how often that was, with this time. @returns the secret in the mail. */
export async function signInSecretOf(email: string, count = 1): Promise<string> {
  await openBrowser().call('requestSignInLink', { email });
  return secretOf(actionLinkIn(await newRecoveryMail(email, 'sign-in', count)));
}
