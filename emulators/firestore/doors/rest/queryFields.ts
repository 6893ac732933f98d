import type { Field, Type } from 'protobufjs';
import { messageType } from '../protoJson.ts';

type JsonFields = Record<string, unknown>;

/**
 * Reads the parameters of an address (`pageSize=5&mask.fieldPaths=a&mask.fieldPaths=b`) into proto3 JSON. Names that
 * the request does not have are passed over, since `key` and its like go with every Google API.
 */
export function queryFields(requestType: string, query: URLSearchParams): JsonFields {
  const fields: JsonFields = {};

  for (const name of new Set(query.keys())) {
    const path = name.split('.');
    const field = findField(messageType(requestType), path);
    if (field) setAt(fields, path, readValues(field, query.getAll(name)));
  }
  return fields;
}

function findField(type: Type, [name, ...rest]: string[]): Field | undefined {
  const field = name === undefined ? undefined : type.fields[name]?.resolve();
  if (!field || rest.length === 0) return field;

  const inner = field.resolvedType;
  return inner && 'fields' in inner ? findField(inner, rest) : undefined;
}

function readValues(field: Field, texts: string[]): unknown {
  const values = texts.map((text) => (field.type === 'bool' ? text === 'true' : text));
  return field.repeated ? values : values[0];
}

function setAt(fields: JsonFields, path: string[], value: unknown): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) {
    fields[name] = value;
    return;
  }

  const inner = (fields[name] ??= {}) as JsonFields;
  setAt(inner, rest, value);
}
