import { request as httpRequest } from 'node:http';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { soon, startTestStorage, xmlRefusal, type TestStorage } from '../testing/testStorage.ts';

const PIECE = 256 * 1024;
const BYTES = Buffer.alloc(3 * PIECE + 1000, 'resumable');

let storage: TestStorage;

beforeAll(async () => {
  storage = await startTestStorage();
});
afterAll(() => storage.close());

async function start(name: string, headers: Record<string, string> = {}): Promise<Response> {
  const signed = { 'x-goog-resumable': 'start', ...headers };
  const { 'content-type': contentType, ...extensionHeaders } = headers;
  const [url] = await storage.bucket.file(name).getSignedUrl({
    version: 'v4',
    action: 'resumable',
    expires: soon(),
    extensionHeaders,
    ...(contentType !== undefined && { contentType }),
  });
  return fetch(url, { method: 'POST', headers: signed });
}

/** @returns the session's URI */
async function started(name: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await start(name, headers);
  expect(response.status).toBe(201);
  return response.headers.get('location') ?? '';
}

function put(uri: string, range: string | undefined, body: Buffer | string = ''): Promise<Response> {
  const headers = range === undefined ? {} : { 'content-range': range };
  return fetch(uri, { method: 'PUT', headers, body: typeof body === 'string' ? body : new Uint8Array(body) });
}

async function progress(uri: string): Promise<[number, string | null]> {
  const response = await put(uri, 'bytes */*');
  return [response.status, response.headers.get('range')];
}

async function stored(name: string): Promise<Buffer> {
  return (await storage.bucket.file(name).download())[0];
}

describe('a resumable upload by signed URL', () => {
  it('takes the bytes in pieces, and tells how far it is', async () => {
    const uri = await started('pieces', { 'content-type': 'text/csv', 'x-goog-meta-owner': 'ada' });
    expect(await progress(uri)).toEqual([308, null]);

    const first = await put(uri, `bytes 0-${PIECE - 1}/${BYTES.length}`, BYTES.subarray(0, PIECE));
    expect([first.status, first.headers.get('range')]).toEqual([308, `bytes=0-${PIECE - 1}`]);
    await put(uri, `bytes ${PIECE}-${3 * PIECE - 1}/*`, BYTES.subarray(PIECE, 3 * PIECE));
    expect(await progress(uri)).toEqual([308, `bytes=0-${3 * PIECE - 1}`]);
    expect(await storage.bucket.file('pieces').exists()).toEqual([false]);

    const rest = `bytes ${3 * PIECE}-${BYTES.length - 1}/${BYTES.length}`;
    const last = await put(uri, rest, BYTES.subarray(3 * PIECE));
    const [metadata] = await storage.bucket.file('pieces').getMetadata();
    expect([last.status, last.headers.get('x-goog-generation')]).toEqual([200, metadata.generation]);
    expect((await stored('pieces')).equals(BYTES)).toBe(true);
    expect(metadata).toMatchObject({ contentType: 'text/csv', metadata: { owner: 'ada' } });
    // Whoever lost that answer asks again.
    expect((await progress(uri))[0]).toBe(200);
    expect((await put(uri, rest, BYTES.subarray(3 * PIECE))).headers.get('x-goog-generation')).toBe(
      metadata.generation,
    );
  });

  it('takes everything at once', async () => {
    expect((await put(await started('whole'), undefined, BYTES)).status).toBe(200);
    expect((await stored('whole')).equals(BYTES)).toBe(true);
    expect((await put(await started('nothing'), 'bytes */0')).status).toBe(200);
    expect(await stored('nothing')).toHaveLength(0);
  });

  it('goes on after the connection was lost', async () => {
    const uri = await started('interrupted');
    const sent = 2 * PIECE + 5000;
    const upload = httpRequest(uri, {
      method: 'PUT',
      headers: {
        'content-range': `bytes 0-${BYTES.length - 1}/${BYTES.length}`,
        'content-length': BYTES.length,
      },
    });
    upload.on('error', () => undefined);
    upload.write(BYTES.subarray(0, sent));
    await vi.waitFor(async () => expect(await receivedOnDisk()).toBeGreaterThanOrEqual(sent), 10_000);
    upload.destroy();

    // Whole pieces are kept: the client must look, and not trust what it sent.
    expect(await progress(uri)).toEqual([308, `bytes=0-${2 * PIECE - 1}`]);
    const rest = await put(
      uri,
      `bytes ${2 * PIECE}-${BYTES.length - 1}/${BYTES.length}`,
      BYTES.subarray(2 * PIECE),
    );
    expect(rest.status).toBe(200);
    expect((await stored('interrupted')).equals(BYTES)).toBe(true);
  });

  it('goes on while the server still waits for a connection that is gone', async () => {
    const uri = await started('hanging');
    const hanging = httpRequest(uri, {
      method: 'PUT',
      headers: {
        'content-range': `bytes 0-${BYTES.length - 1}/${BYTES.length}`,
        'content-length': BYTES.length,
      },
    });
    const ended = new Promise((resolve) => hanging.once('error', resolve));
    hanging.write(BYTES.subarray(0, PIECE));
    await vi.waitFor(async () => expect(await receivedOnDisk()).toBeGreaterThanOrEqual(PIECE), 10_000);

    expect((await put(uri, `bytes 0-${BYTES.length - 1}/${BYTES.length}`, BYTES)).status).toBe(200);
    await ended;
    expect((await stored('hanging')).equals(BYTES)).toBe(true);
  });

  it('goes on after the server was started again', async () => {
    const uri = await started('restarted');
    await put(uri, `bytes 0-${PIECE - 1}/*`, BYTES.subarray(0, PIECE));
    await storage.restart();
    const again = uri.replace(/^http:\/\/[^/]+/, storage.server.url);
    expect(await progress(again)).toEqual([308, `bytes=0-${PIECE - 1}`]);
    const rest = await put(
      again,
      `bytes ${PIECE}-${BYTES.length - 1}/${BYTES.length}`,
      BYTES.subarray(PIECE),
    );
    expect(rest.status).toBe(200);
    expect((await stored('restarted')).equals(BYTES)).toBe(true);
  });

  it('passes over bytes that it has, and refuses to leave some out', async () => {
    const uri = await started('overlap');
    await put(uri, `bytes 0-${2 * PIECE - 1}/*`, BYTES.subarray(0, 2 * PIECE));
    expect(
      await xmlRefusal(await put(uri, `bytes ${3 * PIECE}-${3 * PIECE + 9}/*`, BYTES.subarray(0, 10))),
    ).toEqual([400, 'InvalidArgument']);
    const again = await put(uri, `bytes ${PIECE}-${BYTES.length - 1}/${BYTES.length}`, BYTES.subarray(PIECE));
    expect(again.status).toBe(200);
    expect((await stored('overlap')).equals(BYTES)).toBe(true);
  });

  it('can be cancelled', async () => {
    const uri = await started('cancelled');
    await put(uri, `bytes 0-${PIECE - 1}/*`, BYTES.subarray(0, PIECE));
    expect((await fetch(uri, { method: 'DELETE' })).status).toBe(499);
    expect(await xmlRefusal(await put(uri, 'bytes */*'))).toEqual([404, 'NoSuchUpload']);
    expect(await receivedOnDisk()).toBe(0);
  });

  it('ends after a week', async () => {
    const uri = await started('late');
    expect((await progress(uri))[0]).toBe(308);
    storage.wait(8 * 24 * 60 * 60);
    expect(await xmlRefusal(await put(uri, 'bytes */*'))).toEqual([410, 'UploadExpired']);
    storage.wait(-8 * 24 * 60 * 60);
  });

  it.each(['bytes 5-2/10', 'bytes 0-10/10', 'bytes=0-9/10', 'bytes 0-9'])(
    'refuses the range %s',
    async (range) => {
      expect(await xmlRefusal(await put(await started('ranges'), range, 'x'))).toEqual([
        400,
        'InvalidArgument',
      ]);
    },
  );

  it('refuses a body that is not as long as its range', async () => {
    const uri = await started('short');
    expect(await xmlRefusal(await put(uri, 'bytes 0-9/10', '12345'))).toEqual([400, 'IncompleteBody']);
    expect((await put(uri, 'bytes 0-9/10', '1234567890')).status).toBe(200);
  });
});

describe('the start', () => {
  it('needs its signature and its header', async () => {
    const [url] = await storage.bucket
      .file('x')
      .getSignedUrl({ version: 'v4', action: 'resumable', expires: soon() });
    expect(await xmlRefusal(await fetch(url, { method: 'POST' }))).toEqual([400, 'MalformedSecurityHeader']);
    const other = { method: 'POST', headers: { 'x-goog-resumable': 'begin' } };
    expect(await xmlRefusal(await fetch(url, other))).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('binds the type, the length and the precondition for the whole upload', async () => {
    const range = { 'x-goog-content-length-range': `10,${2 * PIECE}` };
    const tooLong = await started('bound', range);
    expect(await xmlRefusal(await put(tooLong, `bytes 0-9/${BYTES.length}`, BYTES.subarray(0, 10)))).toEqual([
      400,
      'EntityTooLarge',
    ]);
    expect(await xmlRefusal(await put(await started('bound', range), undefined, BYTES))).toEqual([
      400,
      'EntityTooLarge',
    ]);
    const inPieces = await started('bound', range);
    await put(inPieces, `bytes 0-${2 * PIECE - 1}/*`, BYTES.subarray(0, 2 * PIECE));
    expect(await xmlRefusal(await put(inPieces, `bytes ${2 * PIECE}-*/*`, 'x'))).toEqual([
      400,
      'EntityTooLarge',
    ]);
    expect(await xmlRefusal(await put(inPieces, 'bytes */*'))).toEqual([404, 'NoSuchUpload']);
    expect(await xmlRefusal(await put(await started('bound', range), undefined, 'small'))).toEqual([
      400,
      'EntityTooSmall',
    ]);
    expect(await storage.bucket.file('bound').exists()).toEqual([false]);

    const once = { 'x-goog-if-generation-match': '0' };
    const [left, right] = [await started('bound', once), await started('bound', once)];
    expect((await put(left, undefined, BYTES)).status).toBe(200);
    expect(await xmlRefusal(await put(right, undefined, 'late'))).toEqual([412, 'PreconditionFailed']);
    expect(await xmlRefusal(await start('bound', once))).toEqual([412, 'PreconditionFailed']);
    expect((await stored('bound')).equals(BYTES)).toBe(true);
  });

  it('gives a URI for this object alone', async () => {
    const uri = await started('mine');
    expect(await xmlRefusal(await put(uri.replace('/mine?', '/yours?'), undefined, 'x'))).toEqual([
      404,
      'NoSuchUpload',
    ]);
    const guessed = uri.replace(/upload_id=.*/, 'upload_id=guessed');
    expect(await xmlRefusal(await put(guessed, undefined, 'x'))).toEqual([404, 'NoSuchUpload']);
  });
});

describe('a resumable upload that a server starts', () => {
  it('is continued by who has the URI', async () => {
    const file = storage.bucket.file('from-server');
    const [uri] = await file.createResumableUpload({ metadata: { contentType: 'text/csv' } });
    expect((await put(uri, `bytes 0-${PIECE - 1}/*`, BYTES.subarray(0, PIECE))).status).toBe(308);
    const rest = await put(uri, `bytes ${PIECE}-*/${BYTES.length}`, BYTES.subarray(PIECE));
    expect(await rest.json()).toMatchObject({
      name: 'from-server',
      size: String(BYTES.length),
      contentType: 'text/csv',
    });
    const cancelled = await fetch((await file.createResumableUpload())[0], { method: 'DELETE' });
    expect(cancelled.status).toBe(499);
  });
});

/** @returns how many bytes the unfinished upload has, of which there is one at most */
async function receivedOnDisk(): Promise<number> {
  const { statSync } = await import('node:fs');
  const folder = path.join(storage.folder, 'uploads');
  const sizes = (await readdir(folder))
    .filter((file) => file.endsWith('.bytes'))
    .map((file) => statSync(path.join(folder, file), { throwIfNoEntry: false })?.size ?? 0);
  return Math.max(0, ...sizes);
}
