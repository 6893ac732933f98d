/** The kind `account-notice` of the outbox: tells the owner of an account what happened to it. */
import { documentKeys } from '../contract/documentKeys.ts';
import type { OutboxKind } from '../outbox/outboxKind.ts';
import { accountNoticeMail } from '../outbox/templates/accountNoticeWords.ts';
import { renderNoticeMail } from '../outbox/templates/renderNoticeMail.ts';
import { withoutSlash } from '../platform/linkKeys.ts';
import type { NoticeDeps } from './noticeDeps.ts';
import type { AccountNoticeRefs } from './writeNotice.ts';

export function accountNotice(deps: NoticeDeps): OutboxKind<AccountNoticeRefs> {
  return {
    async prepare(tx, { notice, uid, tenantId }) {
      const [account, { user, tenant, member }] = await Promise.all([
        deps.accounts.findByUid(uid),
        tx.readAll({
          user: documentKeys.user(uid),
          tenant: tenantId === '' ? null : documentKeys.tenant(tenantId),
          member: tenantId === '' ? null : documentKeys.member(tenantId, uid),
        }),
      ]);
      // Also to an address that nobody has proven: it is whose mailbox it is that has to know.
      if (!account?.email || account.disabled) return { kind: 'nothing', reason: 'no account' };
      if (notice === 'role_given' && (!tenant || member?.state !== 'active'))
        return { kind: 'nothing', reason: 'no longer there' };
      // Setting it failed after this was written down.
      if (notice === 'password_set' && !user?.begun) return { kind: 'nothing', reason: 'not set' };
      const frontendUrl = withoutSlash(deps.frontendUrl());
      return {
        kind: 'mail',
        to: account.email,
        caps: [],
        whenFull: 'drop',
        render: () =>
          renderNoticeMail(
            accountNoticeMail(
              { notice, tenant: tenant ?? null, role: member?.role ?? null },
              { home: frontendUrl, reset: `${frontendUrl}/forgot-password` },
            ),
          ),
      };
    },
  };
}
