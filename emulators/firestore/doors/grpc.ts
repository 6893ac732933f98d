import {
  Metadata,
  Server,
  ServerCredentials,
  type ServerDuplexStream,
  type ServerWritableStream,
  type handleBidiStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  type ServiceDefinition,
} from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { toFirestoreError, toRpcStatus } from '../service/statusCodes.ts';
import type {
  Caller,
  FirestoreService,
  Message,
  ServerStreamMethod,
  StreamSession,
  StreamSink,
  UnaryMethod,
} from '../types.ts';
import { callerFrom } from './caller.ts';
import { firestoreProtos } from './firestoreProtos.ts';

/** https://firebase.google.com/docs/firestore/quotas: a request holds at most 10 MiB; gRPC's own framing comes on top. */
const MAX_REQUEST_BYTES = 11 * 1024 * 1024;

const UNARY_METHODS: readonly UnaryMethod[] = [
  'GetDocument',
  'ListDocuments',
  'CreateDocument',
  'UpdateDocument',
  'DeleteDocument',
  'BeginTransaction',
  'Commit',
  'Rollback',
  'BatchWrite',
  'ListCollectionIds',
  'PartitionQuery',
];

const SERVER_STREAM_METHODS: readonly ServerStreamMethod[] = [
  'BatchGetDocuments',
  'RunQuery',
  'RunAggregationQuery',
];

export interface GrpcDoor {
  /** The port it listens on. */
  port: number;
  /** Ends every call and stops listening. */
  close(): void;
}

/**
 * Serves google.firestore.v1.Firestore over gRPC without TLS, for server SDKs and the web SDK in Node. What the service
 * does not offer is UNIMPLEMENTED.
 *
 * @throws Error where the port (0 for a free one) cannot be opened
 */
export async function openGrpcDoor(service: FirestoreService, host: string, port: number): Promise<GrpcDoor> {
  const server = new Server({ 'grpc.max_receive_message_length': MAX_REQUEST_BYTES });
  server.addService(serviceDefinition(), {
    ...Object.fromEntries(UNARY_METHODS.map((method) => [method, handleUnary(service, method)])),
    ...Object.fromEntries(
      SERVER_STREAM_METHODS.map((method) => [method, handleServerStream(service, method)]),
    ),
    Listen: handleStream((caller, sink) => service.listen(caller, sink)),
    Write: handleStream((caller, sink) => service.write(caller, sink)),
  });

  const bound = await new Promise<number>((resolve, reject) => {
    server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, actual) =>
      error ? reject(error) : resolve(actual),
    );
  });
  return { port: bound, close: () => server.forceShutdown() };
}

function serviceDefinition(): ServiceDefinition {
  const definitions = fromJSON(firestoreProtos, {
    longs: String,
    enums: String,
    defaults: false,
    oneofs: true,
    bytes: Buffer,
  });
  return definitions['google.firestore.v1.Firestore'] as ServiceDefinition;
}

function callerOf(metadata: Metadata): Caller {
  return callerFrom(metadata.get('authorization')[0]?.toString());
}

/** An error as grpc-js sends it. */
function toStatus(error: unknown): { code: number; details: string } {
  const { code, message } = toRpcStatus(toFirestoreError(error));
  return { code, details: message };
}

function handleUnary(service: FirestoreService, method: UnaryMethod): handleUnaryCall<Message, Message> {
  return (call, respond) => {
    const answer = async (): Promise<Message> => service.unary(method, call.request, callerOf(call.metadata));
    answer().then(
      (response) => respond(null, response),
      (error: unknown) => respond(toStatus(error)),
    );
  };
}

function handleServerStream(
  service: FirestoreService,
  method: ServerStreamMethod,
): handleServerStreamingCall<Message, Message> {
  return (call) => {
    // Headers first: without them the Admin SDK (its dependency retry-request) takes an error for a failure of the network,
    // and asks again twice, after two and four seconds, before it tells anybody.
    call.sendMetadata(new Metadata());
    sendAll(service, method, call).then(
      () => call.end(),
      (error: unknown) => call.emit('error', toStatus(error)),
    );
  };
}

/** Sends as fast as the client takes. Leaving the loop when it has gone ends the service's work on the call. */
async function sendAll(
  service: FirestoreService,
  method: ServerStreamMethod,
  call: ServerWritableStream<Message, Message>,
): Promise<void> {
  const gone = happens(call, 'cancelled');
  for await (const response of service.serverStream(method, call.request, callerOf(call.metadata))) {
    if (call.cancelled) return;
    if (!call.write(response)) await Promise.race([happens(call, 'drain'), gone]);
  }
}

function happens(call: ServerWritableStream<Message, Message>, event: 'cancelled' | 'drain'): Promise<void> {
  return new Promise((resolve) => call.once(event, resolve));
}

function handleStream(
  open: (caller: Caller, sink: StreamSink) => StreamSession,
): handleBidiStreamingCall<Message, Message> {
  return (call: ServerDuplexStream<Message, Message>) => {
    const sink: StreamSink = {
      send: (message) => call.write(message),
      fail: (error) => call.emit('error', toStatus(error)),
    };
    let session: StreamSession;
    try {
      session = open(callerOf(call.metadata), sink);
    } catch (error) {
      call.emit('error', toStatus(error));
      return;
    }
    call.on('data', (message: Message) => session.request(message));
    call.on('cancelled', () => session.close());
    call.on('end', () => {
      session.close();
      call.end();
    });
  };
}
