/** What follows a commit: claims and mail. The commit has written both down as work, so nothing is lost if this fails. */
import type { Instant } from '../contract/documents.ts';
import type { MailTask } from '../outbox/delivery.ts';
import type { Deps } from '../deps.ts';
import { describeError } from '../platform/log.ts';
import type { ClaimsWork } from '../members/memberships.ts';
import type { Account } from '../domain/account.ts';

export interface FollowUp {
  tenantId: string;
  claimsWork: ClaimsWork | null;
  /** The record that the caller has just read or made, which spares the projector reading it. */
  account: Account | null;
  mail: { task: MailTask; send: number } | null;
}

/** @returns whether the tenant's role stands in the person's claims now. */
export async function followUp(
  deps: Pick<Deps, 'projectClaims' | 'mailQueue' | 'log'>,
  { tenantId, claimsWork, account, mail }: FollowUp,
): Promise<boolean> {
  const [applied] = await Promise.all([
    claimsWork ? project(deps, tenantId, claimsWork, account) : false,
    mail ? queueMail(deps, mail.task, mail.send) : undefined,
  ]);
  return applied;
}

async function project(
  deps: Pick<Deps, 'projectClaims'>,
  tenantId: string,
  { uid, options }: ClaimsWork,
  account: Account | null,
): Promise<boolean> {
  const { applied, leftOut } = await deps.projectClaims(uid, { ...options, ...(account && { account }) });
  return applied && !leftOut.includes(tenantId);
}

/** Has the invitation's current link mailed. It says `queued` already: when the queue does not answer, the sweep goes on. */
export async function queueMail(
  deps: Pick<Deps, 'mailQueue' | 'log'>,
  task: MailTask,
  send: number,
): Promise<void> {
  try {
    await deps.mailQueue.enqueueMail(task, send);
  } catch (thrown) {
    deps.log.error('mail.not_queued', { ...task, send, error: describeError(thrown) });
  }
}

/** @returns the milliseconds of an instant that was read, or that is about to be written. */
export function millisOf(instant: Instant | Date): number {
  return instant instanceof Date ? instant.getTime() : instant.toMillis();
}
