/** The job that follows a demotion: revokes what the demoted person has sent and could no longer send. */
import * as z from 'zod';
import { uidField } from '../../contract/fields.ts';
import { statusAt } from '../../domain/inviteStatus.ts';
import { standingKeys, standingOf } from '../../domain/standing.ts';
import type { JobRowOutcome } from '../../contract/jobDocuments.ts';
import { systemJob, type JobKind } from '../../jobs/jobKind.ts';
import { ROW_DONE, rowSkipped } from '../../jobs/rowOutcome.ts';
import type { ClaimsWork } from '../../claims/claimsWork.ts';
import { runEffects } from '../../tenants/runEffects.ts';
import { SYSTEM } from '../../audit/writeAudit.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { mayStandFor } from '../offer.ts';
import { LOST_RIGHT, revokeForLostRight } from './revokeForLostRight.ts';
import { readInviteFacts } from './readInviteFacts.ts';

const parameters = z.strictObject({ inviterUid: uidField });
const row = z.strictObject({ uid: uidField, inviteId: z.string() });

interface Asked {
  tenantId: string;
  row: z.output<typeof row>;
}

/** Each invitation is asked what its inviter may do by then: who has it back keeps what they have sent. */
export function revokeLostInvitations(deps: InviteDeps): JobKind {
  return systemJob({
    parameters,
    row,
    // All of them free a seat of the same tenant.
    rowsAtOnce: 1,
    async findRows({ tenantId, parameters: { inviterUid }, cursor, limit }) {
      const found = await deps.openInvitations.listUnanswered({
        tenantId,
        offeredByUid: inviterUid,
        after: cursor,
        limit,
      });
      const rows = found.map(({ uid, inviteId }) => ({ uid, inviteId }));
      return { rows, cursor: found.length < limit ? null : (found.at(-1)?.uid ?? null) };
    },
    runRow: (given) => revokeIfLost(deps, given),
  });
}

async function revokeIfLost(
  deps: InviteDeps,
  { tenantId, row: { uid, inviteId } }: Asked,
): Promise<JobRowOutcome> {
  const holder = deps.random.hex(10);
  const { outcome, claimsWork } = await deps.transact(async (tx): Promise<Decided> => {
    const now = deps.clock.now();
    const facts = await readInviteFacts(tx, tenantId, uid);
    const { invite } = facts;
    if (invite.inviteId !== inviteId) return skip('replaced');
    // This row has run before, or the invitee tried to accept: their claims may still have to follow.
    if (invite.revokedReason === LOST_RIGHT) return { outcome: ROW_DONE, claimsWork: { uid, options: {} } };
    const status = statusAt(invite, now);
    if (status !== 'pending') return skip(status);
    const guarantor = await tx.readAll(standingKeys(tenantId, invite.offeredByUid));
    if (mayStandFor(standingOf(guarantor), invite)) return skip('still-allowed');
    return {
      outcome: ROW_DONE,
      claimsWork: revokeForLostRight(tx, deps, { facts, actor: SYSTEM, holder, now }),
    };
  });
  await runEffects(deps, tenantId, { claimsWork });
  return outcome;
}

interface Decided {
  outcome: JobRowOutcome;
  claimsWork: ClaimsWork | null;
}

function skip(code: string): Decided {
  return { outcome: rowSkipped(code), claimsWork: null };
}
