import { toMicros, type Micros } from '../engine/clock.ts';
import type { Database } from '../engine/database.ts';
import type { DocumentView } from '../engine/query/documentView.ts';
import type { LockRequest } from '../engine/lockSet.ts';
import type { Transaction, TransactionMode } from '../engine/transactions.ts';
import type { Message } from '../types.ts';
import type { ConsistencySelector, TransactionOptions } from './requests.ts';

/** What a read needs: the documents of its instant. */
export interface Reading {
  view: DocumentView;
  readTime: Micros;
}

/** What a read locks when it belongs to a transaction that may write. */
export type ReadLocks = Omit<LockRequest, 'writes'>;

/**
 * Opens a reading for an answer in one piece.
 * @throws FirestoreError when the transaction is unknown, cannot have its locks, or the instant is out of reach
 */
export async function openReading(
  database: Database,
  selector: ConsistencySelector,
  locks: ReadLocks,
): Promise<Reading> {
  return readingIn(database, selector, findTransaction(database, selector.transaction), locks);
}

/**
 * Opens a reading for a stream of answers, which may begin a transaction: its id comes first then. A transaction that
 * began with a read that fails, or whose reader went away before taking the id, is ended: nobody else knows it.
 * @throws FirestoreError as `openReading` and `answer` do
 */
export async function* streamReading(
  database: Database,
  selector: ConsistencySelector,
  locks: ReadLocks,
  answer: (reading: Reading) => Message[] | Promise<Message[]>,
): AsyncGenerator<Message> {
  const { transactions } = database;
  const begun = selector.newTransaction && transactions.begin(toMode(selector.newTransaction));
  const transaction = begun ?? findTransaction(database, selector.transaction);
  let isKnown = false;

  try {
    const answers = await answer(await readingIn(database, selector, transaction, locks));
    if (begun) yield { transaction: begun.id };
    isKnown = true;
    yield* answers;
  } finally {
    if (begun && !isKnown) transactions.end(begun);
  }
}

async function readingIn(
  database: Database,
  selector: ConsistencySelector,
  transaction: Transaction | undefined,
  locks: ReadLocks,
): Promise<Reading> {
  if (transaction) await database.transactions.lock(transaction, locks);

  const instant = transaction?.readTime ?? (selector.readTime && toMicros(selector.readTime));
  return {
    view: instant === undefined ? database.documents : database.viewAt(instant),
    readTime: instant ?? database.readTime(),
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
