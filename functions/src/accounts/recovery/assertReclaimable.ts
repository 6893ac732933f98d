/** Which accounts are given to the owner of their mailbox, and which only a person decides about. Pure but for what it throws. */
import type { UserDocument } from '../../contract/documents.ts';
import type { StaffDocument } from '../../contract/serverDocuments.ts';
import { DomainError } from '../../platform/DomainError.ts';
import type { Account } from '../../domain/account.ts';

/** What is known of an account beside Auth's record. */
export interface ReclaimFacts {
  user: Pick<UserDocument, 'begun' | 'memberships'> | undefined;
  staff: StaffDocument | undefined;
}

/**
 * An account without power is its mailbox's owner's. One that has some already, though nobody ever proved its address,
 * may be somebody else's by right: an administrator looks at it. The exception is an account that a hand-over link began,
 * whose password whoever held that link chose.
 *
 * @throws auth/account-disabled, invite/admin-needed.
 */
export function assertReclaimable(account: Account, { user, staff }: ReclaimFacts): void {
  if (account.disabled) throw new DomainError('auth/account-disabled');
  const memberships = Object.values(user?.memberships ?? {});
  const isMember = memberships.some(({ state }) => state !== 'invited');
  const hasPower = isMember && user?.begun?.by !== 'handover';
  const isGuarded = account.secondFactors > 0 && memberships.length > 0;
  if (staff !== undefined || hasPower || isGuarded) throw new DomainError('invite/admin-needed');
}
