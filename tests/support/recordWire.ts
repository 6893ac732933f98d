/** What this process asks of Firestore, Auth and Tasks: each request with what it reads and writes, and when. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { finished } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { Firestore } from 'firebase-admin/firestore';

export interface WireRequest {
  /** Such as `Firestore batchGetDocuments` or `Auth accounts:lookup`. */
  name: string;
  /** The paths of documents. */
  reads: string[];
  writes: string[];
  start: number;
  /** Infinity where nobody saw the answer. */
  end: number;
}

/** The two methods through which @google-cloud/firestore 7 sends everything (build/src/index.js). */
interface FirestoreWire {
  request(method: string, request: FirestoreRequest, ...rest: unknown[]): Promise<unknown>;
  requestStream(
    method: string,
    bidirectional: boolean,
    request: FirestoreRequest,
    ...rest: unknown[]
  ): Promise<Readable>;
}

interface FirestoreRequest {
  documents?: string[];
  writes?: { update?: { name: string }; delete?: string }[];
}

/**
 * @param firestore the client that `run` uses
 * @returns the requests of `run`, in the order in which they began
 */
export async function recordWire(firestore: Firestore, run: () => Promise<unknown>): Promise<WireRequest[]> {
  const requests: WireRequest[] = [];
  const begin = (name: string, { documents = [], writes = [] }: FirestoreRequest = {}) => {
    const written = writes.map((write) => pathOf(write.update?.name ?? write.delete ?? ''));
    const reads = documents.map(pathOf);
    const request = { name, reads, writes: written, start: performance.now(), end: Infinity };
    requests.push(request);
    return () => void (request.end = performance.now());
  };
  const stopHttp = watchHttp(begin);
  const stopFirestore = watchFirestore(firestore as unknown as FirestoreWire, begin);
  try {
    await run();
  } finally {
    stopFirestore();
    stopHttp();
  }
  return requests;
}

type Begin = (name: string, request?: FirestoreRequest) => () => void;

/** The Admin SDK reaches Auth and Tasks through node:http. */
function watchHttp(begin: Begin): () => void {
  const endings = new Map<ClientRequest, () => void>();
  const onStart = (message: unknown) => {
    const { request } = message as { request: ClientRequest };
    endings.set(request, begin(nameOfUrl(request.path)));
  };
  const onEnd = (message: unknown) => endings.get((message as { request: ClientRequest }).request)?.();
  subscribe('http.client.request.created', onStart);
  subscribe('http.client.response.finish', onEnd);
  return () => {
    unsubscribe('http.client.request.created', onStart);
    unsubscribe('http.client.response.finish', onEnd);
  };
}

function watchFirestore(wire: FirestoreWire, begin: Begin): () => void {
  const request = wire.request.bind(wire);
  const requestStream = wire.requestStream.bind(wire);
  wire.request = (method, sent, ...rest) => {
    const end = begin(`Firestore ${method}`, sent);
    return request(method, sent, ...rest).finally(end);
  };
  wire.requestStream = async (method, bidirectional, sent, ...rest) => {
    const end = begin(`Firestore ${method}`, sent);
    const stream = await requestStream(method, bidirectional, sent, ...rest);
    void finished(stream).then(end, end);
    return stream;
  };
  return () => {
    // What stands on the prototype is seen again.
    Reflect.deleteProperty(wire, 'request');
    Reflect.deleteProperty(wire, 'requestStream');
  };
}

/** `/identitytoolkit.googleapis.com/v1/projects/p/accounts:lookup` is `Auth accounts:lookup`. */
function nameOfUrl(url: string): string {
  if (url.includes('/queues/')) return 'Tasks enqueue';
  return `Auth ${url.split('?')[0]?.split('/').at(-1) ?? url}`;
}

function pathOf(documentName: string): string {
  return documentName.replace(/^projects\/[^/]+\/databases\/[^/]+\/documents\//, '');
}

/**
 * @returns the requests by round trips: each stands one after the last of those whose answers it may have waited for.
 */
export function roundTrips(requests: readonly WireRequest[]): WireRequest[][] {
  const levels = new Map<WireRequest, number>();
  const trips: WireRequest[][] = [];
  for (const request of requests) {
    const before = [...levels].filter(([{ end }]) => end <= request.start).map(([, level]) => level);
    const level = Math.max(-1, ...before) + 1;
    levels.set(request, level);
    (trips[level] ??= []).push(request);
  }
  return trips;
}
