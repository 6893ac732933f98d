/** What the tests of the rules ask with: requests in a few words. */
import type { AccessRequest, Document, Fields, Value } from '../../types.ts';
import { loadRules } from '../loadRules.ts';

export type Judgement = Awaited<ReturnType<ReturnType<typeof loadRules>['judge']>>;
export type Documents = Readonly<Record<string, Fields>>;

export const NOW = new Date('2026-11-21T10:00:00.250Z');
const ROOT = 'projects/demo/databases/(default)/documents';

export const text = (value: string): Value => ({ stringValue: value });
export const whole = (value: number): Value => ({ integerValue: String(value) });

/** A document as it comes over the wire. */
export function documentAt(path: string, fields: Fields): Document {
  return { name: `${ROOT}/${path}`, fields };
}

/** A whole rules file around the matches of the default database. */
export function inDatabase(body: string): string {
  return `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
${body}
  }
}`;
}

/** Gives the documents of a small database, and counts how often it was asked. */
export function readerOf(documents: Documents = {}) {
  const paths: string[] = [];
  const read = (segments: string[]): Promise<Document | null> => {
    const path = segments.join('/');
    paths.push(path);
    const fields = documents[path];
    return Promise.resolve(fields ? documentAt(path, fields) : null);
  };
  return { read, paths };
}

export type Asked = Partial<AccessRequest> & { documents?: Documents };

/** Asks rules about one request; nobody asks, of `things/one`, unless told otherwise. */
export function ask(rules: string, { documents, ...request }: Asked = {}): Promise<Judgement> {
  return loadRules(rules).judge(
    {
      method: 'get',
      projectId: 'demo',
      databaseId: '(default)',
      path: ['things', 'one'],
      auth: null,
      time: NOW,
      resource: null,
      ...request,
    },
    readerOf(documents).read,
  );
}

/** Asks whether a condition holds for `get` on `things/one` with these fields. */
export function askIf(condition: string, fields: Fields = {}, more: Asked = {}): Promise<Judgement> {
  const rules = inDatabase(`match /things/{id} { allow get: if ${condition}; }`);
  return ask(rules, { resource: documentAt('things/one', fields), ...more });
}

type FilterMessage = Record<string, unknown>;

/** One field filter of a query. */
export function where(fieldPath: string, op: string, value: Value): FilterMessage {
  return { fieldFilter: { field: { fieldPath }, op, value } };
}

/** A query of a collection, its filters joined by AND. */
export function query(
  collectionId: string,
  filters: FilterMessage[] = [],
  more: Record<string, unknown> = {},
) {
  return {
    from: [{ collectionId }],
    ...(filters.length > 0 && { where: { compositeFilter: { op: 'AND', filters } } }),
    ...more,
  };
}

/** Asks whether a condition is proven for a list of `things`. */
export function askListIf(condition: string, filters: FilterMessage[], more: Asked = {}): Promise<Judgement> {
  const rules = inDatabase(`match /things/{id} { allow list: if ${condition}; }`);
  return ask(rules, { method: 'list', path: [], query: query('things', filters), ...more });
}
