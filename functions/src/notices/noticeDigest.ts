/** The kind `notice-digest` of the outbox: what an inviter is told of a whole day. */
import { documentKey, documentKeys } from '../contract/documentKeys.ts';
import type { PendingInviteDocument } from '../contract/documents.ts';
import { noticesOf, switchOf } from '../contract/notices.ts';
import type { NoticeDigestDocument } from '../contract/serverDocuments.ts';
import { standingKeys, standingOf } from '../domain/standing.ts';
import type { OutboxKind } from '../outbox/outboxKind.ts';
import { digestMail, type DigestLine } from '../outbox/templates/digestWords.ts';
import { renderNoticeMail } from '../outbox/templates/renderNoticeMail.ts';
import type { Tx } from '../platform/transaction.ts';
import type { NoticeDeps } from './noticeDeps.ts';
import { listUrl, noticesUrl } from './noticeLinks.ts';
import { reachableAddress } from './reachableAddress.ts';
import type { NoticeDigestRefs } from './sendDueDigests.ts';

export function noticeDigest(deps: NoticeDeps): OutboxKind<NoticeDigestRefs> {
  return {
    async prepare(tx, { path }) {
      const { digest } = await tx.readAll({ digest: documentKey<NoticeDigestDocument>(path) });
      if (!digest) return { kind: 'nothing', reason: 'gone' };
      const to = await reachableAddress(deps, digest.receiverUid);
      if (to === undefined) return { kind: 'nothing', reason: 'no address' };
      const lines = await linesOf(tx, digest);
      const [first] = lines;
      if (!first) return { kind: 'nothing', reason: 'nothing left to tell' };
      const frontendUrl = deps.frontendUrl();
      const links = {
        list: listUrl(frontendUrl, first.invite.tenantId),
        notices: noticesUrl(frontendUrl),
      };
      return {
        kind: 'mail',
        to,
        caps: [],
        whenFull: 'drop',
        render: () => renderNoticeMail(digestMail({ lines, more: digest.more }, links)),
      };
    },
  };
}

/** @returns what the receiver may still see, and wants to be told. */
async function linesOf(
  tx: Tx,
  { receiverUid, entries }: Pick<NoticeDigestDocument, 'receiverUid' | 'entries'>,
): Promise<DigestLine[]> {
  const keys = entries.map(({ tenantId, uid }) => documentKeys.pendingInvite(tenantId, uid));
  const [{ user }, invites, standings] = await Promise.all([
    tx.readAll({ user: documentKeys.user(receiverUid) }),
    tx.readAll(Object.fromEntries(keys.map((key, index) => [String(index), key]))) as Promise<
      Record<string, PendingInviteDocument | undefined>
    >,
    Promise.all(
      [...new Set(entries.map(({ tenantId }) => tenantId))].map(
        async (tenantId) =>
          [tenantId, standingOf(await tx.readAll(standingKeys(tenantId, receiverUid)))] as const,
      ),
    ),
  ]);
  const there = new Map(standings);
  const wanted = noticesOf(user);
  return entries.flatMap(({ notice, tenantId, inviteId }, index) => {
    const invite = invites[String(index)];
    const isCurrent = invite?.inviteId === inviteId && !invite.addressErasedAt;
    return isCurrent && there.get(tenantId) && wanted[switchOf(notice)] ? [{ notice, invite }] : [];
  });
}
