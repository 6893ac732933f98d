/** What notices are sent with: types alone. */
import type { NoticeDigestDocument } from '../contract/serverDocuments.ts';
import type { Account } from '../domain/account.ts';
import type { OutboxWriterDeps } from '../outbox/outboxWork.ts';
import type { ListDue } from '../platform/dueQuery.ts';

export interface NoticeDeps extends OutboxWriterDeps {
  accounts: { findByUid(uid: string): Promise<Account | undefined> };
  frontendUrl(): string;
  /** Digests whose day is over, and which nobody has sent. */
  listDueDigests: ListDue<NoticeDigestDocument>;
}
