import { parseDatabaseName } from '../engine/documentNames.ts';
import type { Message } from '../types.ts';
import type { CallContext } from './callContext.ts';
import { toMode } from './reading.ts';
import type { BeginTransactionRequest, RollbackRequest } from './requests.ts';

/** BeginTransaction. */
export function beginTransaction(context: CallContext, request: BeginTransactionRequest): Promise<Message> {
  const { database } = context.open(parseDatabaseName(request.database));
  const { id } = database.transactions.begin(toMode(request.options ?? {}));
  return Promise.resolve({ transaction: id });
}

/** Rollback. @throws FirestoreError INVALID_ARGUMENT for a transaction that has ended, or never was */
export function rollback(context: CallContext, request: RollbackRequest): Promise<Message> {
  const { transactions } = context.open(parseDatabaseName(request.database)).database;
  transactions.end(transactions.get(request.transaction ?? Buffer.alloc(0)));
  return Promise.resolve({});
}
