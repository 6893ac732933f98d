/** The link in a reminder that ends reminders: a secret of its own kind, which opens nothing else. */
import { documentKeys } from '../../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../../contract/documents.ts';
import { deriveFrom, hashSecret, withoutSlash, type LinkKeys } from '../../platform/linkKeys.ts';
import { hashOf } from '../../platform/random.ts';

/** @returns the same for the same invitation, so that a mail that is tried again carries the same link. */
export function reminderSecret(
  keys: LinkKeys,
  { tenantId, uid, inviteId }: Pick<PendingInviteDocument, 'tenantId' | 'uid' | 'inviteId'>,
): string {
  return deriveFrom(keys, keys.currentKeyId, ['hrx-reminders-off', tenantId, uid, inviteId]);
}

/** @returns what mail programs post to, and people open: in the path, since RFC 8058 sends nothing else of an address. */
export function remindersOffUrl(functionsUrl: string, secret: string): string {
  return `${withoutSlash(functionsUrl)}/unsubscribe/${secret}`;
}

export function reminderLinkKey(secret: string) {
  return documentKeys.reminderLink(hashSecret(secret));
}

/** @returns where it stands that this tenant reminds this address no more. Nobody reads an address out of the id. */
export function reminderStopId(tenantId: string, email: string): string {
  return hashOf('reminders off', tenantId, email);
}
