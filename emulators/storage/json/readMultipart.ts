/** `multipart/related`: an object's metadata and its bytes in one body. */
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Dicer } from '@fastify/busboy';
import { StorageError } from '../storageError.ts';
import { parseJsonObject, type JsonObject } from './requestBody.ts';

export interface MultipartUpload {
  resource: JsonObject;
  /** Of the second part. */
  contentType: string | undefined;
  content: Readable;
}

/** @returns once the metadata is read; the bytes are still to come. @throws StorageError when there are no two parts */
export function readMultipart(request: IncomingMessage): Promise<MultipartUpload> {
  const { promise, resolve, reject } = Promise.withResolvers<MultipartUpload>();
  const boundary = /^multipart\/related;.*?boundary="?([^";]+)/i.exec(
    request.headers['content-type'] ?? '',
  )?.[1];
  if (boundary === undefined)
    throw new StorageError('invalidArgument', 'Send multipart/related with a boundary.');
  const parts = new Dicer({ boundary });
  let metadata: Promise<string> | undefined;
  parts.on('part', (content) => {
    if (metadata === undefined) {
      metadata = text(content);
      metadata.catch(reject);
      return;
    }
    request.once('close', () => {
      if (!request.complete) content.destroy(new Error('The connection was lost.'));
    });
    content.once('header', (headers) => {
      const contentType = (headers as Record<string, string[]>)['content-type']?.[0];
      metadata
        ?.then((json) => resolve({ resource: parseJsonObject(json), contentType, content }))
        .catch(reject);
    });
  });
  const invalid = (): void => reject(new StorageError('invalidArgument', 'The body has no two parts.'));
  parts.on('finish', invalid);
  parts.on('error', invalid);
  request.once('close', invalid);
  request.pipe(parts);
  return promise;
}
