/** What one `inviteUser` asks of Auth, Firestore and Tasks, counted on the suite with the use case in this process. */
import { randomUUID } from 'node:crypto';
import { inviteUser } from '../../functions/src/invites/send/inviteUser.ts';
import { CALLABLES, type CallableInput } from '../../functions/src/contract/callables.ts';
import { adminFirestore } from './admin.ts';
import { invitation, newStaff, newTenant } from './factories.ts';
import { callerOf, suiteDeps } from './inProcess.ts';
import { newPerson } from './people.ts';
import { recordWire, roundTrips, type WireRequest } from './recordWire.ts';

export interface InvitationCost {
  roundTrips: number;
  reads: number;
  writes: number;
  authCalls: number;
  /** Each round trip in words, what it asks at the same time joined by ` + `. */
  steps: string[];
}

interface Case {
  byStaff?: boolean;
  /** An account that was there before; without it the person is new. */
  existing?: 'proven' | 'unproven';
  offer?: Partial<CallableInput<'inviteUser'>>;
}

/** The cases that are measured. */
export const INVITATION_CASES = {
  'a new person': {},
  'a new person, by HRX staff': { byStaff: true },
  'an existing person': { existing: 'proven' },
  'an existing person, as Admin: nothing in claims': {
    existing: 'proven',
    offer: { desiredRole: 'Admin', securityLevel: '7' },
  },
  'an existing person, unproven: nothing in claims': { existing: 'unproven' },
} satisfies Record<string, Case>;

export type InvitationCase = keyof typeof INVITATION_CASES;

/** Invites once, as the forms do: with a key against double clicks. */
export async function measureInvitation(name: InvitationCase): Promise<InvitationCost> {
  const { byStaff, existing, offer }: Case = INVITATION_CASES[name];
  const deps = suiteDeps();
  const tenant = await newTenant();
  const inviter = byStaff ? await newStaff() : tenant.admin;
  const person = existing && (await newPerson({ emailVerified: existing === 'proven' }));
  const input = invitation(tenant.id, {
    ...offer,
    ...(person && { email: person.email }),
    idempotencyKey: randomUUID(),
  });
  const request = CALLABLES.inviteUser.request.parse(input);
  let invitee = '';
  const requests = await recordWire(adminFirestore, async () => {
    ({ uid: invitee } = await inviteUser(deps, callerOf(inviter), request));
  });
  const names = { [tenant.id]: '{tenant}', [inviter.uid]: '{inviter}', [invitee]: '{invitee}' };
  return costOf(requests, names);
}

function costOf(requests: WireRequest[], names: Record<string, string>): InvitationCost {
  const trips = roundTrips(requests);
  return {
    roundTrips: trips.length,
    reads: requests.flatMap(({ reads }) => reads).length,
    writes: requests.flatMap(({ writes }) => writes).length,
    authCalls: requests.filter(({ name }) => name.startsWith('Auth')).length,
    steps: trips.map((trip) => trip.map((request) => wordsOf(request, names)).join(' + ')),
  };
}

function wordsOf({ name, reads, writes }: WireRequest, names: Record<string, string>): string {
  const documents = [...reads, ...writes].map((path) => nameIds(path, names));
  return documents.length === 0 ? name : `${name} (${documents.join(', ')})`;
}

/** Every second part of a path is an id. Those that are made up for the occasion are not told apart. */
function nameIds(path: string, names: Record<string, string>): string {
  const parts = path.split('/');
  return parts
    .map((part, index) => (index % 2 === 0 || part === 'settings' ? part : (names[part] ?? '{id}')))
    .join('/');
}
