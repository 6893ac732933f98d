import { fromProto3JSON, toProto3JSON } from 'proto3-json-serializer';
import type { JSONValue } from 'proto3-json-serializer';
import protobuf from 'protobufjs';
import { FirestoreError } from '../types.ts';
import type { Message } from '../types.ts';
import { firestoreProtos } from './firestoreProtos.ts';

const root = protobuf.Root.fromJSON(firestoreProtos);

/** The form in which every part of the embedded Firestore exchanges messages: see types.ts. */
const WIRE_FORM = { longs: String, enums: String, defaults: false, oneofs: true, bytes: Buffer } as const;

/**
 * The type of a message, for its fields.
 *
 * @param typeName a message of google.firestore.v1 (`ListenRequest`), or a full name (`google.protobuf.Empty`)
 * @throws Error where there is no such type
 */
export function messageType(typeName: string): protobuf.Type {
  return root.lookupType(typeName.includes('.') ? typeName : `google.firestore.v1.${typeName}`);
}

/**
 * The name of the message that a method of google.firestore.v1.Firestore answers, for `toJson`.
 *
 * @throws Error where there is no such method
 */
export function responseTypeOf(method: string): string {
  const found = root.lookupService('google.firestore.v1.Firestore').methods[method];
  if (!found) throw new Error(`google.firestore.v1.Firestore has no method ${method}.`);
  return found.responseType;
}

/**
 * Reads proto3 JSON (https://protobuf.dev/programming-guides/json) into the form of types.ts.
 *
 * @throws FirestoreError INVALID_ARGUMENT where the JSON is no such message
 */
export function fromJson(typeName: string, json: unknown): Message {
  const type = messageType(typeName);

  try {
    const message = fromProto3JSON(type, json as JSONValue);
    return message ? type.toObject(message, WIRE_FORM) : {};
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FirestoreError('INVALID_ARGUMENT', `The JSON is no ${typeName}: ${reason}`);
  }
}

/** Writes a message in the form of types.ts as proto3 JSON. */
export function toJson(typeName: string, message: Message): JSONValue {
  return toProto3JSON(messageType(typeName).fromObject(message));
}
