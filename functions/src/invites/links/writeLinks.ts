/** Both links of an invitation's generation: what they are derived from, and the hashes that their holders are found by. */
import type { PendingInviteDocument, Written } from '../../contract/documents.ts';
import type { LinkKeys } from '../../platform/linkKeys.ts';
import { millisOf } from '../../platform/millisOf.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { InviteSecretsDocument } from './inviteSecret.ts';
import { linkDocumentKeys, newLinkDocument } from './linkDocuments.ts';

type Linked = Pick<
  Written<PendingInviteDocument>,
  'tenantId' | 'uid' | 'inviteId' | 'generation' | 'expiresAt'
>;

/**
 * Every link of an earlier generation opens nothing from then on.
 *
 * @param nonces what makes these two differ from all others: chosen before the transaction.
 * @returns what the hand-over link is derived from.
 */
export function writeLinks(
  tx: Tx,
  keys: LinkKeys,
  { tenantId, uid, inviteId, generation, expiresAt }: Linked,
  nonces: { mail: string; handover: string },
) {
  const keyId = keys.currentKeyId;
  const links = { mail: { keyId, nonce: nonces.mail }, handover: { keyId, nonce: nonces.handover } };
  const secrets: Written<InviteSecretsDocument> = { generation, links };
  tx.set(linkDocumentKeys.secrets(tenantId, uid), secrets);
  for (const kind of ['mail', 'handover'] as const) {
    const seed = { ...links[kind], kind, tenantId, uid, generation };
    const { key, document } = newLinkDocument(keys, seed, {
      inviteId,
      expiresAt: new Date(millisOf(expiresAt)),
    });
    tx.create(key, document);
  }
  return links.handover;
}
