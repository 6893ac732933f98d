// What the other tests, on one process, would not see: that Firebase's own emulator finds every function and calls it.
import { describe, expect, it } from 'vitest';
import { CALLABLES } from '../../functions/src/contract/callables.ts';
import { refusalOf } from '../support/expectRefusal.ts';
import { invitation, newTenant } from '../support/factories.ts';
import { waitForMails } from '../support/mailbox.ts';
import { newAddress, openBrowser } from '../support/people.ts';
import { suite } from '../support/suite.ts';

const browserOnEmulator = () => openBrowser(suite.ports.functions);

/** Beside the callables of the contract. */
const OTHERS = [
  ...['deliverOutbox', 'runJobPage', 'syncClaims'],
  ...['remindInvitees', 'sweepInvites'],
  ...['policyReports', 'unsubscribe'],
];

describe('the Functions emulator', () => {
  it('has the callables of the contract, the tasks, schedules and pages, and nothing else [API-06]', async () => {
    const response = await fetch(`http://${suite.host}:${suite.ports.functions}/backends`);
    const { backends } = (await response.json()) as {
      backends: { functionTriggers: { entryPoint: string }[] }[];
    };
    const names = backends.flatMap(({ functionTriggers }) =>
      functionTriggers.map(({ entryPoint }) => entryPoint),
    );
    expect(names.sort()).toEqual([...Object.keys(CALLABLES), ...OTHERS].sort());
  });

  it.each(Object.keys(CALLABLES))('calls %s, which turns an empty request away by itself', async (name) => {
    const { code } = await refusalOf(browserOnEmulator().callWith(name, {}));
    expect(['auth/required', 'request/invalid']).toContain(code);
  });

  it('calls a function with its secrets, and its tasks by the Tasks emulator', async () => {
    const acme = await newTenant();
    const admin = browserOnEmulator();
    await admin.signIn(acme.admin.email);
    const email = newAddress();
    await admin.call('inviteUser', invitation(acme.id, { email }));
    expect(await waitForMails(email)).toHaveLength(1);
  });
});
