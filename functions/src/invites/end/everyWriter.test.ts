// The table of transitions, driven through every writer of a status: what the domain says is what is stored.
import { describe, expect, it } from 'vitest';
import { INVITE_STATUSES } from '../../contract/statuses.ts';
import { INVITE_EVENTS, nextStatus, type InviteEvent } from '../../domain/inviteStatus.ts';
import { inviteWorld, TENANT_ID, type InviteWorld } from '../../testing/inviteWorld.ts';
import { acceptInvite } from '../answer/acceptInvite.ts';
import { declineInvite } from '../answer/declineInvite.ts';
import { expireInvitation } from './expireInvitation.ts';

/** How each event happens: through the code that writes it, whatever that is told. */
const WRITERS: Record<InviteEvent, (world: InviteWorld) => Promise<unknown>> = {
  invite: (world) => world.invite('nina'),
  accept: ({ deps, callerOf }) =>
    acceptInvite(deps, callerOf('nina'), { tenantId: TENANT_ID, firstName: null, lastName: null }),
  decline: ({ deps, callerOf }) => declineInvite(deps, callerOf('nina'), { tenantId: TENANT_ID }),
  revoke: (world) => {
    world.putMember('adam', { role: 'Worker', securityLevel: '2' });
    return WRITERS.accept(world);
  },
  expire: ({ memory, deps, clock, inviteOf }) =>
    memory.transact((tx) =>
      expireInvitation(
        tx,
        deps,
        { tenantId: TENANT_ID, uid: 'nina', inviteId: inviteOf('nina')!.inviteId, holder: 'sweep' },
        clock.now(),
      ),
    ),
};

const cells = [
  { when: 'open', hours: 1 },
  { when: 'past its end', hours: 24 },
].flatMap(({ when, hours }) =>
  INVITE_STATUSES.flatMap((from) => INVITE_EVENTS.map((event) => ({ when, hours, from, event }))),
);

/** The same answer again changes nothing, and is no refusal. */
const REPEATED: Partial<Record<InviteEvent, string>> = { decline: 'declined' };

describe('every writer of a status', () => {
  it.each(cells)('stores what follows: $from, $when, $event [INV-02]', async ({ hours, from, event }) => {
    const world = inviteWorld();
    world.putAccount('nina');
    await world.invite('nina');
    world.patchInvite('nina', { status: from });
    world.passHours(hours);
    const next = nextStatus(world.inviteOf('nina')!, event, world.clock.now());
    const outcome = await WRITERS[event](world).then(
      () => 'done',
      () => 'refused',
    );
    expect(world.inviteOf('nina')?.status).toBe(next ?? from);
    const isSilent = event === 'expire' || REPEATED[event] === from;
    // Who accepts what its inviter may not offer any more is refused, and the invitation is taken back.
    expect(outcome).toBe((next && event !== 'revoke') || isSilent ? 'done' : 'refused');
  });
});
