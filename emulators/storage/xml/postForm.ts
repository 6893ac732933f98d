/** An upload by HTML form: https://cloud.google.com/storage/docs/xml-api/post-object-forms */
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import { xmlDocument } from '../http/errorBodies.ts';
import { ownOrigin, sendEmpty, sendXml, type Exchange } from '../http/exchange.ts';
import { etag } from '../http/sendObject.ts';
import { percentEncodePath } from '../signing/percentEncode.ts';
import { assertPolicy, type FormFields } from '../signing/assertPolicy.ts';
import { StorageError } from '../storageError.ts';
import type { StoredObject } from '../store/storedObject.ts';
import { receiveObject } from '../uploads/receiveObject.ts';
import { readAttributes } from './requestHeaders.ts';

/** A policy is the largest field of a form, and far below this. */
const LONGEST_FIELD_BYTES = 64 * 1024;
const MOST_FIELDS = 100;

interface FormFile {
  fields: FormFields;
  fileName: string;
  content: BusboyFileStream;
}

/** @throws StorageError */
export async function postForm(exchange: Exchange, bucket: string): Promise<void> {
  const { services } = exchange;
  const { fields, fileName, content } = await untilFile(exchange);
  const range = assertPolicy(services, bucket, fields);
  const request = {
    bucket,
    name: (fields.get('key') ?? '').replaceAll('${filename}', fileName),
    attributes: readAttributes(fields.keys(), (name) => fields.get(name)),
    preconditions: {},
    expected: {},
    range,
  };
  const object = await receiveObject(services, request, content);
  answer(exchange, object, fields);
}

/** Reads the form up to its file, which is its last field. */
function untilFile({ request }: Exchange): Promise<FormFile> {
  const { promise, resolve, reject } = Promise.withResolvers<FormFile>();
  if (!request.headers['content-type']?.startsWith('multipart/form-data')) {
    throw new StorageError('invalidArgument', 'Send the form as multipart/form-data.');
  }
  const form = new Busboy({
    headers: request.headers as BusboyHeaders,
    limits: { fieldSize: LONGEST_FIELD_BYTES, fields: MOST_FIELDS, files: 1 },
  });
  const fields: FormFields = new Map();
  form.on('field', (name, value) => fields.set(name.toLowerCase(), value));
  form.on('file', (_name, content, fileName) => {
    // A connection that is lost ends the file too, or nobody would notice.
    request.once('close', () => {
      if (!request.complete) content.destroy(new Error('The connection was lost.'));
    });
    resolve({ fields, fileName, content });
  });
  const invalid = (): void =>
    reject(new StorageError('invalidArgument', 'The form has no file as its last field.'));
  form.on('finish', invalid);
  form.on('error', invalid);
  request.once('close', invalid);
  request.pipe(form);
  // What is refused is not parsed any further.
  promise.catch(() => request.unpipe(form));
  return promise;
}

function answer(exchange: Exchange, object: StoredObject, fields: FormFields): void {
  const { bucket, name } = object;
  const location = `${ownOrigin(exchange)}${percentEncodePath(`/${bucket}/${name}`)}`;
  const redirect = fields.get('success_action_redirect');
  const status = fields.get('success_action_status');
  if (redirect !== undefined && URL.canParse(redirect)) {
    const url = new URL(redirect);
    for (const [key, value] of Object.entries({ bucket, key: name, etag: etag(object) })) {
      url.searchParams.set(key, value);
    }
    sendEmpty(exchange, 303, { Location: url.href });
  } else if (status === '201') {
    sendXml(
      exchange,
      xmlDocument('PostResponse', { Location: location, Bucket: bucket, Key: name, ETag: etag(object) }),
      201,
    );
  } else sendEmpty(exchange, status === '200' ? 200 : 204, { Location: location, ETag: etag(object) });
}
