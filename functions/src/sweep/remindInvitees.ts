/** What happens by itself, every quarter of an hour: what ends soon is shown as that, and its invitee is reminded. */
import type { InviteDeps } from '../invites/inviteDeps.ts';
import { remindDueInvitees } from '../invites/remind/remindDueInvitees.ts';

/** What is left is done by the next run. */
const LIMIT = 1000;

/** Two runs at once remind once. @returns how many were reminded. */
export async function remindInvitees(deps: InviteDeps): Promise<Record<string, number>> {
  return { reminded: await remindDueInvitees(deps, { limit: LIMIT }) };
}
