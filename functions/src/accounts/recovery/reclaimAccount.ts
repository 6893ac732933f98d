/** Giving an account to whoever proved its mailbox: a new password, and nothing left of who was in there before. */
import { isLeaseLive, newLease } from '../../claims/claimsLease.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { UserDocument, Written } from '../../contract/documents.ts';
import type { AccountDeps } from '../accountDeps.ts';
import { writeAccountNotice } from '../../notices/writeNotice.ts';
import { DomainError } from '../../platform/DomainError.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { Account } from '../../domain/account.ts';
import { assertReclaimable } from './assertReclaimable.ts';

type ReclaimDeps = Pick<AccountDeps, 'transact' | 'accounts' | 'clock' | 'random' | 'sleep'>;

/** Whose account it is now, by what. */
export interface Proof {
  uid: string;
  /** The address whose mailbox was proven. */
  email: string;
  password: string;
  /**
   * Asks in the transaction that begins whether this proof opens this account.
   *
   * @param account read after the lease was looked at, so that it shows what an earlier reclaim has done.
   * @param user what the same transaction read.
   * @returns the document to go on from.
   * @throws the refusal.
   */
  admit: (tx: Tx, account: Account, user: UserDocument | undefined) => Promise<Written<UserDocument>>;
  /** What is written with the end. @returns what changes in `users/{uid}` beside the proof itself. */
  conclude: (tx: Tx, user: UserDocument, now: Date) => Partial<Written<UserDocument>>;
}

/**
 * Written down first, then done: of two who come at the same moment one does it, and what a crash left unfinished is
 * done again by who still holds the proof.
 *
 * @throws what `admit` throws, auth/account-disabled, invite/admin-needed, request/busy.
 */
export async function reclaimAccount(deps: ReclaimDeps, proof: Proof): Promise<void> {
  const holder = deps.random.hex(10);
  const account = await begin(deps, proof, holder);
  try {
    await deps.accounts.reclaim(account, proof);
  } catch (thrown) {
    // Whether it was done nobody knows: the reclaim stays open, and is free to be tried again at once.
    await release(deps, proof.uid, holder);
    throw thrown;
  }
  // ID tokens know whole seconds: nobody's from this one counts, and the owner signs in from the next one on.
  const validFrom = new Date((Math.floor(deps.clock.now().getTime() / 1000) + 1) * 1000);
  await finish(deps, proof, holder, validFrom);
  await deps.sleep(Math.max(0, validFrom.getTime() - deps.clock.now().getTime()));
}

function begin(deps: ReclaimDeps, { uid, admit }: Proof, holder: string): Promise<Account> {
  const key = documentKeys.user(uid);
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const { user, staff } = await tx.readAll({ user: key, staff: documentKeys.staff(uid) });
    if (isLeaseLive(user?.reclaim ?? null, now)) throw new DomainError('request/busy');
    const account = await deps.accounts.findByUid(uid);
    if (!account) throw new DomainError('invite/not-found');
    const document = await admit(tx, account, user);
    assertReclaimable(account, { user, staff });
    tx.set(key, { ...document, reclaim: newLease(holder, now) });
    return account;
  });
}

function release(deps: ReclaimDeps, uid: string, holder: string): Promise<void> {
  const key = documentKeys.user(uid);
  return deps.transact(async (tx) => {
    const { user } = await tx.readAll({ user: key });
    if (user?.reclaim?.holder === holder) tx.update(key, { reclaim: { holder, until: deps.clock.now() } });
  });
}

function finish(
  deps: ReclaimDeps,
  { uid, email, conclude }: Proof,
  holder: string,
  sessionsValidFrom: Date,
): Promise<void> {
  const key = documentKeys.user(uid);
  return deps.transact(async (tx) => {
    const { user } = await tx.readAll({ user: key });
    if (user?.reclaim?.holder !== holder) throw new DomainError('request/busy');
    const now = deps.clock.now();
    const addressProven = { email, at: now };
    writeAccountNotice(tx, { notice: 'account_reclaimed', uid, tenantId: '' }, holder, now);
    tx.update(key, { ...conclude(tx, user, now), reclaim: null, addressProven, sessionsValidFrom });
  });
}
