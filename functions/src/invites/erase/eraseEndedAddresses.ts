/** The sweep's part about people's data: what says who was invited is erased some time after the invitation's end. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';
import { ENDED_ADDRESS_KEPT_DAYS } from '../../contract/limits.ts';
import { workThrough } from '../../platform/workThrough.ts';
import { NOBODY, writeInviteEvent } from '../events/writeInviteEvent.ts';
import type { InviteDeps } from '../inviteDeps.ts';

/** Entries that one transaction erases. */
const EVENTS_AT_ONCE = 200;

/** @returns of how many invitations this run has erased the address. */
export function eraseEndedAddresses(deps: InviteDeps, { limit }: { limit: number }): Promise<number> {
  return workThrough(
    deps,
    {
      name: 'erase',
      list: deps.dueInvitations.listToErase,
      laneOf: ({ path }) => path,
      work: async ({ document }) => {
        const eventId = deps.random.hex(10);
        let outcome: Erasure;
        do outcome = await eraseSome(deps, document, eventId);
        while (outcome === 'more');
        return outcome === 'erased';
      },
    },
    limit,
  );
}

type Erasure = 'more' | 'erased' | 'not-due';

/** Erases the timeline first: while there is some of it, the invitation itself stays due. */
function eraseSome(
  { transact, clock, timelines }: InviteDeps,
  { tenantId, uid, inviteId }: PendingInviteDocument,
  eventId: string,
): Promise<Erasure> {
  return transact(async (tx) => {
    const now = clock.now();
    const key = documentKeys.pendingInvite(tenantId, uid);
    const [{ invite }, eventIds] = await Promise.all([
      tx.readAll({ invite: key }),
      timelines.listEventIds(tx, tenantId, uid, EVENTS_AT_ONCE),
    ]);
    if (invite?.inviteId !== inviteId || !isErasureDue(invite, now)) return 'not-due';
    for (const id of eventIds) tx.delete(documentKeys.inviteEvent(tenantId, uid, id));
    if (eventIds.length === EVENTS_AT_ONCE) return 'more';
    tx.update(key, {
      email: '',
      firstName: '',
      lastName: '',
      message: null,
      searchTokens: [],
      mail: { ...invite.mail, error: null },
      declinedReason: null,
      revokedReason: null,
      attention: null,
      addressErasedAt: now,
    });
    writeInviteEvent(tx, invite, { id: eventId, kind: 'address_erased', actor: NOBODY, at: now });
    return 'erased';
  });
}

function isErasureDue({ endedAt, addressErasedAt }: PendingInviteDocument, now: Date): boolean {
  if (!endedAt || addressErasedAt) return false;
  return endedAt.toMillis() <= now.getTime() - ENDED_ADDRESS_KEPT_DAYS * 24 * 3600_000;
}
