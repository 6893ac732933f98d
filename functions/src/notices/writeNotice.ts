/**
 * Telling somebody by email what happened, written down in the transaction of what is told. Nobody queues it: the next sweep
 * sends it, within minutes, so that no writer has to carry it past its commit.
 */
import type { AccountNotice, InviterNotice } from '../contract/notices.ts';
import { outboxId, writeOutbox } from '../outbox/outboxWork.ts';
import type { Tx } from '../platform/transaction.ts';

export const INVITER_NOTICE = 'inviter-notice';
export const ACCOUNT_NOTICE = 'account-notice';

/** What an inviter is told, and about which invitation. */
export type InviterNoticeRefs = {
  notice: InviterNotice;
  receiverUid: string;
  tenantId: string;
  uid: string;
  inviteId: string;
};

/** What the owner of an account is told. `tenantId` is empty where it is about no company. */
export type AccountNoticeRefs = { notice: AccountNotice; uid: string; tenantId: string };

/** @param occasion what makes this one differ from others of its kind about the same invitation. */
export function writeInviterNotice(tx: Tx, refs: InviterNoticeRefs, occasion: string, now: Date): void {
  const { notice, tenantId, uid, inviteId } = refs;
  const id = outboxId(INVITER_NOTICE, notice, tenantId, uid, inviteId, occasion);
  writeOutbox(tx, { id, kind: INVITER_NOTICE, refs, isLeftToSweep: true }, now);
}

/** @param occasion what makes this one differ from others of its kind to the same person. */
export function writeAccountNotice(tx: Tx, refs: AccountNoticeRefs, occasion: string, now: Date): void {
  const id = outboxId(ACCOUNT_NOTICE, refs.notice, refs.uid, occasion);
  writeOutbox(tx, { id, kind: ACCOUNT_NOTICE, refs, isLeftToSweep: true }, now);
}
