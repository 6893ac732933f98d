/** What we know of an account: Auth's own record and `users/{uid}` side by side. Pure. */
import type { UserDocument, Written } from '../contract/documents.ts';

/** The part of a fresh Auth record that decisions are made on. */
export interface Account {
  uid: string;
  email: string | null;
  emailVerified: boolean;
  disabled: boolean;
  /** How somebody can sign in: `password`, `google.com` and the like. */
  providers: readonly string[];
  /** Sessions from before were ended by Firebase: a reset, a revocation. */
  tokensValidAfterMillis: number | null;
  /** How many second factors are enrolled. */
  secondFactors: number;
  customClaims: Record<string, unknown>;
}

/** What `users/{uid}` says of an account. */
export type UserFacts = Pick<UserDocument, 'origin' | 'begun' | 'addressProven' | 'reclaim'>;

/**
 * Accounts that we make get an id of this shape. Nobody else can choose one, so it says who made the account also when
 * a crash came between the account and its document.
 */
const OWN_UID = /^inv_[0-9a-f]{24}$/;

/** @param random 12 random bytes as hex. */
export function ownUid(random: string): string {
  return `inv_${random}`;
}

/** @returns what is known of an account that has no document yet. */
export function factsWithoutDocument(uid: string): UserFacts {
  const origin = OWN_UID.test(uid) ? 'invited' : 'existing';
  return { origin, begun: null, addressProven: null, reclaim: null };
}

/** @returns whether we made the account and nobody ever had a way to sign in to it. */
export function isNeverUsed(account: Account, user: UserFacts): boolean {
  return user.origin === 'invited' && user.begun === null && account.providers.length === 0;
}

/**
 * @returns whether the address that the account has now is known to be its owner's. A bare verify click does not count
 *   where the password was chosen by whoever held a hand-over link: only our mail link, which sets a new one, proves it
 *   then, and for the address that it went to. Nor does anything count while a new password is being set. The rules ask
 *   the same.
 */
export function isProven(
  account: Pick<Account, 'email' | 'emailVerified'>,
  user: Omit<UserFacts, 'origin'>,
): boolean {
  const { email, emailVerified } = account;
  if (!emailVerified || user.reclaim !== null) return false;
  return user.begun?.by !== 'handover' || (email !== null && user.addressProven?.email === email);
}

/** @returns `users/{uid}` of an account that had none. */
export function newUserDocument(
  uid: string,
  madeFor: { tenantId: string; inviteId: string },
): Written<UserDocument> {
  const { origin, addressProven } = factsWithoutDocument(uid);
  return {
    uid,
    origin,
    madeBy: origin === 'invited' ? madeFor : null,
    begun: null,
    addressProven,
    reclaim: null,
    memberships: {},
    idleSince: null,
    tombstone: null,
    membershipsVersion: 0,
    claimsVersion: 0,
    claimsLease: null,
    sync: { state: 'synced', attempt: 0, nextAt: null, error: null, waiting: [] },
    claimsLeftOut: [],
    sessionsValidFrom: null,
  };
}
