import type { FirestoreService, Message, ServerStreamMethod, UnaryMethod } from '../types.ts';
import { beginTransaction, rollback } from './beginTransaction.ts';
import { createCallContext, type CallContext, type ServiceOptions } from './callContext.ts';
import { batchWrite, commit } from './commitWrites.ts';
import { listCollectionIds, listDocuments } from './listDocuments.ts';
import { createListenSession } from './listenSession.ts';
import { partitionQuery } from './partitionQuery.ts';
import { runAggregationQuery, runQuery } from './queryDocuments.ts';
import { batchGetDocuments, getDocument } from './readDocuments.ts';
import { createDocument, deleteDocument, updateDocument } from './writeDocument.ts';
import { createWriteSession } from './writeSession.ts';

type Unary = (context: CallContext, request: Message) => Promise<Message>;
type ServerStream = (context: CallContext, request: Message) => AsyncIterable<Message>;

const UNARY: Record<UnaryMethod, Unary> = {
  GetDocument: getDocument,
  ListDocuments: listDocuments,
  CreateDocument: createDocument,
  UpdateDocument: updateDocument,
  DeleteDocument: deleteDocument,
  BeginTransaction: beginTransaction,
  Commit: commit,
  Rollback: rollback,
  BatchWrite: batchWrite,
  ListCollectionIds: listCollectionIds,
  PartitionQuery: partitionQuery,
};

const SERVER_STREAM: Record<ServerStreamMethod, ServerStream> = {
  BatchGetDocuments: batchGetDocuments,
  RunQuery: runQuery,
  RunAggregationQuery: runAggregationQuery,
};

/** google.firestore.v1.Firestore over an engine; clients are judged by the rules. Every refusal is a FirestoreError. */
export function createFirestoreService(options: ServiceOptions): FirestoreService {
  return {
    unary: async (method, request, caller) => UNARY[method](createCallContext(options, caller), request),
    serverStream: (method, request, caller) =>
      SERVER_STREAM[method](createCallContext(options, caller), request),
    listen: (caller, sink) => createListenSession(createCallContext(options, caller), sink),
    write: (caller, sink) => createWriteSession(createCallContext(options, caller), sink),
  };
}
