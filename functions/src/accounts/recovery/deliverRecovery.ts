/** What the task `deliverReset` does: mails to an account's address what its owner needs to come back in. */
import * as z from 'zod';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { Written } from '../../contract/documents.ts';
import { uidField } from '../../contract/fields.ts';
import { RECOVERY_LINK_LIVES_MINUTES } from '../../contract/limits.ts';
import type { RecoveryMailDocument } from '../../contract/serverDocuments.ts';
import { mailNewestInvitation } from '../../invites/send/mailNewestInvitation.ts';
import { deriveRecoverySecret, newPasswordUrl, signInUrl } from './recoveryLinks.ts';
import { hashSecret } from '../../platform/linkKeys.ts';
import type { RecoveryTask } from '../../outbox/delivery.ts';
import { MAIL_RETRY } from '../../outbox/deliverMail.ts';
import { mailsInAllKey, takeMailInAll } from '../../outbox/mailCaps.ts';
import { MAIL_LEASE_SECONDS } from '../../outbox/mayDeliver.ts';
import { renderRecoveryMail } from '../../outbox/templates/renderRecoveryMail.ts';
import type { RecoveryMailKind } from '../../outbox/templates/recoveryMailWords.ts';
import type { Deps } from '../../deps.ts';
import { hashOf } from '../../platform/random.ts';
import type { Account } from '../../domain/account.ts';
import { recoveryMailKind } from './recoveryMailKind.ts';

export const recoveryTaskSchema = z.strictObject({
  uid: uidField,
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  /** Tasks from before there were sign-in links say nothing. */
  wants: z.enum(['password', 'sign-in']).default('password'),
}) satisfies z.ZodType<RecoveryTask>;

/** What a delivery is about. */
interface Recovery {
  task: RecoveryTask;
  account: Account & { email: string };
  secret: string;
}

/**
 * However often the task is run, at most one mail goes out, except where the server's answer was lost.
 * @throws to be run again.
 */
export async function deliverRecovery(
  deps: Deps,
  task: RecoveryTask,
  { retryCount }: { retryCount: number },
): Promise<void> {
  const account = await deps.accounts.findByUid(task.uid);
  const secret = deriveRecoverySecret(deps.linkKeys(), task);
  if (!account?.email) return;
  const recovery: Recovery = { task, account: { ...account, email: account.email }, secret };
  const kind = await claim(deps, recovery);
  if (kind === 'nothing') return;
  if (kind === 'invitation') return mailNewestInvitation(deps, recovery.account);

  const answer = await send(deps, recovery, kind);
  const isOver = answer.taken || answer.permanent || retryCount + 1 >= MAIL_RETRY.maxAttempts;
  deps.log.info(`recovery.${answer.taken ? 'sent' : isOver ? 'failed' : 'queued'}`, {
    uid: task.uid,
    kind,
    retryCount,
  });
  await deps.transact((tx) => {
    const sentAt = isOver ? deps.clock.now() : null;
    tx.update(documentKeys.recoveryMail(hashSecret(secret)), { sentAt, sendingUntil: null });
    return Promise.resolve();
  });
  if (!isOver) throw new Error('The mail was not taken yet.');
}

/** In one transaction: what is to be sent, does nobody else send it, and is there room under the cap of its address. */
function claim(
  deps: Deps,
  { task, account, secret }: Recovery,
): Promise<ReturnType<typeof recoveryMailKind>> {
  const { uid, email } = account;
  const key = documentKeys.recoveryMail(hashSecret(secret));
  const capKey = mailsInAllKey(email);
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const { user, staff, cap, mail } = await tx.readAll({
      user: documentKeys.user(uid),
      staff: documentKeys.staff(uid),
      cap: capKey,
      mail: key,
    });
    if (mail?.sentAt) return 'nothing';
    if ((mail?.sendingUntil?.toMillis() ?? 0) > now.getTime())
      throw new Error('Another run is sending this mail.');
    const kind = recoveryMailKind(account, { user, staff }, task.wants);
    if (kind === 'nothing' || kind === 'invitation') return kind;
    if (!mail) {
      const counted = takeMailInAll(cap, now);
      if (!counted) return 'nothing';
      tx.set(capKey, counted);
    }
    const document: Written<RecoveryMailDocument> = {
      uid,
      email,
      opens: OPENS[kind],
      sendingUntil: new Date(now.getTime() + MAIL_LEASE_SECONDS * 1000),
      sentAt: null,
      usedAt: null,
      expireAt: mail?.expireAt ?? new Date(now.getTime() + RECOVERY_LINK_LIVES_MINUTES * 60_000),
    };
    tx.set(key, document);
    return kind;
  });
}

/** What the secret is for in each mail. */
const OPENS: Readonly<Record<RecoveryMailKind, RecoveryMailDocument['opens']>> = {
  code: null,
  secret: 'new-password',
  provider: null,
  'ask-about-password': null,
  'sign-in': 'sign-in',
  'password-first': 'new-password',
  'ask-about-sign-in': null,
};

async function send(deps: Deps, recovery: Recovery, kind: RecoveryMailKind) {
  const { task, account } = recovery;
  const link = await linkFor(deps, recovery, kind);

  const messageKey = hashOf('new password', task.uid, task.nonce);
  return deps.sendMail({ to: account.email, messageKey, ...(await renderRecoveryMail({ kind, link })) });
}

/** Firebase's code is made for the mail that carries it, and kept nowhere. */
async function linkFor(deps: Deps, { account, secret }: Recovery, kind: RecoveryMailKind): Promise<string> {
  const frontendUrl = deps.frontendUrl();
  if (OPENS[kind] === 'new-password') return newPasswordUrl(frontendUrl, { secret });
  if (OPENS[kind] === 'sign-in') return signInUrl(frontendUrl, secret);
  if (kind !== 'code') return frontendUrl;
  return newPasswordUrl(frontendUrl, { code: await deps.accounts.passwordResetCode(account.email) });
}
