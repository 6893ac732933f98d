/** Making somebody HRX staff, or ending that: `staff/{uid}` is the truth, and the claim follows. Done by commands alone. */
import { writeHrxAudit } from '../audit/writeAudit.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import type { AccountDeps } from '../accounts/accountDeps.ts';
import { withClaimsWork, type ClaimsWork } from '../claims/claimsWork.ts';
import { factsWithoutDocument, isProven, newUserDocument, type Account } from '../domain/account.ts';

export interface StaffChange {
  email: string;
  active: boolean;
  /** How invitations by them are signed; undefined keeps what was there, and is HRX's own name at first. */
  name?: string | undefined;
}

/** `unproven`, `disabled`: an account that may be anybody's, or nobody's, becomes no staff. */
export type StaffOutcome =
  | { kind: 'unknown' | 'unproven' | 'disabled' | 'not-staff' }
  | { kind: 'changed'; uid: string; name: string; claimsApplied: boolean };

type StaffDeps = Pick<AccountDeps, 'transact' | 'accounts' | 'clock' | 'random' | 'projectClaims'>;

/** Doing it again brings the claims to what they should be. */
export async function setStaff(deps: StaffDeps, change: StaffChange): Promise<StaffOutcome> {
  const account = await deps.accounts.findByEmail(change.email);
  if (!account) return { kind: 'unknown' };
  const decided = await decide(deps, change, account);
  if ('kind' in decided) return decided;
  const { name, claimsWork } = decided;
  const { applied } = claimsWork
    ? await deps.projectClaims(account.uid, claimsWork.options)
    : { applied: false };
  return { kind: 'changed', uid: account.uid, name, claimsApplied: applied };
}

type Decided = Exclude<StaffOutcome, { kind: 'changed' }> | { name: string; claimsWork: ClaimsWork | null };

function decide(deps: StaffDeps, { active, name: wanted }: StaffChange, account: Account): Promise<Decided> {
  const { uid } = account;
  const holder = deps.random.hex(10);
  return deps.transact<Decided>(async (tx) => {
    const now = deps.clock.now();
    const keys = { user: documentKeys.user(uid), staff: documentKeys.staff(uid) };
    const { user, staff } = await tx.readAll(keys);
    if (active && account.disabled) return { kind: 'disabled' };
    if (active && !isProven(account, user ?? factsWithoutDocument(uid))) return { kind: 'unproven' };
    if (!active && !staff) return { kind: 'not-staff' };
    const name = wanted ?? staff?.name ?? 'HRX';

    tx.set(keys.staff, { active, name });
    writeHrxAudit(
      tx,
      deps.random,
      {
        action: active ? 'staff.granted' : 'staff.revoked',
        tenantId: null,
        actorUid: 'operator',
        actorKind: 'operator',
        targetUid: uid,
        inviteId: null,
        before: { active: staff?.active ?? false },
        after: { active },
      },
      now,
    );
    const blank = user ?? newUserDocument(uid, { tenantId: '', inviteId: '' });
    const change = { uid, tenantId: null, staffActive: active, holder, now };
    const { document, claimsWork } = withClaimsWork(user, blank, change);
    tx.set(keys.user, document);
    return { name, claimsWork };
  });
}
