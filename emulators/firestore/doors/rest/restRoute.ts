import { FirestoreError } from '../../types.ts';
import type { ServerStreamMethod, UnaryMethod } from '../../types.ts';

type JsonFields = Record<string, unknown>;

/** What a REST address means: a method of google.firestore.v1.Firestore, and what the address says of its request. */
export type RestRoute = (
  | { streaming: false; method: UnaryMethod }
  | { streaming: true; method: ServerStreamMethod }
) & {
  /** The fields of the request that are in the path, as proto3 JSON. */
  pathFields: JsonFields;
  /** Whether the body is the request's other fields, its `document`, or nothing. */
  body: 'fields' | 'document' | 'none';
};

type CustomVerb = { names: 'database' | 'parent' } & (
  | { streaming: false; method: UnaryMethod }
  | { streaming: true; method: ServerStreamMethod }
);

/** The verbs after the colon, from the `google.api.http` annotations of google/firestore/v1/firestore.proto. */
const CUSTOM_VERBS: Record<string, CustomVerb> = {
  batchGet: { names: 'database', streaming: true, method: 'BatchGetDocuments' },
  batchWrite: { names: 'database', streaming: false, method: 'BatchWrite' },
  beginTransaction: { names: 'database', streaming: false, method: 'BeginTransaction' },
  commit: { names: 'database', streaming: false, method: 'Commit' },
  rollback: { names: 'database', streaming: false, method: 'Rollback' },
  partitionQuery: { names: 'parent', streaming: false, method: 'PartitionQuery' },
  listCollectionIds: { names: 'parent', streaming: false, method: 'ListCollectionIds' },
  runQuery: { names: 'parent', streaming: true, method: 'RunQuery' },
  runAggregationQuery: { names: 'parent', streaming: true, method: 'RunAggregationQuery' },
};

const RESOURCE_PATH = /^\/v1\/(projects\/[^/]+\/databases\/[^/]+)\/documents((?:\/[^/]+)*)$/;

/**
 * Reads the method and the address of a REST call.
 *
 * @param httpMethod as HTTP writes it: `GET`
 * @param pathname the address's path, still percent-encoded
 * @throws FirestoreError NOT_FOUND where there is no such call, INVALID_ARGUMENT where the path cannot be decoded
 */
export function findRestRoute(httpMethod: string, pathname: string): RestRoute {
  const route =
    httpMethod === 'POST' ? findPostRoute(pathname) : findDocumentRoute(httpMethod, readResource(pathname));
  if (!route) throw new FirestoreError('NOT_FOUND', `There is no call ${httpMethod} ${pathname}.`);
  return route;
}

function findPostRoute(pathname: string): RestRoute | undefined {
  const colon = pathname.lastIndexOf(':');
  const verb = colon < 0 ? undefined : CUSTOM_VERBS[pathname.slice(colon + 1)];

  if (verb) {
    const resource = readResource(pathname.slice(0, colon));
    if (!resource) return undefined;
    const { names, ...call } = verb;
    if (names === 'parent') return { ...call, pathFields: { parent: resource.name }, body: 'fields' };
    return resource.path.length === 0
      ? { ...call, pathFields: { database: resource.database }, body: 'fields' }
      : undefined;
  }

  const collection = readCollection(readResource(pathname));
  return (
    collection && { streaming: false, method: 'CreateDocument', pathFields: collection, body: 'document' }
  );
}

function findDocumentRoute(httpMethod: string, resource: Resource | undefined): RestRoute | undefined {
  const collection = readCollection(resource);
  if (collection) {
    return httpMethod === 'GET'
      ? { streaming: false, method: 'ListDocuments', pathFields: collection, body: 'none' }
      : undefined;
  }
  if (!resource || resource.path.length === 0) return undefined;

  const { name } = resource;
  switch (httpMethod) {
    case 'GET':
      return { streaming: false, method: 'GetDocument', pathFields: { name }, body: 'none' };
    case 'PATCH':
      return {
        streaming: false,
        method: 'UpdateDocument',
        pathFields: { document: { name } },
        body: 'document',
      };
    case 'DELETE':
      return { streaming: false, method: 'DeleteDocument', pathFields: { name }, body: 'none' };
    default:
      return undefined;
  }
}

interface Resource {
  /** `projects/P/databases/D` */
  database: string;
  /** The segments after `documents`. */
  path: string[];
  /** `projects/P/databases/D/documents/…` */
  name: string;
}

function readResource(pathname: string): Resource | undefined {
  const [, database, path] = RESOURCE_PATH.exec(pathname) ?? [];
  if (database === undefined || path === undefined) return undefined;

  const segments = path.split('/').slice(1).map(decode);
  const decoded = database.split('/').map(decode).join('/');
  return { database: decoded, path: segments, name: [decoded, 'documents', ...segments].join('/') };
}

/** Where the path ends in a collection: the document or root above it, and its id. */
function readCollection(resource: Resource | undefined): JsonFields | undefined {
  if (!resource || resource.path.length % 2 === 0) return undefined;

  const slash = resource.name.lastIndexOf('/');
  return { parent: resource.name.slice(0, slash), collectionId: resource.name.slice(slash + 1) };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new FirestoreError('INVALID_ARGUMENT', `"${segment}" is not percent-encoded as UTF-8.`);
  }
}
