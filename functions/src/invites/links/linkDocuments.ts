/** What is stored of links: seeds, and the hashes that lead from a secret to its invitation. */
import { documentKey } from '../../contract/documentKeys.ts';
import type { Instant, Written } from '../../contract/documents.ts';
import { LINK_KEPT_DAYS } from '../../contract/limits.ts';
import { paths } from '../../contract/paths.ts';
import type { LinkKind } from '../../contract/statuses.ts';
import { deriveSecret, inviteUrl, type InviteSecretsDocument, type LinkSeed } from './inviteSecret.ts';
import { hashSecret, type LinkKeys } from '../../platform/linkKeys.ts';

/** `invite_links/{sha256(secret)}`. */
export interface InviteLinkDocument {
  tenantId: string;
  uid: string;
  kind: LinkKind;
  inviteId: string;
  generation: number;
  /** Which of the generation's links this is: a copied link is replaced without a new generation. */
  nonce: string;
  /** Firestore's TTL deletes it then: some time after the invitation's end its holder is still told what became of it. */
  expireAt: Instant;
}

export const linkDocumentKeys = {
  secrets: (tenantId: string, uid: string) =>
    documentKey<InviteSecretsDocument>(paths.inviteSecret(tenantId, uid)),
  link: (secretHash: string) => documentKey<InviteLinkDocument>(paths.inviteLink(secretHash)),
};

/** @returns where the document of the link with this secret is. */
export function linkKeyOf(secret: string) {
  return linkDocumentKeys.link(hashSecret(secret));
}

/** @returns the document of one link, and where it goes. */
export function newLinkDocument(
  keys: LinkKeys,
  seed: LinkSeed,
  invite: { inviteId: string; expiresAt: Date },
) {
  const { kind, tenantId, uid, generation, nonce } = seed;
  const document: Written<InviteLinkDocument> = {
    tenantId,
    uid,
    kind,
    inviteId: invite.inviteId,
    generation,
    nonce,
    expireAt: new Date(invite.expiresAt.getTime() + LINK_KEPT_DAYS * 24 * 3600_000),
  };
  return { key: linkKeyOf(deriveSecret(keys, seed)), document };
}

/** @returns the address that the link's holder opens. */
export function linkUrl(keys: LinkKeys, frontendUrl: string, seed: LinkSeed): string {
  return inviteUrl(frontendUrl, deriveSecret(keys, seed));
}

/** @returns whether no newer link of its kind took this one's place. */
export function isCurrentLink(
  link: Pick<InviteLinkDocument, 'kind' | 'generation' | 'nonce' | 'inviteId'>,
  secrets: InviteSecretsDocument | undefined,
  inviteId: string,
): boolean {
  return (
    link.inviteId === inviteId &&
    link.generation === secrets?.generation &&
    link.nonce === secrets.links[link.kind].nonce
  );
}
