/** The kind `inviter-notice` of the outbox: tells whoever sent an invitation what became of it. */
import { documentKeys } from '../contract/documentKeys.ts';
import { NOTICES_A_DAY } from '../contract/limits.ts';
import { noticesOf, switchOf } from '../contract/notices.ts';
import { standingKeys, standingOf } from '../domain/standing.ts';
import { takeRoom } from '../outbox/caps.ts';
import type { OutboxKind, Prepared } from '../outbox/outboxKind.ts';
import { inviterNoticeMail } from '../outbox/templates/inviterNoticeWords.ts';
import { renderNoticeMail } from '../outbox/templates/renderNoticeMail.ts';
import { hashOf } from '../platform/random.ts';
import { digestDay, digestKey, withEntry } from './digests.ts';
import type { NoticeDeps } from './noticeDeps.ts';
import { noticesUrl, rowUrl } from './noticeLinks.ts';
import { reachableAddress } from './reachableAddress.ts';
import type { InviterNoticeRefs } from './writeNotice.ts';

export function inviterNotice(deps: NoticeDeps): OutboxKind<InviterNoticeRefs> {
  return {
    async prepare(tx, refs, now) {
      const { notice, receiverUid, tenantId, uid, inviteId } = refs;
      const digest = digestKey(receiverUid, digestDay(now));
      const cap = {
        key: documentKeys.rateLimit(hashOf('notices to', receiverUid)),
        max: NOTICES_A_DAY,
      };
      const [to, read] = await Promise.all([
        reachableAddress(deps, receiverUid),
        tx.readAll({
          ...standingKeys(tenantId, receiverUid),
          user: documentKeys.user(receiverUid),
          invite: documentKeys.pendingInvite(tenantId, uid),
          tenant: documentKeys.tenant(tenantId),
          bucket: cap.key,
          digest,
        }),
      ]);
      const { invite, tenant } = read;
      if (to === undefined) return nothing('no address');
      if (!standingOf(read) || !tenant) return nothing('no longer there');
      if (!noticesOf(read.user)[switchOf(notice)]) return nothing('switched off');
      if (invite?.inviteId !== inviteId || invite.addressErasedAt) return nothing('replaced');
      if (takeRoom([cap], [read.bucket], now).isFull) {
        const entry = { notice, tenantId, uid, inviteId };
        const write = () => tx.set(digest, withEntry(read.digest, receiverUid, entry, now));
        return { kind: 'nothing', reason: 'in the digest', write };
      }
      return {
        kind: 'mail',
        to,
        caps: [cap],
        whenFull: 'drop',
        render: () =>
          renderNoticeMail(
            inviterNoticeMail(
              { notice, invite, brandColor: tenant.branding.color },
              { row: rowUrl(deps.frontendUrl(), invite), notices: noticesUrl(deps.frontendUrl()) },
            ),
          ),
      };
    },
  };
}

function nothing(reason: string): Prepared {
  return { kind: 'nothing', reason };
}
