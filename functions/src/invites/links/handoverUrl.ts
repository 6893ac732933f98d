/** The hand-over link of an answer: derived each time, so that no document holds it. */
import { linkUrl } from './linkDocuments.ts';
import type { LinkSeed } from './inviteSecret.ts';
import type { InviteDeps } from '../inviteDeps.ts';

/** What the link is derived from: worth nothing without the key. */
export type HandoverLink = Omit<LinkSeed, 'kind'>;

/** @returns the same link for the same seed. */
export function handoverUrl(
  deps: Pick<InviteDeps, 'linkKeys' | 'frontendUrl'>,
  { keyId, nonce, tenantId, uid, generation }: HandoverLink,
): string {
  return linkUrl(deps.linkKeys(), deps.frontendUrl(), {
    kind: 'handover',
    keyId,
    nonce,
    tenantId,
    uid,
    generation,
  });
}
