import type { AccessRequest, Document } from '../../types.ts';
import { filterBranches } from '../queries/filterBranches.ts';
import { knowledgeFrom } from '../queries/queryKnowledge.ts';
import type { StructuredQuery } from '../queries/structuredQuery.ts';
import { int, map, NULL, path, string, symbolic, timestamp } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import { documentResource, fromJson } from '../values/wireValues.ts';
import { known, REST, UNKNOWN } from './pathElements.ts';
import type { PathElement } from './pathElements.ts';

/** What the rules are asked about: all of a request, or one branch of its query. */
export interface RequestCase {
  elements: PathElement[];
  request: RuleValue;
  resource: RuleValue;
}

const NANOS_PER_MILLI = 1_000_000n;

/** The cases of a request, of which the rules have to allow every one. */
export function requestCases(request: AccessRequest): RequestCase[] {
  return request.method === 'list' ? listCases(request) : [documentCase(request)];
}

function documentCase(request: AccessRequest): RequestCase {
  const segments = ['databases', request.databaseId, 'documents', ...request.path];
  const entries: [string, RuleValue][] = [...commonEntries(request), ['path', path(segments)]];
  // Reads have no request.resource at all; a delete has none to speak of.
  if (request.method !== 'get') entries.push(['resource', resourceOf(request.nextResource)]);
  const existing = request.method === 'create' ? null : request.resource;
  return { elements: segments.map(known), request: map(entries), resource: resourceOf(existing) };
}

const resourceOf = (document: Document | null | undefined) => (document ? documentResource(document) : NULL);

function commonEntries({ auth, method, time }: AccessRequest): [string, RuleValue][] {
  return [
    [
      'auth',
      auth
        ? map([
            ['uid', fromJson(auth.uid)],
            ['token', fromJson(auth.token)],
          ])
        : NULL,
    ],
    ['method', string(method)],
    ['time', timestamp(BigInt(time.getTime()) * NANOS_PER_MILLI)],
  ];
}

function listCases(request: AccessRequest): RequestCase[] {
  const query = (request.query ?? {}) as StructuredQuery;
  const selector = query.from?.[0] ?? {};
  const collectionId = selector.collectionId === '' ? undefined : selector.collectionId;
  // Without a collection's id a query is of all documents at any depth, whatever else it says.
  const allDescendants = collectionId === undefined || selector.allDescendants === true;
  const parent = ['databases', request.databaseId, 'documents', ...request.path];
  const collection = [
    ...parent.map(known),
    ...(allDescendants ? [REST] : []),
    collectionId === undefined ? UNKNOWN : known(collectionId),
  ];
  const asked = map([
    ...commonEntries(request),
    ['path', symbolic('request.path', { kind: 'path' })],
    ['query', queryClauses(query)],
  ]);
  return filterBranches(query.where).map((constraints) => {
    const { documentId, data } = knowledgeFrom(constraints);
    // In a collection group an id does not tell the path, and rules name such documents by a wildcard anyway.
    const id = allDescendants || documentId === undefined ? undefined : documentId;
    const resource = map([
      ['data', data],
      ['id', id === undefined ? symbolic('resource.id', { kind: 'string' }) : string(id)],
      ['__name__', symbolic('resource.__name__', { kind: 'path' })],
    ]);
    return { elements: [...collection, id === undefined ? UNKNOWN : known(id)], request: asked, resource };
  });
}

/** `request.query`: a clause that the query does not have is a key that is not there. A limit of 0 comes as `{}`. */
function queryClauses({ limit, offset }: StructuredQuery): RuleValue {
  const limited = typeof limit === 'object' ? (limit.value ?? 0) : limit;
  return map([
    ...(limited === undefined ? [] : [['limit', int(limited)] satisfies [string, RuleValue]]),
    ...(offset === undefined ? [] : [['offset', int(offset)] satisfies [string, RuleValue]]),
  ]);
}
