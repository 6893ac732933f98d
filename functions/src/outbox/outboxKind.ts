/** What a kind of thing that leaves the house knows, and the outbox does not: types alone. `deps.ts` registers each kind. */
import type { DocumentKey } from '../contract/documentKeys.ts';
import type { OutboxRefs, RateLimitDocument } from '../contract/serverDocuments.ts';
import type { Tx } from '../platform/transaction.ts';
import type { Delivery } from './foldDelivery.ts';
import type { RenderedMail } from './outgoingMail.ts';
import type { OutboxWork } from './outboxWork.ts';

/** A share of one address: so many mails in a day. */
export interface Cap {
  key: DocumentKey<RateLimitDocument>;
  max: number;
}

export type Prepared =
  /** Answered, ended, replaced, without an address: it is over. */
  | {
      kind: 'nothing';
      reason: string;
      /** What the transaction has to write in its place. */
      write?: () => void;
    }
  /** Something else goes in its place, counted as this: `write` writes that into the outbox. */
  | { kind: 'instead'; caps: readonly Cap[]; write: () => OutboxWork }
  | {
      kind: 'mail';
      /** Exactly one address. */
      to: string;
      caps: readonly Cap[];
      /** Past its share: it goes as soon as there is room, or never, where nobody wants it tomorrow. */
      whenFull: 'hold' | 'drop';
      /** What else the transaction has to write before it is sent. May run once more with each try. */
      write?: () => void;
      /**
       * After the commit, once for each try: the same words each time.
       * @throws what kept it from being written; it is tried again.
       */
      render: () => Promise<RenderedMail | Undeliverable>;
    };

/** It never can be sent, for a reason that may be shown to who asked for it. */
export interface Undeliverable {
  undeliverable: string;
}

export interface OutboxKind<Refs extends OutboxRefs = OutboxRefs> {
  /** In the transaction that claims it: reads, and writes nothing yet. May run more than once. */
  prepare(tx: Tx, refs: Refs, now: Date): Promise<Prepared>;
  /**
   * For the place where people see how it fares, if there is one.
   * @returns after its reads, what writes one more event there. The same event twice, or an old one late, changes nothing.
   */
  openRecord?(tx: Tx, refs: Refs): Promise<(event: Delivery) => void>;
}

export type OutboxKinds = Readonly<Record<string, OutboxKind>>;
