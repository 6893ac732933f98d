/** Starts a resumable upload by signed URL: https://cloud.google.com/storage/docs/xml-api/post-object-resumable */
import { header, ownOrigin, sendEmpty, type Exchange } from '../http/exchange.ts';
import { percentEncodePath } from '../signing/percentEncode.ts';
import { StorageError } from '../storageError.ts';
import { assertAcceptable, type ObjectAddress } from '../uploads/objectRequest.ts';
import { headerRequest } from './requestHeaders.ts';

/** Answers with the session's URI. @throws StorageError */
export function startSignedUpload(exchange: Exchange, address: ObjectAddress): void {
  if (header(exchange, 'x-goog-resumable') !== 'start') {
    throw new StorageError('methodNotAllowed', 'A signed POST needs the header x-goog-resumable: start.');
  }
  const { services } = exchange;
  const request = headerRequest(exchange, address);
  assertAcceptable(services.store, request, undefined);
  const { id } = services.sessions.start(request);
  const path = percentEncodePath(`/${address.bucket}/${address.name}`);
  sendEmpty(exchange, 201, { Location: `${ownOrigin(exchange)}${path}?upload_id=${id}` });
}
