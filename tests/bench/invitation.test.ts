// One `inviteUser`: what it asks, by name, and how long the deployed one takes over as many bare questions.
import { test } from 'vitest';
import { bucketKey } from '../../functions/src/limits/rateLimits.ts';
import { adminFirestore } from '../support/admin.ts';
import { invitation, newTenant, type TestTenant } from '../support/factories.ts';
import { INVITATION_CASES, measureInvitation, type InvitationCase } from '../support/invitationCosts.ts';
import { waitForMails } from '../support/mailbox.ts';
import { newPerson } from '../support/people.ts';
import { millis, percentile, print, ratio, timed } from '../support/numbers.ts';

const ROUNDS = 40;
const WARM_UP = 5;

test.each(Object.keys(INVITATION_CASES) as InvitationCase[])('what it costs: %s', async (name) => {
  const { roundTrips, reads, writes, authCalls, steps } = await measureInvitation(name);
  print(name, `${roundTrips} round trips, ${reads} reads, ${writes} writes, ${authCalls} Auth calls`);
  for (const [index, step] of steps.entries()) console.log(`  ${index + 1}. ${step}`);
});

/** As many questions as the case has round trips, each to the emulator that answers there (Tasks: Auth, as plain HTTP). */
const FLOORS = {
  'a new person': ['firestore', 'auth', 'auth', 'firestore', 'auth', 'firestore'],
  'an existing person': ['firestore', 'firestore', 'firestore', 'auth', 'firestore'],
} as const;

test.each(Object.entries(FLOORS))('how long it takes: %s', async (name, trips) => {
  const tenant = await newTenant();
  const invited: number[] = [];
  const bare: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const email = name === 'a new person' ? undefined : (await newPerson()).email;
    const took = await inviteOnce(tenant, email);
    const floor = await timed(() => tenant.admin.callWith('bareRoundTrips', trips));
    if (round < 0) continue;
    invited.push(took);
    bare.push(floor);
  }
  for (const share of [0.5, 0.95]) {
    const [taken, floor] = [percentile(invited, share), percentile(bare, share)];
    const floorWords = `${trips.length} bare round trips ${millis(floor)}`;
    print(`${name}, p${share * 100} of ${ROUNDS}`, millis(taken), floorWords, ratio(taken, floor));
  }
});

/** @returns what the call took; it returns when the mail is there too, so that nothing else runs during the next one. */
async function inviteOnce(tenant: TestTenant, email: string | undefined): Promise<number> {
  // Nobody else may invite more than five people a minute.
  await adminFirestore.doc(bucketKey('invites', tenant.admin.uid).path).delete();
  const request = invitation(tenant.id, email === undefined ? {} : { email });
  const took = await timed(() => tenant.admin.call('inviteUser', request));
  await waitForMails(request.email);
  return took;
}
