// What one invitation costs, exactly: the budget is 6 round trips, 11 reads and 14 writes for a new person, and 4, 9, 12
// where nothing goes into claims. Two of the writes are the mail in the outbox, where the sweep finds it if its task is lost, and
// the first entry of the invitation's timeline; staff has an audit of its own, one more. `npm run bench` prints the steps of each by name.
import { describe, expect, it } from 'vitest';
import { measureInvitation, type InvitationCase, type InvitationCost } from '../support/invitationCosts.ts';

const COSTS: Record<InvitationCase, Omit<InvitationCost, 'steps'>> = {
  'a new person': { roundTrips: 6, reads: 9, writes: 14, authCalls: 4 },
  'a new person, by HRX staff': { roundTrips: 6, reads: 9, writes: 15, authCalls: 4 },
  'an existing person': { roundTrips: 5, reads: 11, writes: 14, authCalls: 2 },
  'an existing person, as Admin: nothing in claims': { roundTrips: 4, reads: 9, writes: 12, authCalls: 1 },
  'an existing person, unproven: nothing in claims': { roundTrips: 4, reads: 9, writes: 10, authCalls: 1 },
};

/** A machine that stops for a moment may part what is asked at once; it cannot join what waits for an answer. */
const RETRIES = { retry: 3 };

describe('one inviteUser', () => {
  it.each(Object.keys(COSTS) as InvitationCase[])('of %s costs what it may', RETRIES, async (name) => {
    const cost = await measureInvitation(name);
    expect(cost).toMatchObject(COSTS[name]);
  });

  it('asks for a new person, in this order', RETRIES, async () => {
    const { steps } = await measureInvitation('a new person');
    expect(steps).toEqual([
      expect.stringMatching(
        /^Firestore batchGetDocuments \(.*users\/\{inviter\}.*\) \+ Auth accounts:lookup$/,
      ),
      expect.stringMatching(/^Firestore batchGetDocuments \(users\/\{invitee\}\) \+ Auth accounts$/),
      // The Admin SDK reads what it has made.
      'Auth accounts:lookup',
      expect.stringMatching(/^Firestore commit \(.*pending_invites\/\{invitee\}.*members\/\{invitee\}.*\)$/),
      'Firestore batchGetDocuments (users/{invitee}) + Auth accounts:update + Tasks enqueue',
      'Firestore commit (users/{invitee}, tenants/{tenant}/members/{invitee})',
    ]);
  });
});
