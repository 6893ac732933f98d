// A process that is gone at each of its calls, before and after the call has its effect: what is left, and what the sweep
// and the same call again make of it.
import { afterAll, describe, expect, it } from 'vitest';
import { INVITE_EVENTS, JOBS, paths } from '../../contract/paths.ts';
import type { Deps } from '../../deps.ts';
import type { Caller } from '../../platform/authenticate.ts';
import { sweepInvites } from '../../sweep/sweepInvites.ts';
import { closeEngineWorlds, engineWorld, type EngineWorld } from '../../testing/engineWorld.ts';
import { drainQueues, expectConsistent } from '../../testing/expectConsistent.ts';
import { TENANT_ID } from '../../testing/inviteWorld.ts';
import type { KillAt } from '../../testing/killable.ts';
import { createInviteLink } from '../links/createInviteLink.ts';
import { correctInvite } from './correctInvite.ts';
import { startInvitesJob } from './many/startInvitesJob.ts';
import { resendInvite } from './resendInvite.ts';
import { revokeInvite } from './revokeInvite.ts';
import { updateInvite } from './updateInvite.ts';

afterAll(closeEngineWorlds);

type Command = (deps: Deps, caller: Caller, of: { tenantId: string; uid: string }) => Promise<unknown>;

const idempotencyKey = 'form-12345678';

const CALLS: Record<string, Command> = {
  revokeInvite: (deps, caller, of) => revokeInvite(deps, caller, { ...of, reason: 'Closed' }),
  resendInvite: (deps, caller, of) =>
    resendInvite(deps, caller, { ...of, idempotencyKey: `${idempotencyKey}-${of.uid}` }),
  updateInvite: (deps, caller, of) =>
    updateInvite(deps, caller, { ...of, desiredRole: 'Recruiter', securityLevel: '3' }),
  correctInvite: (deps, caller, of) =>
    correctInvite(deps, caller, {
      ...of,
      email: `${of.uid}-corrected@people.example`,
      idempotencyKey: `${idempotencyKey}-${of.uid}`,
    }),
  createInviteLink: (deps, caller, of) =>
    createInviteLink(deps, caller, { ...of, fresh: true, idempotencyKey: `${idempotencyKey}-${of.uid}` }),
  startInvitesJob: (deps, caller, { tenantId, uid }) =>
    startInvitesJob(deps, caller, {
      tenantId,
      action: 'resend',
      selection: { uids: [uid] },
      idempotencyKey: `${idempotencyKey}-${uid}`,
    }),
};

/** Two hours with a sweep in each: the second is for what the first has given to the queues. */
async function sweepUp(world: EngineWorld): Promise<void> {
  for (let hour = 1; hour <= 2; hour += 1) {
    world.passHours(1.1);
    await sweepInvites(world.deps);
    await drainQueues(world);
  }
}

type Listed = Record<string, Record<string, unknown>[]>;

/** @returns what somebody could tell one end state of this person's invitation from another by: no ids and no times. */
function summaryOf(
  uid: string,
  { invites = [], events = [], audit = [], links = [], jobs = [], outbox = [] }: Listed,
) {
  const own = invites.filter(({ email }) => String(email).startsWith(uid));
  const isOwn = ({ inviteId }: Record<string, unknown>) =>
    own.some((invite) => invite['inviteId'] === inviteId);
  return {
    invites: own
      .map(({ status, role, generation, resends, mail, offeredByUid, attention }) => ({
        state: { status, role, generation, resends: (resends as { count: number }).count },
        mail: (mail as { state: string }).state,
        offeredByUid,
        attention,
      }))
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    told: events
      .filter(isOwn)
      .map(({ kind }) => String(kind))
      .sort(),
    audit: audit
      .filter(isOwn)
      .map(({ action }) => String(action))
      .sort(),
    links: links.filter(isOwn).length,
    jobs: jobs.filter(({ parameters }) => (parameters as { uids: string[] }).uids.includes(uid)).length,
    unsent: outbox.filter(({ refs }) => isOwn(refs as Record<string, unknown>)).length,
  };
}

async function listedIn({ db }: EngineWorld): Promise<Listed> {
  const tenant = paths.tenant(TENANT_ID);
  const found = await Promise.all(
    Object.entries({
      invites: db.collection(paths.pendingInvites(TENANT_ID)),
      events: db.collectionGroup(INVITE_EVENTS),
      audit: db.collection(`${tenant}/audit`),
      links: db.collection('invite_links'),
      jobs: db.collection(`${tenant}/${JOBS}`),
      outbox: db.collection(paths.outbox()).where('nextAt', '!=', null),
    }).map(async ([name, query]) => [name, (await query.get()).docs.map((each) => each.data())] as const),
  );
  return Object.fromEntries(found);
}

describe.each(Object.entries(CALLS))(
  '%s, in a process that is killed at any of its calls',
  (_name, command) => {
    it(
      'is as done, or as not begun, once the sweep was there; and done after the same call again [LIFE-17]',
      { timeout: 300_000 },
      async () => {
        const world = await engineWorld({ settings: { seatsUsed: 2 } });
        await world.putMember('ada', { role: 'Admin', securityLevel: '7' });
        let count = 0;
        /** Invites somebody, and runs the command about them in a process that ends there. @returns who, and how to run it again. */
        const runFor = async (killAt: KillAt | null | undefined) => {
          const uid = `p${(count += 1)}x`;
          world.putAccount(uid);
          await world.invite(uid);
          await drainQueues(world);
          const run = (deps: Deps) => command(deps, world.callerOf('ada'), { tenantId: TENANT_ID, uid });
          const process = world.process(killAt ?? undefined);
          const end = killAt === null ? 'not begun' : await process.run(run);
          if (killAt) expect(end, `${killAt.when} call ${killAt.call}`).toBe('killed');
          // What the queues were given is lost too.
          if (killAt) for (const queue of Object.values(world.queued)) queue.length = 0;
          return { uid, run, calls: process.calls() };
        };

        const untouched = await runFor(null);
        const whole = await runFor(undefined);
        const left: string[] = [];
        const repeated: string[] = [];
        for (let call = 1; call <= whole.calls; call += 1) {
          for (const when of ['before', 'after'] as const) {
            left.push((await runFor({ call, when })).uid);
            const again = await runFor({ call, when });
            // The lease on the claims of who is gone has to end first.
            world.passHours(0.1);
            await again.run(world.deps);
            repeated.push(again.uid);
          }
        }
        await sweepUp(world);
        await expectConsistent(world);
        const listed = await listedIn(world);
        const [notBegun, done] = [untouched, whole].map(({ uid }) => summaryOf(uid, listed));
        expect(done).not.toEqual(notBegun);
        for (const uid of left) expect([notBegun, done]).toContainEqual(summaryOf(uid, listed));
        for (const uid of repeated) expect(summaryOf(uid, listed)).toEqual(done);
      },
    );
  },
);
