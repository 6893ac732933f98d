/** The member document of somebody who is invited follows their invitation. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { MemberDocument, PendingInviteDocument, Written } from '../../contract/documents.ts';
import type { Tx } from '../../platform/transaction.ts';

/** A new end: rules go by it. Role and claims stay as they are, and so does the copy in `users/{uid}`. */
export function writeInvitedUntil(
  tx: Tx,
  { tenantId, uid, expiresAt }: Pick<Written<PendingInviteDocument>, 'tenantId' | 'uid' | 'expiresAt'>,
  member: MemberDocument | undefined,
  now: Date,
): void {
  if (member?.state !== 'invited') return;
  tx.update(documentKeys.member(tenantId, uid), { invitedUntil: expiresAt, updatedAt: now });
}
