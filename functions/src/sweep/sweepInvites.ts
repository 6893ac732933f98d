/** What happens by itself, every five minutes: each feature's piece in turn, each bounded. */
import { takeUpClaims, type TakeUpClaimsDeps } from '../claims/takeUpClaims.ts';
import { expireDueInvitations } from '../invites/end/expireDueInvitations.ts';
import { eraseEndedAddresses } from '../invites/erase/eraseEndedAddresses.ts';
import { deleteUnusedAccounts } from '../invites/unused/deleteUnusedAccounts.ts';
import type { InviteDeps } from '../invites/inviteDeps.ts';
import type { JobDeps } from '../jobs/jobDeps.ts';
import { takeUpJobs } from '../jobs/takeUpJobs.ts';
import { sendDueDigests } from '../notices/sendDueDigests.ts';
import type { OutboxDeps } from '../outbox/outboxDeps.ts';
import { takeUpOutbox } from '../outbox/takeUpOutbox.ts';
import { runPieces } from './runPieces.ts';

export type SweepDeps = InviteDeps & TakeUpClaimsDeps & OutboxDeps & JobDeps;

/** Five minutes' worth, with room: what is left is done by the next run. */
const LIMIT = 500;

/**
 * Run twice, or by two at once, it does the work once; after a crash the next run goes on.
 *
 * @returns how many of each were done.
 * @throws when all pieces have had their turn, what one of them threw.
 */
export function sweepInvites(deps: SweepDeps): Promise<Record<string, number>> {
  return runPieces(deps, {
    expired: () => expireDueInvitations(deps, { limit: LIMIT }),
    deleted: () => deleteUnusedAccounts(deps, { limit: LIMIT }),
    erased: () => eraseEndedAddresses(deps, { limit: LIMIT }),
    digests: () => sendDueDigests(deps, { limit: LIMIT }),
    claims: () => takeUpClaims(deps, { limit: LIMIT }),
    jobs: () => takeUpJobs(deps, { limit: LIMIT }),
    outbox: async () => (await takeUpOutbox(deps, { limit: LIMIT })).taken,
  });
}
