import type { Fields, Value } from '../../types.ts';
import type { StoredDocument } from '../storedDocument.ts';
import type { WriteMessage } from '../write.ts';

/** Shorthands for the wire's messages in tests. */

export const PREFIX = 'projects/demo/databases/(default)/documents';
export const DEMO = { projectId: 'demo', databaseId: '(default)' };

export type Plain = null | boolean | number | string | Plain[] | { [name: string]: Plain };

/** A plain value as the wire's: whole numbers become integers. */
export function value(plain: Plain): Value {
  if (plain === null) return { nullValue: 'NULL_VALUE' };
  if (typeof plain === 'boolean') return { booleanValue: plain };
  if (typeof plain === 'string') return { stringValue: plain };
  if (typeof plain === 'number') {
    return Number.isInteger(plain) && !Object.is(plain, -0)
      ? { integerValue: String(plain) }
      : { doubleValue: plain };
  }
  if (Array.isArray(plain)) return { arrayValue: { values: plain.map(value) } };
  return { mapValue: { fields: fields(plain) } };
}

export function fields(plain: { [name: string]: Plain }): Fields {
  return Object.fromEntries(Object.entries(plain).map(([name, each]) => [name, value(each)]));
}

export function double(number: number): Value {
  return { doubleValue: number };
}

export function reference(path: string): Value {
  return { referenceValue: `${PREFIX}/${path}` };
}

export function vector(...numbers: number[]): Value {
  const values = numbers.map(double);
  return {
    mapValue: { fields: { __type__: { stringValue: '__vector__' }, value: { arrayValue: { values } } } },
  };
}

/** A document of the demo database with these fields. */
export function stored(path: string, content: Fields = {}, time = 1): StoredDocument {
  return { name: `${PREFIX}/${path}`, path, fields: content, createTime: time, updateTime: time };
}

/** The write that sets a document, as it comes over the wire. */
export function setting(path: string, content: { [name: string]: Plain } = {}): WriteMessage {
  return { update: { name: `${PREFIX}/${path}`, fields: fields(content) } };
}

/** The write that deletes a document. */
export function deleting(path: string): WriteMessage {
  return { delete: `${PREFIX}/${path}` };
}
