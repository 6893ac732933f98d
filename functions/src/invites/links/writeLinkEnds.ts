/** The links of an invitation whose end has moved: they are kept as long as they are needed to tell what became of it. */
import type { PendingInviteDocument, Written } from '../../contract/documents.ts';
import type { LinkKeys } from '../../platform/linkKeys.ts';
import { millisOf } from '../../platform/millisOf.ts';
import type { Tx } from '../../platform/transaction.ts';
import type { InviteSecretsDocument } from './inviteSecret.ts';
import { newLinkDocument } from './linkDocuments.ts';

export function writeLinkEnds(
  tx: Tx,
  keys: LinkKeys,
  { tenantId, uid, inviteId, expiresAt }: Written<PendingInviteDocument>,
  { generation, links }: InviteSecretsDocument,
): void {
  for (const kind of ['mail', 'handover'] as const) {
    // A link whose key was taken away opens nothing any more.
    if (!keys.byId.has(links[kind].keyId)) continue;
    const seed = { ...links[kind], kind, tenantId, uid, generation };
    const end = { inviteId, expiresAt: new Date(millisOf(expiresAt)) };
    const { key, document } = newLinkDocument(keys, seed, end);
    tx.update(key, { expireAt: document.expireAt });
  }
}
