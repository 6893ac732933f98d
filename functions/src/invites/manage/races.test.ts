// Two things done to one invitation at the same moment, each pair of them, over an embedded Firestore.
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import type { Deps } from '../../deps.ts';
import { closeEngineWorlds, engineWorld, type EngineWorld } from '../../testing/engineWorld.ts';
import { drainQueues, expectConsistent } from '../../testing/expectConsistent.ts';
import { TENANT_ID } from '../../testing/inviteWorld.ts';
import { acceptInvite } from '../answer/acceptInvite.ts';
import { declineInvite } from '../answer/declineInvite.ts';
import { expireInvitation } from '../end/expireInvitation.ts';
import { runEffects } from '../../tenants/runEffects.ts';
import { correctInvite } from './correctInvite.ts';
import { resendInvite } from './resendInvite.ts';
import { revokeInvite } from './revokeInvite.ts';
import { updateInvite } from './updateInvite.ts';

/** How many schedules of each pair. */
const SCHEDULES = process.env['HRX_LONG'] ? 60 : 2;

afterAll(closeEngineWorlds);

interface Race {
  world: EngineWorld;
  deps: Deps;
  uid: string;
  inviteId: string;
  /** Where a corrected one goes. */
  otherEmail: string;
}

/** Whatever may happen to an open invitation. `ends`: the status that it leaves; null where it stays open. */
const DEEDS: Record<string, { ends: string | null; run: (race: Race) => Promise<unknown> }> = {
  accept: {
    ends: 'accepted',
    run: ({ world, deps, uid }) =>
      acceptInvite(deps, world.callerOf(uid), { tenantId: TENANT_ID, firstName: null, lastName: null }),
  },
  decline: {
    ends: 'declined',
    run: ({ world, deps, uid }) => declineInvite(deps, world.callerOf(uid), { tenantId: TENANT_ID }),
  },
  revoke: {
    ends: 'revoked',
    run: ({ world, deps, uid }) => revokeInvite(deps, world.callerOf('adam'), { tenantId: TENANT_ID, uid }),
  },
  update: {
    ends: null,
    run: ({ world, deps, uid }) =>
      updateInvite(deps, world.callerOf('adam'), {
        tenantId: TENANT_ID,
        uid,
        desiredRole: 'Recruiter',
        securityLevel: '3',
      }),
  },
  resend: {
    ends: null,
    run: ({ world, deps, uid }) => resendInvite(deps, world.callerOf('adam'), { tenantId: TENANT_ID, uid }),
  },
  correct: {
    ends: 'revoked',
    run: ({ world, deps, uid, otherEmail }) =>
      correctInvite(deps, world.callerOf('ada'), { tenantId: TENANT_ID, uid, email: otherEmail }),
  },
  // A machine whose clock is ahead: to it the time is over, to the others it is not.
  expire: {
    ends: 'expired',
    run: async ({ world, deps, uid, inviteId }) => {
      const late = new Date(world.clock.now().getTime() + 24 * 3600_000);
      const expiry = await deps.transact((tx) =>
        expireInvitation(tx, deps, { tenantId: TENANT_ID, uid, inviteId, holder: 'sweep' }, late),
      );
      if (expiry.kind === 'not-due') throw new Error('It is not due.');
      await runEffects(deps, TENANT_ID, { claimsWork: expiry.claimsWork });
    },
  },
};

const NAMES = Object.keys(DEEDS);
const PAIRS = NAMES.flatMap((one, index) => NAMES.slice(index).map((other) => [one, other] as const));

/** Each call that leaves the process takes its time: another schedule each. */
function unsteady(deps: Deps, seed: number): Deps {
  let state = seed;
  const pause = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return setTimeout(state % 4);
  };
  const after = <Given extends unknown[], Result>(call: (...given: Given) => Promise<Result>) => {
    return async (...given: Given) => (await pause(), call(...given));
  };
  return {
    ...deps,
    transact: (body) =>
      pause().then(() =>
        deps.transact((tx) => body({ ...tx, readAll: (keys) => pause().then(() => tx.readAll(keys)) })),
      ),
    setClaims: after(deps.setClaims),
  };
}

describe.concurrent('two at once', () => {
  it.each(PAIRS)(
    '%s and %s: one of the ends happens, no half of anything, no seat is lost [LIFE-16]',
    { timeout: 120_000 },
    async (one, other) => {
      const world = await engineWorld();
      await world.putMember('ada', { role: 'Admin', securityLevel: '7' });
      const settings = await world.settings();
      await world.put({ path: `tenants/${TENANT_ID}/private/settings` }, { ...settings, seatsUsed: 2 });
      for (let schedule = 0; schedule < SCHEDULES; schedule += 1) {
        const name = `p${schedule}`;
        world.putAccount(name);
        const uid = await world.invite(name);
        const { inviteId } = (await world.inviteOf(uid))!;
        const race = (deps: Deps, id: string): Race => ({
          world,
          deps,
          uid,
          inviteId,
          otherEmail: `${name}-${id}@people.example`,
        });
        const outcomes = await Promise.allSettled(
          [one, other].map((deed, index) =>
            DEEDS[deed]!.run(race(unsteady(world.deps, 100 * schedule + index), String(index))),
          ),
        );
        await drainQueues(world);
        await expectConsistent(world);
        const { status } = (await world.inviteOf(uid))!;
        const done = [one, other].filter((_, index) => outcomes[index]?.status === 'fulfilled');
        const ends = done.flatMap((deed) => DEEDS[deed]?.ends ?? []);
        // Nothing is refused for nothing, and who is told that it is done finds it so.
        expect(done).not.toEqual([]);
        expect(new Set(ends.length > 0 ? ends : ['pending'])).toEqual(new Set([status]));
      }
    },
  );
});
