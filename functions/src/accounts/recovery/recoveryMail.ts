/** The kind `recovery` of the outbox: mails to an account's address what its owner needs to come back in. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { Written } from '../../contract/documents.ts';
import { RECOVERY_LINK_LIVES_MINUTES } from '../../contract/limits.ts';
import type { RecoveryMailDocument } from '../../contract/serverDocuments.ts';
import type { Account } from '../../domain/account.ts';
import { askedByAnybodyCaps } from '../../outbox/caps.ts';
import type { OutboxKind, Prepared } from '../../outbox/outboxKind.ts';
import { outboxId, type NewWork } from '../../outbox/outboxWork.ts';
import type { RecoveryMailKind } from '../../outbox/templates/recoveryMailWords.ts';
import { renderRecoveryMail } from '../../outbox/templates/renderRecoveryMail.ts';
import { hashSecret } from '../../platform/linkKeys.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { AccountDeps, FindNewestInvitation } from '../accountDeps.ts';
import { deriveRecoverySecret, newPasswordUrl, signInUrl } from './recoveryLinks.ts';
import { recoveryMailKind, type RecoveryWish } from './recoveryMailKind.ts';

const KIND = 'recovery';

/** Who wants back in, and what makes this mail differ from every other. */
export type RecoveryMailRefs = { uid: string; nonce: string; wants: RecoveryWish };

export interface RecoveryMailDeps extends Pick<AccountDeps, 'accounts' | 'linkKeys' | 'frontendUrl'> {
  findNewestInvitation: FindNewestInvitation;
}

/** @returns what `writeOutbox` takes. */
export function recoveryWork(refs: RecoveryMailRefs): NewWork {
  return { id: outboxId(KIND, refs.uid, refs.nonce), kind: KIND, refs };
}

/** A person who asked and got no mail asks again: nobody is shown how it fares, and what is full is not sent tomorrow. */
export function recoveryMail(deps: RecoveryMailDeps): OutboxKind<RecoveryMailRefs> {
  return {
    async prepare(tx, refs, now) {
      const account = await deps.accounts.findByUid(refs.uid);
      if (!account?.email) return nothing('no account');
      const recovery = {
        account: { ...account, email: account.email },
        secret: deriveRecoverySecret(deps.linkKeys(), refs),
      };
      const { uid, email } = recovery.account;
      const { user, staff, mail } = await tx.readAll({
        user: documentKeys.user(uid),
        staff: documentKeys.staff(uid),
        mail: documentKeys.recoveryMail(hashSecret(recovery.secret)),
      });
      if (mail && mail.expireAt.toMillis() <= now.getTime()) return nothing('expired');
      const kind = recoveryMailKind(account, { user, staff }, refs.wants);
      if (kind === 'nothing') return nothing('disabled');
      if (kind === 'invitation') return invitationInstead(tx, { uid, email }, now, deps);
      return {
        kind: 'mail',
        to: email,
        caps: askedByAnybodyCaps(email),
        whenFull: 'drop',
        write: () => writeSecret(tx, recovery, OPENS[kind], mail?.expireAt ?? livesUntil(now)),
        render: async () => renderRecoveryMail({ kind, link: await linkFor(deps, recovery, kind) }),
      };
    },
  };
}

interface Recovery {
  account: Account & { email: string };
  secret: string;
}

function nothing(reason: string): Prepared {
  return { kind: 'nothing', reason };
}

async function invitationInstead(
  tx: Tx,
  person: { uid: string; email: string },
  now: Date,
  { findNewestInvitation }: RecoveryMailDeps,
): Promise<Prepared> {
  const write = await findNewestInvitation(tx, person, now);
  return write
    ? { kind: 'instead', caps: askedByAnybodyCaps(person.email), write }
    : nothing('no open invitation');
}

/** What the secret is for in each mail; null where the mail holds none. */
const OPENS: Readonly<Record<RecoveryMailKind, RecoveryMailDocument['opens'] | null>> = {
  code: null,
  secret: 'new-password',
  provider: null,
  'ask-about-password': null,
  'sign-in': 'sign-in',
  'password-first': 'new-password',
  'ask-about-sign-in': null,
};

function livesUntil(now: Date): Date {
  return new Date(now.getTime() + RECOVERY_LINK_LIVES_MINUTES * 60_000);
}

function writeSecret(
  tx: Tx,
  { account: { uid, email }, secret }: Recovery,
  opens: RecoveryMailDocument['opens'] | null,
  expireAt: Written<RecoveryMailDocument>['expireAt'],
): void {
  if (opens)
    tx.set(documentKeys.recoveryMail(hashSecret(secret)), { uid, email, opens, usedAt: null, expireAt });
}

/** Firebase's code is made for the mail that carries it, and kept nowhere. */
async function linkFor(
  deps: RecoveryMailDeps,
  { account, secret }: Recovery,
  kind: RecoveryMailKind,
): Promise<string> {
  const frontendUrl = deps.frontendUrl();
  if (OPENS[kind] === 'new-password') return newPasswordUrl(frontendUrl, { secret });
  if (OPENS[kind] === 'sign-in') return signInUrl(frontendUrl, secret);
  if (kind !== 'code') return frontendUrl;
  return newPasswordUrl(frontendUrl, { code: await deps.accounts.passwordResetCode(account.email) });
}
