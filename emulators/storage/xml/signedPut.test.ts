import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BUCKET, soon, startTestStorage, xmlRefusal, type TestStorage } from '../testing/testStorage.ts';

let storage: TestStorage;

beforeAll(async () => {
  storage = await startTestStorage();
});
afterAll(() => storage.close());

async function putUrl(name: string, extensionHeaders: Record<string, string> = {}, contentType?: string) {
  const config = { version: 'v4', action: 'write', expires: soon(), extensionHeaders } as const;
  const [url] = await storage.bucket
    .file(name)
    .getSignedUrl({ ...config, ...(contentType && { contentType }) });
  return url;
}

async function put(url: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'PUT', body, headers });
}

/** @param onPiece is told how many bytes are sent */
function endless(onPiece: (bytes: number) => void = () => undefined): ReadableStream {
  return new ReadableStream({
    async pull(controller) {
      await setImmediate();
      onPiece(65_536);
      controller.enqueue(new Uint8Array(65_536));
    },
  });
}

/** All files of unfinished and refused uploads. */
function leftovers(): Promise<string[]> {
  return readdir(path.join(storage.folder, 'uploads'));
}

describe('a signed PUT', () => {
  it('stores the bytes and what the headers say of them', async () => {
    const response = await put(await putUrl('put.pdf', {}, 'application/pdf'), '%PDF-', {
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': 'attachment',
      'content-language': 'de',
    });
    expect([response.status, await response.text()]).toEqual([200, '']);
    const [metadata] = await storage.bucket.file('put.pdf').getMetadata();
    expect(metadata).toMatchObject({
      size: '5',
      contentType: 'application/pdf',
      cacheControl: 'no-store',
      contentDisposition: 'attachment',
      contentLanguage: 'de',
    });
    expect(response.headers.get('x-goog-generation')).toBe(metadata.generation);
    expect(response.headers.get('etag')).toBe(metadata.etag);
  });

  it('keeps within its length range, both ends included', async () => {
    const range = { 'x-goog-content-length-range': '2,4' };
    for (const [body, answer] of [
      ['12', [200, undefined]],
      ['1234', [200, undefined]],
      ['1', [400, 'EntityTooSmall']],
      ['12345', [400, 'EntityTooLarge']],
    ] as const) {
      const name = `range-${body.length}`;
      expect(await xmlRefusal(await put(await putUrl(name, range), body, range))).toEqual(answer);
      expect(await storage.bucket.file(name).exists()).toEqual([answer[0] === 200]);
    }
    const more = await put(await putUrl('range-lie', range), '12345', {
      'x-goog-content-length-range': '2,400',
    });
    expect(await xmlRefusal(more)).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('cuts an upload of unknown length as soon as it is too long, and keeps nothing', async () => {
    const range = { 'x-goog-content-length-range': '0,100000' };
    let sent = 0;
    const body = endless((bytes) => (sent += bytes));
    const file = storage.bucket.file('endless');
    await file.save('before', { resumable: false });
    const init = { method: 'PUT', body, headers: range, duplex: 'half' };
    const response = await fetch(await putUrl('endless', range), init).catch((error: unknown) => error);
    // The client may see the end of the connection before it reads the answer.
    if (response instanceof Response) expect(await xmlRefusal(response)).toEqual([400, 'EntityTooLarge']);
    expect(sent).toBeLessThan(20 * 1024 * 1024);
    expect(String((await file.download())[0])).toBe('before');
    expect(await leftovers()).toEqual([]);
  });

  it('keeps nothing of an upload that is broken off', async () => {
    const broken = new AbortController();
    const body = endless();
    const init = { method: 'PUT', body, duplex: 'half', signal: broken.signal };
    const uploading = fetch(await putUrl('broken'), init);
    await vi.waitFor(async () => expect(await leftovers()).toHaveLength(1), 10_000);
    broken.abort();
    await expect(uploading).rejects.toThrow();
    await vi.waitFor(async () => expect(await leftovers()).toEqual([]), 10_000);
    expect(await storage.bucket.file('broken').exists()).toEqual([false]);
  });

  it('compares the bytes with the hashes that the request states', async () => {
    const md5 = createHash('md5').update('hello').digest('base64');
    const sha256 = createHash('sha256').update('hello').digest('hex');
    for (const [name, headers] of [
      ['md5', { 'content-md5': md5 }],
      ['hash', { 'x-goog-hash': `crc32c=mnG7TA==,md5=${md5}` }],
      ['sha256', { 'x-goog-content-sha256': sha256 }],
    ] as const) {
      const url = await putUrl(name, headers);
      expect(await xmlRefusal(await put(url, 'hallo', headers))).toEqual([400, 'BadDigest']);
      expect(await storage.bucket.file(name).exists()).toEqual([false]);
      expect((await put(url, 'hello', headers)).status).toBe(200);
    }
  });

  it('creates only what is not there, when its precondition says so', async () => {
    const headers = { 'x-goog-if-generation-match': '0' };
    const url = await putUrl('once', headers);
    expect((await put(url, 'first', headers)).status).toBe(200);
    expect(await xmlRefusal(await put(url, 'second', headers))).toEqual([412, 'PreconditionFailed']);
    expect(String((await storage.bucket.file('once').download())[0])).toBe('first');
  });

  it('keeps custom metadata in any script', async () => {
    const headers = { 'x-goog-meta-title': Buffer.from('Müller 日本').toString('latin1') };
    const [url] = await storage.bucket.file('scripts').getSignedUrl({
      version: 'v4',
      action: 'write',
      expires: soon(),
      extensionHeaders: { 'x-goog-meta-title': 'Müller 日本' },
    });
    expect((await put(url, 'x', headers)).status).toBe(200);
    expect((await storage.bucket.file('scripts').getMetadata())[0].metadata).toEqual({
      title: 'Müller 日本',
    });
  });

  it('says what it does not support', async () => {
    const headers = { 'x-goog-copy-source': `/${BUCKET}/put.pdf` };
    expect(await xmlRefusal(await put(await putUrl('copy', headers), '', headers))).toEqual([
      501,
      'NotImplemented',
    ]);
  });
});
