import type { AccessRequest, Document, Rules } from '../types.ts';
import { checkRules } from './language/checkRules.ts';
import { parseRules } from './language/parseRules.ts';
import { Coverage, type Seen } from './coverage/Coverage.ts';
import { DocumentNeeded, type Session } from './evaluation/scope.ts';
import type { StructuredQuery } from './queries/structuredQuery.ts';
import { decide } from './requests/decide.ts';
import { flattenMatches } from './requests/flattenMatches.ts';
import type { FlatMatch } from './requests/flattenMatches.ts';
import { requestCases } from './requests/requestCases.ts';

/** firebase.google.com/docs/firestore/security/rules-conditions#access_call_limits: one document, or one query. */
const MAX_DOCUMENT_READS = 10;

type Read = Parameters<Rules['judge']>[1];
/** Documents that were read, by `documentKey`. */
type ReadDocuments = ReadonlyMap<string, Document | null>;
type Judgement = Awaited<ReturnType<Rules['judge']>>;

/**
 * Loads firestore.rules.
 * @throws RulesLoadError, with `line` and `column`, for what cannot be parsed or is not known here.
 */
export function loadRules(source: string): Rules {
  const file = parseRules(source);
  checkRules(file);
  const coverage = new Coverage(source, file);
  const loaded = { matches: flattenMatches(file), coverage };
  return { judge: (request, read) => judge(loaded, request, read), coverage: () => coverage.report() };
}

interface LoadedRules {
  matches: FlatMatch[];
  coverage: Coverage;
}

async function judge(loaded: LoadedRules, request: AccessRequest, read: Read): Promise<Judgement> {
  try {
    return await judgeReading(loaded, request, read);
  } catch (error) {
    return refused(request, error instanceof Error ? error.message : String(error));
  }
}

/** Evaluation does not wait: where it needs a document, that is read, and the whole evaluated again. */
async function judgeReading(
  { matches, coverage }: LoadedRules,
  request: AccessRequest,
  read: Read,
): Promise<Judgement> {
  const documents = new Map<string, Document | null>();
  for (;;) {
    const debugged: string[] = [];
    const evaluated: Seen[] = [];
    try {
      const judgement = judgeWith(matches, request, documents, {
        debug: (line) => debugged.push(line),
        seen: (expression, outcome) => evaluated.push([expression, outcome]),
      });
      coverage.add(evaluated);
      for (const line of debugged) console.log(`firestore.rules debug: ${line}`);
      return judgement;
    } catch (error) {
      if (!(error instanceof DocumentNeeded)) throw error;
      documents.set(documentKey(error), await read(error.segments, error.isAfter));
    }
  }
}

function judgeWith(
  matches: FlatMatch[],
  request: AccessRequest,
  documents: ReadDocuments,
  observer: Pick<Session, 'debug' | 'seen'>,
): Judgement {
  const { databaseId, method } = request;
  const session = { ...observer, databaseId, read: readerOf(documents) };
  let allowedBy = '';
  for (const requestCase of requestCases(request)) {
    const { allowed, because } = decide(matches, method, requestCase, session);
    if (!allowed) return refused(request, because);
    allowedBy = because;
  }
  return { allowed: true, reason: `${method} on ${pathText(request)} is allowed (${allowedBy})` };
}

function readerOf(documents: ReadDocuments): Session['read'] {
  return (segments, isAfter) => {
    const document = documents.get(documentKey({ segments, isAfter }));
    if (document !== undefined) return document;
    if (documents.size >= MAX_DOCUMENT_READS) {
      throw new Error(`the rules read more than ${MAX_DOCUMENT_READS} documents for one request`);
    }
    throw new DocumentNeeded(segments, isAfter);
  };
}

function documentKey({ segments, isAfter }: Pick<DocumentNeeded, 'segments' | 'isAfter'>): string {
  return `${isAfter ? 'after' : 'now'}:${segments.join('/')}`;
}

function refused(request: AccessRequest, because: string): Judgement {
  return { allowed: false, reason: `no rule allows ${request.method} on ${pathText(request)} (${because})` };
}

function pathText({ path, query }: AccessRequest): string {
  const from = (query as StructuredQuery | undefined)?.from?.[0];
  const collection = from ? [...(from.allDescendants ? ['**'] : []), from.collectionId ?? '*'] : [];
  return `/${[...path, ...collection].join('/')}`;
}
