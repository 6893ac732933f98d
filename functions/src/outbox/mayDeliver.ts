/** Whether a mail that a task asks for is still to be sent. Pure. */
import type { PendingInviteDocument } from '../contract/documents.ts';
import type { Claim, MailTask } from './delivery.ts';

/** How long a run is believed to be at it: longer than a task function may run (60 s). */
export const MAIL_LEASE_SECONDS = 90;

/** @returns why not, or undefined where it is to be sent. */
export function refuseDelivery(
  invite: PendingInviteDocument | undefined,
  task: MailTask,
  now: Date,
): Extract<Claim, { kind: 'nothing' | 'busy' }> | undefined {
  if (invite?.inviteId !== task.inviteId || invite.generation !== task.generation) return nothing('replaced');
  if (invite.status !== 'pending') return nothing(invite.status);
  if (invite.expiresAt.toMillis() <= now.getTime()) return nothing('expired');
  const { state, sendingUntil } = invite.mail;
  if (state !== 'queued') return nothing(state);
  return sendingUntil !== null && sendingUntil.toMillis() > now.getTime() ? { kind: 'busy' } : undefined;
}

function nothing(reason: string) {
  return { kind: 'nothing', reason } as const;
}
