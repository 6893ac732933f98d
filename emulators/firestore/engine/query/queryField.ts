import type { Value } from '../../types.ts';
import { formatFieldPath, getField, parseFieldPath } from '../fieldPaths.ts';
import type { StoredDocument } from '../storedDocument.ts';

/** A field that a query filters or orders by; `__name__` is the document's own name. */
export interface QueryField {
  /** The path's canonical text, by which fields are told apart. */
  readonly text: string;
  readonly isName: boolean;
  /** The document's value, or undefined where it has none. */
  valueIn(document: StoredDocument): Value | undefined;
}

export const NAME_FIELD: QueryField = {
  text: '__name__',
  isName: true,
  valueIn: ({ name }) => ({ referenceValue: name }),
};

/** @throws FirestoreError INVALID_ARGUMENT when the path is malformed. */
export function parseQueryField(fieldPath: string | undefined): QueryField {
  if (fieldPath === NAME_FIELD.text) return NAME_FIELD;
  const path = parseFieldPath(fieldPath);
  return {
    text: formatFieldPath(path),
    isName: false,
    valueIn: ({ fields }) => getField(fields, path),
  };
}
