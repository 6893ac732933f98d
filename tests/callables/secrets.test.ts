import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { confirmPasswordReset } from 'firebase/auth';
import { expect, it } from 'vitest';
import { localLinkKey } from '../../emulators/plan/functionsEnvironment.ts';
import { planSuite } from '../../emulators/plan/suitePlan.ts';
import { hashSecret } from '../../functions/src/platform/linkKeys.ts';
import { adminFirestore } from '../support/admin.ts';
import { refusalOf } from '../support/expectRefusal.ts';
import { invitation, newTenant, secretOf } from '../support/factories.ts';
import { invited, signInSecretOf } from '../support/invited.ts';
import { waitForMails } from '../support/mailbox.ts';
import { openBrowser, signInAs, unique } from '../support/people.ts';

/** What lies under this path: the collections of the database for '', of a document else. */
async function documentsUnder(documentPath: string): Promise<string> {
  const parent = documentPath ? adminFirestore.doc(documentPath) : adminFirestore;
  const collections = await parent.listCollections();
  const found = await Promise.all(collections.map((collection) => collection.get()));
  return found
    .flatMap(({ docs }) => docs.map((document) => `${document.ref.path} ${JSON.stringify(document.data())}`))
    .join('\n');
}

it(
  'no secret is stored, logged or answered, and no address is logged [DATA-05, LINK-03, LINK-06, LINK-09, ATTACK-15]',
  { timeout: 120_000 },
  async () => {
    const plan = planSuite(true, process.env);
    const acme = await newTenant();
    const nobody = openBrowser();
    const answers: unknown[] = [];
    const passwords = [unique('chosen-password'), unique('other-password')];

    // By mail, to the end.
    const nina = await invited(acme, { idempotencyKey: 'a-key-12345678' });
    await waitForMails(nina.email);
    answers.push(await nobody.call('getInvite', { secret: nina.mailed }));
    answers.push(await acme.admin.call('createInviteLink', { tenantId: acme.id, uid: nina.uid }));
    answers.push(await nobody.call('sendInviteMail', { secret: nina.mailed }));
    await waitForMails(nina.email, 2);
    const redeemed = await nobody.call('redeemInvite', { secret: nina.mailed });
    await confirmPasswordReset(nobody.auth, redeemed.code!, passwords[0]!);
    const ninaSignedIn = await signInAs(nina.email, passwords[0]);
    answers.push(await ninaSignedIn.call('acceptInvite', { tenantId: acme.id }));
    const signInSecret = await signInSecretOf(nina.email);
    const signIn = await nobody.call('redeemSignInLink', { secret: signInSecret, email: nina.email });

    // By hand-over, and refused.
    const noah = await invited(acme);
    answers.push(await nobody.call('redeemInvite', { secret: noah.handover, password: passwords[1] }));
    answers.push(
      await refusalOf(nobody.call('redeemInvite', { secret: noah.handover, password: passwords[1] })),
    );
    answers.push(await refusalOf(acme.admin.call('inviteUser', invitation(acme.id, { email: noah.email }))));

    const key = localLinkKey(plan).split(':')[1]!;
    const codes = [redeemed.code!, signInSecret, signIn.code];
    const secrets = [nina.mailed, nina.handover, noah.mailed, noah.handover, ...codes, ...passwords, key];
    const stored = `${await documentsUnder('')}\n${await documentsUnder(`tenants/${acme.id}`)}`;
    const logged = await readFile(path.join(plan.folder, 'emulators.log'), 'utf8');
    const functionLog = logged
      .split('\n')
      .filter((line) => !line.includes('emulator/action'))
      .join('\n');
    for (const secret of secrets) {
      expect(stored).not.toContain(secret);
      expect(functionLog).not.toContain(secret);
    }
    for (const address of [nina.email, noah.email, acme.admin.email])
      expect(functionLog).not.toContain(address);
    for (const mailed of [nina.mailed, noah.mailed]) expect(JSON.stringify(answers)).not.toContain(mailed);

    // What is stored leads from a secret to its invitation, so the search above would have found it.
    for (const secret of [nina.mailed, signInSecret]) expect(stored).toContain(hashSecret(secret));
    expect(secretOf(nina.inviteLink)).toBe(nina.handover);
  },
);
