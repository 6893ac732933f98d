/**
 * What the parts of the embedded Firestore say to each other: the wire's own messages (google.firestore.v1), as
 * @grpc/proto-loader gives them with `{longs: String, enums: String, defaults: false, oneofs: true, bytes: Buffer}`.
 * Every door (gRPC, WebChannel, REST) turns its bytes into these and calls the one service.
 */

/** A google.protobuf.Timestamp: seconds as a decimal string, nanos 0 to 999,999,999. Either is left out where it is 0. */
export interface Timestamp {
  seconds?: string | number;
  nanos?: number;
}

/** A google.firestore.v1.Value: exactly one of the fields is set. */
export interface Value {
  nullValue?: 'NULL_VALUE';
  booleanValue?: boolean;
  integerValue?: string | number;
  doubleValue?: number;
  timestampValue?: Timestamp;
  stringValue?: string;
  bytesValue?: Buffer;
  referenceValue?: string;
  geoPointValue?: { latitude?: number; longitude?: number };
  arrayValue?: { values?: Value[] };
  mapValue?: { fields?: Fields };
}

export type Fields = Record<string, Value>;

/** A google.firestore.v1.Document; `name` is `projects/P/databases/D/documents/…`. */
export interface Document {
  name: string;
  fields?: Fields;
  createTime?: Timestamp;
  updateTime?: Timestamp;
}

/** The gRPC status names that the service uses; doors map them to their own numbers and HTTP codes. */
export type StatusName =
  | 'CANCELLED'
  | 'INVALID_ARGUMENT'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'PERMISSION_DENIED'
  | 'RESOURCE_EXHAUSTED'
  | 'FAILED_PRECONDITION'
  | 'ABORTED'
  | 'OUT_OF_RANGE'
  | 'UNIMPLEMENTED'
  | 'INTERNAL'
  | 'UNAVAILABLE'
  | 'UNAUTHENTICATED';

/** The one error that the engine, the rules and the service throw on purpose. */
export class FirestoreError extends Error {
  readonly status: StatusName;

  constructor(status: StatusName, message: string) {
    super(message);
    this.name = 'FirestoreError';
    this.status = status;
  }
}

/** Who asks. `Authorization: Bearer owner` is the Admin SDK; anyone else is judged by firestore.rules. */
export type Caller =
  | { kind: 'owner' }
  /** `auth` is null for nobody; else the claims of the (unsigned) ID token, `uid` being its `user_id` or `sub`. */
  | { kind: 'client'; auth: { uid: string; token: Record<string, unknown> } | null };

/** One side of a bidirectional stream (Listen, Write): the door pushes requests in, the service sends answers. */
export interface StreamSession {
  request(message: Message): void;
  /** The client went away or ended the stream. Nothing is sent after it. */
  close(): void;
}

export interface StreamSink {
  send(message: Message): void;
  /** Ends the stream with a status. Nothing is sent after it. */
  fail(error: FirestoreError): void;
}

export type Message = Record<string, unknown>;

export type UnaryMethod =
  | 'GetDocument'
  | 'ListDocuments'
  | 'CreateDocument'
  | 'UpdateDocument'
  | 'DeleteDocument'
  | 'BeginTransaction'
  | 'Commit'
  | 'Rollback'
  | 'BatchWrite'
  | 'ListCollectionIds'
  | 'PartitionQuery';

export type ServerStreamMethod = 'BatchGetDocuments' | 'RunQuery' | 'RunAggregationQuery';

/** google.firestore.v1.Firestore, judged by the rules where the caller is not the owner. */
export interface FirestoreService {
  unary(method: UnaryMethod, request: Message, caller: Caller): Promise<Message>;
  serverStream(method: ServerStreamMethod, request: Message, caller: Caller): AsyncIterable<Message>;
  listen(caller: Caller, sink: StreamSink): StreamSession;
  write(caller: Caller, sink: StreamSink): StreamSession;
}

export type AccessMethod = 'get' | 'list' | 'create' | 'update' | 'delete';

/** What the service asks the rules, once for each document read or written, and once for each query. */
export interface AccessRequest {
  method: AccessMethod;
  /** `P` and `D` of the document's name. */
  projectId: string;
  databaseId: string;
  /**
   * get, create, update, delete: the segments of the document's path. list: those of the collection's *parent*
   * document (empty at the root), the query itself naming the collection.
   */
  path: string[];
  auth: { uid: string; token: Record<string, unknown> } | null;
  time: Date;
  /** The document as it stands (get, update, delete); null where there is none. */
  resource?: Document | null;
  /** The document as it would stand after the write (create, update). */
  nextResource?: Document;
  /** list: the google.firestore.v1.StructuredQuery. */
  query?: Message;
}

/** An expression of the rules, and what came of it, in the form of Google's emulator. */
export interface CoverageNode {
  sourcePosition: {
    fileName: string;
    line: number;
    column: number;
    currentOffset: number;
    endOffset: number;
  };
  /** Absent where it was never evaluated. */
  values?: CoverageValue[];
  children?: CoverageNode[];
}

export interface CoverageValue {
  /** Such as `{boolValue: true}`; `{undefined: …}` for a failure. */
  value: Record<string, unknown>;
  count: number;
}

export interface RulesCoverage {
  source: string;
  report: CoverageNode[];
}

/** What judges requests. */
export interface RulesRuntime {
  /**
   * Decides one request. `read` gives documents for `get()` and `exists()` (null where there is none) by path
   * segments; for `getAfter()` and `existsAfter()` as they would be after the commit. Answers why it was denied for the log; never throws for a request, whatever the expressions do.
   */
  judge(
    request: AccessRequest,
    read: (path: string[], isAfter: boolean) => Promise<Document | null>,
  ): Promise<{ allowed: boolean; reason: string }>;
}

/** firestore.rules, loaded. */
export interface Rules extends RulesRuntime {
  /** What the judgements so far have evaluated; null where there are no rules. */
  coverage(): RulesCoverage | null;
}
