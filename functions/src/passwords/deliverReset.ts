/** What the task `deliverReset` does: mails to an account's address what its owner needs for a new password. */
import * as z from 'zod';
import { documentKeys } from '../contract/documentKeys.ts';
import type { Written } from '../contract/documents.ts';
import { uidField } from '../contract/fields.ts';
import { RESET_LINK_LIVES_MINUTES } from '../contract/limits.ts';
import type { PasswordResetDocument } from '../contract/serverDocuments.ts';
import { mailNewestInvitation } from '../invites/mailNewestInvitation.ts';
import { deriveResetSecret, hashSecret, newPasswordUrl } from '../links/inviteSecret.ts';
import type { ResetTask } from '../mail/delivery.ts';
import { MAIL_RETRY } from '../mail/deliverMail.ts';
import { mailsInAllKey, takeMailInAll } from '../mail/mailCaps.ts';
import { MAIL_LEASE_SECONDS } from '../mail/mayDeliver.ts';
import { renderPasswordMail } from '../mail/renderPasswordMail.ts';
import type { PasswordMailKind } from '../mail/passwordMailWords.ts';
import type { Deps } from '../platform/deps.ts';
import { hashOf } from '../platform/random.ts';
import type { Account } from '../users/userAccount.ts';
import { resetMailKind, type ResetMailKind } from './resetMailKind.ts';

export const resetTaskSchema: z.ZodType<ResetTask> = z.strictObject({
  uid: uidField,
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
});

/** What a delivery is about. */
interface Reset {
  task: ResetTask;
  account: Account & { email: string };
  secret: string;
}

/**
 * However often the task is run, at most one mail goes out, except where the server's answer was lost.
 * @throws to be run again.
 */
export async function deliverReset(
  deps: Deps,
  task: ResetTask,
  { retryCount }: { retryCount: number },
): Promise<void> {
  const account = await deps.accounts.findByUid(task.uid);
  const secret = deriveResetSecret(deps.linkKeys(), task);
  if (!account?.email) return;
  const reset: Reset = { task, account: { ...account, email: account.email }, secret };
  const kind = await claim(deps, reset);
  if (kind === 'nothing') return;
  if (kind === 'invitation') return mailNewestInvitation(deps, reset.account);

  const answer = await send(deps, reset, kind);
  const isOver = answer.taken || answer.permanent || retryCount + 1 >= MAIL_RETRY.maxAttempts;
  deps.log.info(`reset.${answer.taken ? 'sent' : isOver ? 'failed' : 'queued'}`, {
    uid: task.uid,
    kind,
    retryCount,
  });
  await deps.transact((tx) => {
    const sentAt = isOver ? deps.clock.now() : null;
    tx.update(documentKeys.passwordReset(hashSecret(secret)), { sentAt, sendingUntil: null });
    return Promise.resolve();
  });
  if (!isOver) throw new Error('The mail was not taken yet.');
}

/** In one transaction: what is to be sent, does nobody else send it, and is there room under the cap of its address. */
function claim(deps: Deps, { account, secret }: Reset): Promise<ResetMailKind> {
  const { uid, email } = account;
  const key = documentKeys.passwordReset(hashSecret(secret));
  const capKey = mailsInAllKey(email);
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const { user, staff, cap, reset } = await tx.readAll({
      user: documentKeys.user(uid),
      staff: documentKeys.staff(uid),
      cap: capKey,
      reset: key,
    });
    if (reset?.sentAt) return 'nothing';
    if ((reset?.sendingUntil?.toMillis() ?? 0) > now.getTime())
      throw new Error('Another run is sending this mail.');
    const kind = resetMailKind(account, { user, staff });
    if (kind === 'nothing' || kind === 'invitation') return kind;
    if (!reset) {
      const counted = takeMailInAll(cap, now);
      if (!counted) return 'nothing';
      tx.set(capKey, counted);
    }
    const document: Written<PasswordResetDocument> = {
      uid,
      email,
      holdsSecret: kind === 'secret',
      sendingUntil: new Date(now.getTime() + MAIL_LEASE_SECONDS * 1000),
      sentAt: null,
      usedAt: null,
      expireAt: reset?.expireAt ?? new Date(now.getTime() + RESET_LINK_LIVES_MINUTES * 60_000),
    };
    tx.set(key, document);
    return kind;
  });
}

/** Firebase's code is made for the mail that carries it, and kept nowhere. */
async function send(deps: Deps, { task, account, secret }: Reset, kind: PasswordMailKind) {
  const { email } = account;
  const frontendUrl = deps.frontendUrl();
  const link =
    kind === 'secret'
      ? newPasswordUrl(frontendUrl, { secret })
      : kind === 'code'
        ? newPasswordUrl(frontendUrl, { code: await deps.accounts.passwordResetCode(email) })
        : frontendUrl;
  const messageKey = hashOf('new password', task.uid, task.nonce);
  return deps.sendMail({ to: email, messageKey, ...(await renderPasswordMail({ kind, link })) });
}
