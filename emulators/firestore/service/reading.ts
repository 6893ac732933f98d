import { toMicros, type Micros } from '../engine/clock.ts';
import type { Database } from '../engine/database.ts';
import type { Path } from '../engine/documentNames.ts';
import type { DocumentView, QueryScope } from '../engine/documentStore.ts';
import type { Transaction, TransactionMode } from '../engine/transactions.ts';
import type { ConsistencySelector, TransactionOptions } from './requests.ts';

/** What a read needs: the documents of its instant. */
export interface Reading {
  view: DocumentView;
  readTime: Micros;
  /** The id of the transaction that this read began, for the first answer. */
  begun: Buffer | undefined;
  /** Ends the transaction that this read began, since nobody learns of it when the read fails. */
  abandon(): void;
}

/** What a read locks when it belongs to a transaction that may write. */
export interface ReadLocks {
  documents?: readonly Path[];
  scopes?: readonly QueryScope[];
}

/** @throws FirestoreError when the transaction is unknown, cannot have its locks, or the instant is out of reach. */
export async function openReading(
  database: Database,
  selector: ConsistencySelector,
  { documents = [], scopes = [] }: ReadLocks,
): Promise<Reading> {
  const { transactions } = database;
  const begun = selector.newTransaction && transactions.begin(toMode(selector.newTransaction));
  const transaction = begun ?? findTransaction(database, selector.transaction);
  if (transaction) await transactions.lock(transaction, documents, scopes);

  const instant = transaction?.readTime ?? (selector.readTime && toMicros(selector.readTime));
  return {
    view: instant === undefined ? database.documents : database.viewAt(instant),
    readTime: instant ?? database.readTime(),
    begun: begun?.id,
    abandon: () => begun && transactions.end(begun),
  };
}

function findTransaction({ transactions }: Database, id: Buffer | undefined): Transaction | undefined {
  return id && id.length > 0 ? transactions.get(id) : undefined;
}

/** google.firestore.v1.TransactionOptions; a transaction may write unless it says otherwise. */
export function toMode({ readOnly, readWrite }: TransactionOptions): TransactionMode {
  if (!readOnly) return { readOnly: false, retryOf: readWrite?.retryTransaction };
  return { readOnly: true, readTime: readOnly.readTime && toMicros(readOnly.readTime) };
}
