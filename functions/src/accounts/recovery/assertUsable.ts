/** Whether the secret of a mail still opens something. Pure but for what it throws. */
import type { RecoveryMailDocument } from '../../contract/serverDocuments.ts';
import { DomainError } from '../../platform/DomainError.ts';

/** @throws recovery/not-found for what was never mailed, opens something else, was used or has ended. */
export function assertUsable(
  mail: RecoveryMailDocument | undefined,
  opens: NonNullable<RecoveryMailDocument['opens']>,
  now: Date,
): RecoveryMailDocument {
  if (mail?.opens !== opens || mail.usedAt !== null || mail.expireAt.toMillis() <= now.getTime()) {
    throw new DomainError('recovery/not-found');
  }
  return mail;
}
