import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { launchChromium } from '@hrx/chromium';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUCKET, soon, startTestStorage, type TestStorage } from './testing/testStorage.ts';

const PIECE = 256 * 1024;

let browser: Browser;
let site: Server;
let page: Page;
let stranger: Page;
let storage: TestStorage;

/** Pages of two origins, of which the bucket's rules allow the first. */
beforeAll(async () => {
  site = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>A page</title>');
  }).listen(0, '127.0.0.1');
  [browser] = await Promise.all([launchChromium(), once(site, 'listening')]);
  const { port } = site.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  storage = await startTestStorage([
    {
      origin: [origin],
      method: ['GET', 'PUT', 'POST'],
      responseHeader: ['Content-Type', 'Content-Range', 'Location', 'Range', 'x-goog-resumable'].concat(
        'x-goog-content-length-range',
      ),
    },
  ]);
  [page, stranger] = await Promise.all([browser.newPage(), browser.newPage()]);
  await page.goto(origin);
  await stranger.goto(`http://localhost:${port}`);
});
afterAll(async () => {
  await browser.close();
  site.close();
  await storage.close();
});

/** Uploads as a page does that shows its progress. @returns the status, or 0 when the browser does not tell */
function upload(
  from: Page,
  url: string,
  size: number,
  headers: Record<string, string> = {},
): Promise<number> {
  return from.evaluate(
    async ([address, length, names]) => {
      const request = new XMLHttpRequest();
      request.open('PUT', address);
      for (const [name, value] of Object.entries(names)) request.setRequestHeader(name, value);
      const ended = new Promise((resolve) => request.addEventListener('loadend', resolve));
      request.send(new Uint8Array(length));
      await ended;
      return request.status;
    },
    [url, size, headers] as const,
  );
}

describe('a page of an allowed origin', () => {
  it('uploads by signed PUT, and is told when it is too long', async () => {
    const headers = { 'content-type': 'image/png', 'x-goog-content-length-range': '1,1000000' };
    const { 'content-type': contentType, ...extensionHeaders } = headers;
    const [url] = await storage.bucket
      .file('put')
      .getSignedUrl({ version: 'v4', action: 'write', expires: soon(), contentType, extensionHeaders });
    expect(await upload(page, url, 30_000_000, headers)).toBe(400);
    expect(await storage.bucket.file('put').exists()).toEqual([false]);
    expect(await upload(page, url, 1_000_000, headers)).toBe(200);
    expect((await storage.bucket.file('put').getMetadata())[0]).toMatchObject({
      size: '1000000',
      contentType,
    });
    expect(await upload(stranger, url, 10, headers)).toBe(0);
  });

  it('uploads in pieces', async () => {
    const [url] = await storage.bucket
      .file('pieces')
      .getSignedUrl({ version: 'v4', action: 'resumable', expires: soon() });
    const answers = await page.evaluate(
      async ([address, piece]) => {
        const started = await fetch(address, { method: 'POST', headers: { 'x-goog-resumable': 'start' } });
        const uri = started.headers.get('location') ?? '';
        const put = async (range: string, length: number) => {
          const headers = { 'content-range': range };
          const { status, headers: answer } = await fetch(uri, {
            method: 'PUT',
            headers,
            body: new Uint8Array(length),
          });
          return [status, answer.get('range')];
        };
        return [
          await put(`bytes 0-${piece - 1}/*`, piece),
          await put('bytes */*', 0),
          await put(`bytes ${piece}-${piece + 9}/${piece + 10}`, 10),
        ];
      },
      [url, PIECE] as const,
    );
    const range = `bytes=0-${PIECE - 1}`;
    expect(answers).toEqual([
      [308, range],
      [308, range],
      [200, null],
    ]);
    expect((await storage.bucket.file('pieces').getMetadata())[0].size).toBe(String(PIECE + 10));
  });

  it('uploads by form', async () => {
    const [{ fields }] = await storage.bucket.file('form').generateSignedPostPolicyV4({ expires: soon() });
    const status = await page.evaluate(
      async ([address, all]) => {
        const form = new FormData();
        for (const [name, value] of Object.entries(all)) form.append(name, value);
        form.append('file', new Blob(['hello']), 'hello.txt');
        return (await fetch(address, { method: 'POST', body: form })).status;
      },
      [`${storage.server.url}/${BUCKET}`, fields as Record<string, string>] as const,
    );
    expect(status).toBe(204);
    expect(String((await storage.bucket.file('form').download())[0])).toBe('hello');
  });

  it('reads what another origin cannot', async () => {
    await storage.bucket.file('read').save('hello', { resumable: false });
    const [url] = await storage.bucket
      .file('read')
      .getSignedUrl({ version: 'v4', action: 'read', expires: soon() });
    const read = (from: Page) =>
      from.evaluate(
        (address) =>
          fetch(address).then(
            (answer) => answer.text(),
            () => 'refused',
          ),
        url,
      );
    expect(await read(page)).toBe('hello');
    expect(await read(stranger)).toBe('refused');
  });
});
