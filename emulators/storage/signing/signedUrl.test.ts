import type { GetSignedUrlConfig } from '@google-cloud/storage';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUCKET, soon, startTestStorage, xmlRefusal, type TestStorage } from '../testing/testStorage.ts';

let storage: TestStorage;

beforeAll(async () => {
  storage = await startTestStorage();
  for (const name of ['letter.txt', 'other.txt', NAME]) {
    await storage.bucket.file(name).save('0123456789', { resumable: false, contentType: 'text/plain' });
  }
});
afterAll(() => storage.close());

const NAME = "ä~ö b+c&d=e?f#g%20h!'()*/日本 🌷.txt";

async function signedUrl(config: Partial<GetSignedUrlConfig> = {}, name = 'letter.txt'): Promise<string> {
  const [url] = await storage.bucket
    .file(name)
    .getSignedUrl({ version: 'v4', action: 'read', expires: soon(), ...config });
  return url;
}

/** The URL with one parameter changed, its signature as it was. */
function tampered(url: string, name: string, value: string): string {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed.href;
}

describe('a signed GET', () => {
  it('gives the bytes with what describes them', async () => {
    const response = await fetch(await signedUrl());
    expect([response.status, await response.text()]).toEqual([200, '0123456789']);
    const [stored] = await storage.bucket.file('letter.txt').getMetadata();
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/plain',
      'content-length': '10',
      'accept-ranges': 'bytes',
      etag: stored.etag,
      'x-goog-generation': stored.generation,
      'x-goog-hash': `crc32c=${String(stored.crc32c)},md5=${String(stored.md5Hash)}`,
    });
  });

  it.each([NAME, "letter's ~ (1).txt", 'a//b'])('works for the name %j', async (name) => {
    await storage.bucket.file(name).save('0123456789', { resumable: false });
    const response = await fetch(await signedUrl({ promptSaveAs: `${name.replace(/\W/g, '')} ~.txt` }, name));
    expect([response.status, await response.text()]).toEqual([200, '0123456789']);
  });

  it('says what the URL says of type and disposition, in place of what the object has', async () => {
    const responseDisposition = `attachment; filename="a.txt"; filename*=UTF-8''%C3%A4.txt`;
    const url = await signedUrl({ responseDisposition, responseType: 'application/octet-stream' });
    const { headers } = await fetch(url);
    expect(headers.get('content-disposition')).toBe(responseDisposition);
    expect(headers.get('content-type')).toBe('application/octet-stream');

    const inline = await fetch(tampered(url, 'response-content-disposition', 'inline'));
    expect(await xmlRefusal(inline)).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await xmlRefusal(await fetch(`${await signedUrl()}&response-content-type=text/html`))).toEqual([
      403,
      'SignatureDoesNotMatch',
    ]);
  });

  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
    ['bytes=-99', '0123456789', 'bytes 0-9/10'],
  ])('gives the range %s', async (range, text, contentRange) => {
    const response = await fetch(await signedUrl(), { headers: { range } });
    expect(response.status).toBe(206);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-range')).toBe(contentRange);
  });

  it('refuses a range that is not there, and passes over one that it does not understand', async () => {
    const beyond = await fetch(await signedUrl(), { headers: { range: 'bytes=10-' } });
    expect(beyond.headers.get('content-range')).toBe('bytes */10');
    expect(await xmlRefusal(beyond)).toEqual([416, 'InvalidRange']);
    const lines = await fetch(await signedUrl(), { headers: { range: 'lines=1-2' } });
    expect([lines.status, lines.headers.has('content-range')]).toEqual([200, false]);
  });

  it('serves HEAD without bytes', async () => {
    const response = await fetch(await signedUrl(), { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-length')).toBe('10');
  });

  it('says that nothing changed to who has it', async () => {
    const etag = (await fetch(await signedUrl())).headers.get('etag') ?? '';
    expect((await fetch(await signedUrl(), { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await fetch(await signedUrl(), { headers: { 'if-none-match': '"x"' } })).status).toBe(200);
  });

  it('gives one generation alone, when the URL names it', async () => {
    const [{ generation }] = await storage.bucket.file('letter.txt').getMetadata();
    const pinned = await signedUrl({ queryParams: { generation: String(generation) } });
    expect((await fetch(pinned)).status).toBe(200);
    const gone = await signedUrl({ queryParams: { generation: String(Number(generation) - 1) } });
    expect(await xmlRefusal(await fetch(gone))).toEqual([404, 'NoSuchKey']);
  });

  it('answers 404 for an object or a bucket that is not there', async () => {
    expect(await xmlRefusal(await fetch(await signedUrl({}, 'nothing')))).toEqual([404, 'NoSuchKey']);
    const [url] = await storage.bucket.storage
      .bucket('no-such-bucket')
      .file('x')
      .getSignedUrl({ version: 'v4', action: 'read', expires: soon() });
    expect(await xmlRefusal(await fetch(url))).toEqual([404, 'NoSuchBucket']);
  });
});

describe('a signature', () => {
  it('holds for no other method', async () => {
    const url = await signedUrl();
    for (const method of ['PUT', 'POST', 'DELETE']) {
      expect(await xmlRefusal(await fetch(url, { method }))).toEqual([403, 'SignatureDoesNotMatch']);
    }
    const deletion = await signedUrl({ action: 'delete' }, 'other.txt');
    expect(await xmlRefusal(await fetch(deletion))).toEqual([403, 'SignatureDoesNotMatch']);
    expect((await fetch(await signedUrl({}, 'other.txt'))).status).toBe(200);
    expect((await fetch(deletion, { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(await signedUrl({}, 'other.txt'))).status).toBe(404);
  });

  it('holds for no other object', async () => {
    const url = (await signedUrl()).replace('letter.txt', 'letter.txt.bak');
    expect(await xmlRefusal(await fetch(url))).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('holds for no changed parameter, and shows what should have been signed', async () => {
    const url = await signedUrl();
    for (const [name, value] of [
      ['X-Goog-Expires', '600'],
      ['generation', '1'],
      ['X-Goog-Signature', '00'],
      [
        'X-Goog-Credential',
        new URL(url).searchParams.get('X-Goog-Credential')!.replace('storage-emulator', 'someone'),
      ],
    ] as const) {
      const response = await fetch(tampered(url, name, value));
      expect(await xmlRefusal(response.clone())).toEqual([403, 'SignatureDoesNotMatch']);
      expect(await response.text()).toContain(`<CanonicalRequest>GET\n/${BUCKET}/letter.txt\n`);
    }
  });

  it('of another key under the same name does not count', async () => {
    const [url] = await storage.strangersBucket
      .file('letter.txt')
      .getSignedUrl({ version: 'v4', action: 'read', expires: soon() });
    expect(await xmlRefusal(await fetch(url))).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('is needed', async () => {
    const bare = new URL(await signedUrl());
    bare.search = '';
    expect(await xmlRefusal(await fetch(bare))).toEqual([403, 'AccessDenied']);
    bare.pathname = `/${BUCKET}/nothing`;
    expect(await xmlRefusal(await fetch(bare))).toEqual([403, 'AccessDenied']);
  });

  it.each([
    ['X-Goog-Algorithm', 'GOOG4-HMAC-SHA256'],
    ['X-Goog-Credential', 'someone/20261124'],
    ['X-Goog-Date', 'yesterday'],
    ['X-Goog-Date', '20200101T000000Z'],
    ['X-Goog-Expires', '0'],
    ['X-Goog-Expires', '604801'],
    ['X-Goog-Expires', '5m'],
  ])('needs a %s other than %s', async (name, value) => {
    expect(await xmlRefusal(await fetch(tampered(await signedUrl(), name, value)))).toEqual([
      400,
      'InvalidArgument',
    ]);
  });
});

describe('the time', () => {
  it('of a URL ends', async () => {
    const clock = await startTestStorage();
    try {
      const file = clock.bucket.file('letter.txt');
      await file.save('hello', { resumable: false });
      const [url] = await file.getSignedUrl({ version: 'v4', action: 'read', expires: soon() });
      clock.wait(4 * 60);
      expect((await fetch(url)).status).toBe(200);
      clock.wait(2 * 60);
      const response = await fetch(url);
      expect(response.status).toBe(400);
      expect(await response.text()).toMatch(/<Code>ExpiredToken<.*Request signature expired at: \d{4}-/);
      // Asking for longer is no way out.
      expect(await xmlRefusal(await fetch(tampered(url, 'X-Goog-Expires', '604800')))).toEqual([
        403,
        'SignatureDoesNotMatch',
      ]);
    } finally {
      await clock.close();
    }
  });

  it('of a URL begins', async () => {
    const url = await signedUrl({ accessibleAt: Date.now() + 60_000 });
    expect(await xmlRefusal(await fetch(url))).toEqual([403, 'AccessDenied']);
  });

  it('of a URL is at most seven days', async () => {
    const week = 7 * 24 * 60 * 60 * 1000;
    expect((await fetch(await signedUrl({ expires: Date.now() + week - 1000 }))).status).toBe(200);
    await expect(signedUrl({ expires: Date.now() + week + 2000 })).rejects.toThrow('seven days');
  });
});

describe('signed headers', () => {
  const config = {
    action: 'write',
    contentType: 'text/plain',
    extensionHeaders: { 'x-goog-meta-owner': 'ada  l' },
  } as const;
  const headers = { 'content-type': 'text/plain', 'x-goog-meta-owner': 'ada l' };
  const put = async (changed: Record<string, string>, url?: string) =>
    fetch(url ?? (await signedUrl(config, 'headers.txt')), {
      method: 'PUT',
      body: 'hello',
      headers: changed,
    });

  it('must be there, and equal', async () => {
    expect((await put(headers)).status).toBe(200);
    const [metadata] = await storage.bucket.file('headers.txt').getMetadata();
    expect(metadata).toMatchObject({ contentType: 'text/plain', metadata: { owner: 'ada l' } });

    const missing = await put({ 'content-type': 'text/plain' });
    expect(await missing.clone().text()).toContain('<ParameterName>x-goog-meta-owner</ParameterName>');
    expect(await xmlRefusal(missing)).toEqual([400, 'MalformedSecurityHeader']);
    for (const changed of [
      { ...headers, 'x-goog-meta-owner': 'eve' },
      { ...headers, 'content-type': 'text/html' },
    ]) {
      expect(await xmlRefusal(await put(changed))).toEqual([403, 'SignatureDoesNotMatch']);
    }
  });

  it('are all that the request may say with x-goog-', async () => {
    const extra = await put({ ...headers, 'x-goog-meta-more': 'x' });
    expect(await xmlRefusal(extra)).toEqual([400, 'MalformedSecurityHeader']);
  });

  it('include the host', async () => {
    const url = tampered(await signedUrl(config), 'X-Goog-SignedHeaders', 'content-type;x-goog-meta-owner');
    expect(await xmlRefusal(await put(headers, url))).toEqual([400, 'MalformedSecurityHeader']);
  });
});
