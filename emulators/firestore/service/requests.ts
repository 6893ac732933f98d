import type { ExplainOptions } from './explain.ts';
import type { Precondition, WriteMessage } from '../engine/write.ts';
import type { StructuredAggregationQuery, StructuredQuery } from '../engine/query/structuredQuery.ts';
import type { Document, Timestamp } from '../types.ts';

/** The requests of google.firestore.v1.Firestore, as far as the service reads them. */

export interface DocumentMask {
  fieldPaths?: string[];
}

/** google.firestore.v1.TransactionOptions. */
export interface TransactionOptions {
  readOnly?: { readTime?: Timestamp };
  readWrite?: { retryTransaction?: Buffer };
}

/** What a read sees: a transaction, a new one, or an instant; the latest state when nothing is set. */
export interface ConsistencySelector {
  transaction?: Buffer;
  newTransaction?: TransactionOptions;
  readTime?: Timestamp;
}

export interface GetDocumentRequest extends ConsistencySelector {
  name?: string;
  mask?: DocumentMask;
}

export interface BatchGetDocumentsRequest extends ConsistencySelector {
  database?: string;
  documents?: string[];
  mask?: DocumentMask;
}

export interface ListDocumentsRequest extends ConsistencySelector {
  parent?: string;
  collectionId?: string;
  pageSize?: number;
  pageToken?: string;
  orderBy?: string;
  mask?: DocumentMask;
  showMissing?: boolean;
}

export interface ListCollectionIdsRequest {
  parent?: string;
  pageSize?: number;
  pageToken?: string;
  readTime?: Timestamp;
}

export interface RunQueryRequest extends ConsistencySelector {
  parent?: string;
  structuredQuery?: StructuredQuery;
  explainOptions?: ExplainOptions;
}

export interface RunAggregationQueryRequest extends ConsistencySelector {
  parent?: string;
  structuredAggregationQuery?: StructuredAggregationQuery;
  explainOptions?: ExplainOptions;
}

/** google.firestore.v1.PartitionQueryRequest. */
export interface PartitionQueryRequest {
  parent?: string;
  structuredQuery?: StructuredQuery;
  partitionCount?: string | number;
  pageToken?: string;
  pageSize?: number;
  readTime?: Timestamp;
}

export interface CreateDocumentRequest {
  parent?: string;
  collectionId?: string;
  documentId?: string;
  document?: Partial<Document>;
  mask?: DocumentMask;
}

export interface UpdateDocumentRequest {
  document?: Document;
  updateMask?: DocumentMask;
  mask?: DocumentMask;
  currentDocument?: Precondition;
}

export interface DeleteDocumentRequest {
  name?: string;
  currentDocument?: Precondition;
}

export interface BeginTransactionRequest {
  database?: string;
  options?: TransactionOptions;
}

export interface CommitRequest {
  database?: string;
  writes?: WriteMessage[];
  transaction?: Buffer;
}

export interface RollbackRequest {
  database?: string;
  transaction?: Buffer;
}

export interface BatchWriteRequest {
  database?: string;
  writes?: WriteMessage[];
}

/** One message of a Write stream; the first one is the handshake. */
export interface WriteRequest {
  database?: string;
  streamId?: string;
  writes?: WriteMessage[];
  streamToken?: Buffer;
}

export interface ListenRequest {
  database?: string;
  addTarget?: ListenTarget;
  removeTarget?: number;
}

/** google.firestore.v1.Target. */
export interface ListenTarget {
  targetId?: number;
  query?: { parent?: string; structuredQuery?: StructuredQuery };
  documents?: { documents?: string[] };
  resumeToken?: Buffer;
  readTime?: Timestamp;
  once?: boolean;
}
