import v1 from '@google-cloud/firestore/build/protos/v1.json' with { type: 'json' };
import type { INamespace } from 'protobufjs';

/**
 * google.firestore.v1, with the one field that the published definition leaves out and the web SDK sends: `verify` (5) of
 * Write, the document whose precondition a transaction checks without writing it.
 */
export const firestoreProtos: INamespace = withVerify(v1);

function withVerify(published: typeof v1): INamespace {
  const protos = structuredClone(published);
  const write = protos.nested.google.nested.firestore.nested.v1.nested.Write;
  write.oneofs.operation.oneof.push('verify');
  Object.assign(write.fields, { verify: { type: 'string', id: 5 } });
  return protos;
}
