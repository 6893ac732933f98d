/** Whether an expired invitation is renewed for who asks for a new link, or its inviter is told. Pure but for its types. */
import type { PendingInviteDocument, TenantSettingsDocument } from '../../contract/documents.ts';
import { FRESH_LINKS_MAX, LINK_KEPT_DAYS } from '../../contract/limits.ts';
import type { Actor } from '../../domain/authority.ts';
import { isDomainError } from '../../platform/DomainError.ts';
import { assertRoom } from '../../tenants/seats.ts';
import { mayStandFor } from '../offer.ts';
import { seatMovesOf } from '../send/assertInvitable.ts';

interface RenewalFacts {
  /** The one that has expired. */
  source: PendingInviteDocument;
  settings: TenantSettingsDocument;
  /** What who answers for the offer may do now. */
  guarantor: Actor | undefined;
  now: Date;
}

/** @returns whether the tenant, the dates, the guarantor and the seats allow it. Asked before an account is made. */
export function mayRenew({ source, settings, guarantor, now }: RenewalFacts): boolean {
  const isLate = now.getTime() - source.expiresAt.toMillis() > LINK_KEPT_DAYS * 24 * 3600_000;
  if (!settings.freshLinks || source.renewals >= FRESH_LINKS_MAX || isLate) return false;
  return mayStandFor(guarantor, source) && hasRoom(settings, source);
}

/** @param former what the new invitation takes the place of. */
export function hasRoom(
  settings: TenantSettingsDocument,
  former: Pick<PendingInviteDocument, 'status'> | undefined,
): boolean {
  try {
    assertRoom(settings, seatMovesOf(former));
    return true;
  } catch (thrown) {
    if (isDomainError(thrown)) return false;
    throw thrown;
  }
}
