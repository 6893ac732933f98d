import type { Document } from '../../types.ts';
import { argument } from '../methods/methodTable.ts';
import { bool, EvaluationError } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import { documentResource } from '../values/wireValues.ts';
import type { Session } from './scope.ts';

type DocumentFunction = (args: RuleValue[], session: Session) => RuleValue;

/**
 * `get()` and `exists()`, which read documents as they are, and `getAfter()` and `existsAfter()`, as they would be once all
 * writes of the commit are done. A document that is not there is an error for `get`, as in production.
 */
export const DOCUMENT_FUNCTIONS: Readonly<Record<string, DocumentFunction>> = {
  get: (args, session) => resourceAt('get', args, session),
  exists: (args, session) => bool(documentAt('get', args, session) !== null),
  getAfter: (args, session) => resourceAt('getAfter', args, session),
  existsAfter: (args, session) => bool(documentAt('getAfter', args, session) !== null),
};

function resourceAt(name: 'get' | 'getAfter', args: RuleValue[], session: Session): RuleValue {
  const document = documentAt(name, args, session);
  if (document) return documentResource(document);
  throw new EvaluationError(`${name}(): there is no document /${documentSegments(args, session).join('/')}`);
}

function documentAt(name: 'get' | 'getAfter', args: RuleValue[], session: Session): Document | null {
  return session.read(documentSegments(args, session), name === 'getAfter');
}

function documentSegments(args: RuleValue[], session: Session): string[] {
  const { segments } = argument(args, 0, 'path');
  const [databases, databaseId, documents, ...rest] = segments;
  if (databases !== 'databases' || documents !== 'documents') {
    throw new EvaluationError('a document path begins with /databases/$(database)/documents');
  }
  if (databaseId !== session.databaseId) throw new EvaluationError('a document of another database');
  if (
    rest.length === 0 ||
    rest.length % 2 !== 0 ||
    rest.some((segment) => segment === '' || segment.includes('/'))
  ) {
    throw new EvaluationError(`/${rest.join('/')} is not the path of a document`);
  }
  return rest;
}
