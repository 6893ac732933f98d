import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soon, startTestStorage, type TestStorage } from '../testing/testStorage.ts';

const PAGE = 'http://127.0.0.1:5173';
const RULES = [
  {
    origin: [PAGE],
    method: ['GET', 'PUT', 'POST', 'DELETE'],
    responseHeader: ['Content-Type', 'Content-Range', 'Range', 'Location', 'x-goog-resumable'],
    maxAgeSeconds: 600,
  },
];

let storage: TestStorage;
let signed: string;

beforeAll(async () => {
  storage = await startTestStorage(RULES);
  await storage.bucket.file('x').save('x', { resumable: false });
  [signed] = await storage.bucket.file('x').getSignedUrl({ version: 'v4', action: 'read', expires: soon() });
});
afterAll(() => storage.close());

async function preflight(
  url: string,
  origin: string,
  method: string,
  headers = '',
): Promise<Record<string, string>> {
  const response = await fetch(url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      ...(headers && { 'access-control-request-headers': headers }),
    },
  });
  expect(response.status).toBe(200);
  return allowances(response);
}

function allowances({ headers }: Response): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));
}

describe('a preflight', () => {
  it('allows what the rule has', async () => {
    expect(await preflight(signed, PAGE, 'PUT', 'content-type, X-Goog-Resumable')).toEqual({
      'access-control-allow-origin': PAGE,
      'access-control-allow-methods': 'GET, PUT, POST, DELETE',
      'access-control-allow-headers': 'Content-Type, Content-Range, Range, Location, x-goog-resumable',
      'access-control-max-age': '600',
    });
  });

  it.each([
    ['another origin', 'https://evil.example', 'PUT', 'content-type'],
    ['another method', PAGE, 'PATCH', ''],
    ['another header', PAGE, 'PUT', 'content-type, x-goog-meta-owner'],
  ])('allows nothing to %s', async (_which, origin, method, headers) => {
    expect(await preflight(signed, origin, method, headers)).toEqual({});
  });

  it('allows nothing on the JSON API', async () => {
    const address = `${storage.server.url}/storage/v1/b/x/o/x`;
    const response = await fetch(address, {
      method: 'OPTIONS',
      headers: { origin: PAGE, 'access-control-request-method': 'GET' },
    });
    expect([response.status, allowances(response)]).toEqual([401, {}]);
  });
});

describe('an answer', () => {
  it('can be read by the page of a rule, and by no other', async () => {
    const read = async (origin: string, url = signed) =>
      allowances(await fetch(url, { headers: { origin } }));
    const allowed = {
      'access-control-allow-origin': PAGE,
      'access-control-expose-headers': 'Content-Type, Content-Range, Range, Location, x-goog-resumable',
    };
    expect(await read(PAGE)).toEqual(allowed);
    // Also a refusal, so that the page can say what is wrong.
    expect(await read(PAGE, signed.replace(/\?.*/, ''))).toEqual(allowed);
    expect(await read('https://evil.example')).toEqual({});
  });

  it('follows the rules that a server sets', async () => {
    const bucket = storage.bucket.storage.bucket('demo-files-cors');
    await bucket.create();
    const url = `${storage.server.url}/${bucket.name}/x`;
    expect(await preflight(url, PAGE, 'GET')).toEqual({});
    await bucket.setCorsConfiguration([{ origin: ['*'], method: ['*'], responseHeader: ['*'] }]);
    expect(await preflight(url, 'https://any.example', 'GET', 'x-any')).toEqual({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET',
      'access-control-allow-headers': 'x-any',
      'access-control-max-age': '3600',
    });
  });
});

describe('a resumable upload that a server starts', () => {
  it('can be continued by the page for which it was started', async () => {
    const origin = 'https://page.example';
    const [uri] = await storage.bucket.file('resumable').createResumableUpload({ origin });
    expect(await preflight(uri, origin, 'PUT', 'content-range')).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'content-range',
    });
    expect(await preflight(uri, PAGE, 'PUT', 'content-range')).toEqual({});
    const asked = await fetch(uri, { method: 'PUT', headers: { origin, 'content-range': 'bytes */*' } });
    expect(asked.status).toBe(308);
    expect(allowances(asked)['access-control-expose-headers']).toContain('Range');
  });
});
