import { argument } from '../methods/methodTable.ts';
import { bool, EvaluationError } from '../values/ruleValue.ts';
import type { RuleValue } from '../values/ruleValue.ts';
import { documentResource } from '../values/wireValues.ts';
import type { Session } from './scope.ts';

type DocumentFunction = (args: RuleValue[], session: Session) => RuleValue;

/** `get()` and `exists()`, which read documents. `get()` of what is not there is an error, as in production. */
export const DOCUMENT_FUNCTIONS: Readonly<Record<string, DocumentFunction>> = {
  get: (args, session) => {
    const segments = documentSegments(args, session);
    const document = session.read(segments);
    if (!document) throw new EvaluationError(`get(): there is no document /${segments.join('/')}`);
    return documentResource(document);
  },
  exists: (args, session) => bool(session.read(documentSegments(args, session)) !== null),
};

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
