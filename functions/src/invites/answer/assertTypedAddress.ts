/** What a mailed link does beyond showing takes its address: scanners of mail open links and press buttons. */
import { countTypedAddress } from '../../limits/countTypedAddress.ts';
import { DomainError } from '../../platform/DomainError.ts';
import type { InviteDeps } from '../inviteDeps.ts';

/**
 * @param asked the secret of a mailed link, and what the person typed.
 * @param invited the address that the link was mailed to.
 * @throws invite/address-needed, invite/wrong-address, limits/addresses. Nothing is changed but a counter.
 */
export async function assertTypedAddress(
  deps: Pick<InviteDeps, 'transact' | 'clock'>,
  { secret, email }: { secret: string; email?: string | null | undefined },
  invited: string,
): Promise<void> {
  if (!email) throw new DomainError('invite/address-needed');
  const isRight = email === invited;
  await countTypedAddress(deps, secret, isRight);
  if (!isRight) throw new DomainError('invite/wrong-address');
}
