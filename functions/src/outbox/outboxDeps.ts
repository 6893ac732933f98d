/** What the outbox needs: types alone. */
import type { OutboxDocument } from '../contract/serverDocuments.ts';
import type { OutboxKinds } from './outboxKind.ts';
import type { OutboxWriterDeps } from './outboxWork.ts';
import type { SendMail } from './outgoingMail.ts';

export interface OutboxStore {
  /** @returns what is unfinished and due, longest due first. */
  listDue(now: Date, limit: number): Promise<{ id: string; item: OutboxDocument }[]>;
}

export interface OutboxDeps extends OutboxWriterDeps {
  outboxKinds: OutboxKinds;
  outboxStore: OutboxStore;
  sendMail: SendMail;
}
