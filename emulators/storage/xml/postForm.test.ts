import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { GenerateSignedPostPolicyV4Options } from '@google-cloud/storage';
import { BUCKET, soon, startTestStorage, xmlRefusal, type TestStorage } from '../testing/testStorage.ts';

let storage: TestStorage;

beforeAll(async () => {
  storage = await startTestStorage();
});
afterAll(() => storage.close());

type Fields = Record<string, string>;

async function policyFields(
  name: string,
  options: Partial<GenerateSignedPostPolicyV4Options> = {},
): Promise<Fields> {
  const [{ fields }] = await storage.bucket
    .file(name)
    .generateSignedPostPolicyV4({ expires: soon(), ...options });
  return fields;
}

async function post(
  fields: Fields,
  bytes = 'hello',
  fileName = 'upload.txt',
  bucket = BUCKET,
): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes], { type: 'text/html' }), fileName);
  return fetch(`${storage.server.url}/${bucket}`, { method: 'POST', body: form, redirect: 'manual' });
}

describe('an upload by form', () => {
  it('stores the file with what the fields say', async () => {
    const fields = await policyFields('forms/ä b.txt', {
      fields: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store', 'x-goog-meta-owner': 'ada' },
    });
    const response = await post(fields);
    expect([response.status, await response.text()]).toEqual([204, '']);
    const file = storage.bucket.file('forms/ä b.txt');
    expect(String((await file.download())[0])).toBe('hello');
    const [metadata] = await file.getMetadata();
    expect(metadata).toMatchObject({
      contentType: 'text/plain',
      cacheControl: 'no-store',
      metadata: { owner: 'ada' },
    });
    expect(response.headers.get('etag')).toBe(metadata.etag);
  });

  it('takes no type from the file itself', async () => {
    await post(await policyFields('untyped'));
    expect((await storage.bucket.file('untyped').getMetadata())[0].contentType).toBeUndefined();
    const [url] = await storage.bucket
      .file('untyped')
      .getSignedUrl({ version: 'v4', action: 'read', expires: soon() });
    expect((await fetch(url)).headers.get('content-type')).toBe('application/octet-stream');
  });

  it('answers as the form asks', async () => {
    const created = await post(await policyFields('answer', { fields: { success_action_status: '201' } }));
    expect(created.status).toBe(201);
    expect(await created.text()).toContain(`<Bucket>${BUCKET}</Bucket><Key>answer</Key><ETag>`);
    expect(
      (await post(await policyFields('answer', { fields: { success_action_status: '200' } }))).status,
    ).toBe(200);

    const fields = { success_action_redirect: 'https://app.example/done?x=1' };
    const redirected = await post(await policyFields('answer', { fields }));
    expect(redirected.status).toBe(303);
    expect(redirected.headers.get('location')).toMatch(
      new RegExp(`^https://app\\.example/done\\?x=1&bucket=${BUCKET}&key=answer&etag=`),
    );
  });

  it('puts the name of the file in place of ${filename}', async () => {
    expect((await post(await policyFields('drop/${filename}'), 'x', 'a b.txt')).status).toBe(204);
    expect(await storage.bucket.file('drop/a b.txt').exists()).toEqual([true]);
  });

  it('is sent to the address that the client gives for STORAGE_EMULATOR_HOST', async () => {
    vi.stubEnv('STORAGE_EMULATOR_HOST', storage.server.url);
    try {
      const [{ url }] = await storage.bucket.file('x').generateSignedPostPolicyV4({ expires: soon() });
      expect(url).toBe(`${storage.server.url}/${BUCKET}`);
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

describe('a policy', () => {
  it('keeps the file within its length range, both ends included', async () => {
    for (const [bytes, answer] of [
      ['12', [204, undefined]],
      ['1234', [204, undefined]],
      ['1', [400, 'EntityTooSmall']],
      ['12345', [400, 'EntityTooLarge']],
      ['x'.repeat(3_000_000), [400, 'EntityTooLarge']],
    ] as const) {
      const name = `range-${bytes.length}`;
      const fields = await policyFields(name, { conditions: [['content-length-range', 2, 4]] });
      expect(await xmlRefusal(await post(fields, bytes))).toEqual(answer);
      expect(await storage.bucket.file(name).exists()).toEqual([answer[0] === 204]);
    }
  });

  it('holds for the fields that it names, as it names them', async () => {
    const conditions = [
      ['starts-with', '$Content-Type', 'image/'],
      ['eq', '$x-goog-meta-owner', 'ada'],
    ];
    const fields = await policyFields('named', { conditions });
    const good = { ...fields, 'Content-Type': 'image/png', 'x-goog-meta-owner': 'ada' };
    for (const changed of [
      { ...good, 'Content-Type': 'text/html' },
      { ...good, 'x-goog-meta-owner': 'eve' },
      { ...good, key: 'another' },
      { ...good, 'x-goog-meta-more': 'x' },
      { ...good, success_action_status: '201' },
      fields,
    ]) {
      expect(await xmlRefusal(await post(changed))).toEqual([400, 'InvalidPolicyDocument']);
    }
    expect(await storage.bucket.file('named').exists()).toEqual([false]);
    expect((await post({ 'x-ignore-me': 'x', ...good })).status).toBe(204);
  });

  it('holds for its bucket alone', async () => {
    await storage.bucket.storage.bucket('demo-files-other').create();
    const response = await post(await policyFields('x'), 'x', 'x', 'demo-files-other');
    expect(await xmlRefusal(response)).toEqual([400, 'InvalidPolicyDocument']);
  });

  it('must be the one that was signed, by a signer that counts', async () => {
    const fields = await policyFields('signed');
    const policy = JSON.parse(Buffer.from(fields['policy']!, 'base64').toString()) as {
      conditions: unknown[];
    };
    policy.conditions = policy.conditions.filter((one) => !JSON.stringify(one).includes('"key"'));
    const wider = Buffer.from(JSON.stringify({ ...policy })).toString('base64');
    const [strangers] = await storage.strangersBucket
      .file('signed')
      .generateSignedPostPolicyV4({ expires: soon() });
    for (const changed of [
      { ...fields, policy: wider },
      { ...fields, 'x-goog-signature': '00' },
      { ...fields, 'x-goog-credential': fields['x-goog-credential']!.replace('storage-emulator', 'someone') },
      strangers.fields,
    ]) {
      expect(await xmlRefusal(await post(changed))).toEqual([403, 'SignatureDoesNotMatch']);
    }
    expect(await storage.bucket.file('signed').exists()).toEqual([false]);
    expect((await post(fields)).status).toBe(204);
  });

  it('is needed, and so is a file', async () => {
    expect(await xmlRefusal(await post({ key: 'bare' }))).toEqual([403, 'AccessDenied']);
    const form = new FormData();
    for (const [name, value] of Object.entries(await policyFields('bare'))) form.append(name, value);
    const empty = await fetch(`${storage.server.url}/${BUCKET}`, { method: 'POST', body: form });
    expect(await xmlRefusal(empty)).toEqual([400, 'InvalidArgument']);
    const json = await fetch(`${storage.server.url}/${BUCKET}`, { method: 'POST', body: '{}' });
    expect(await xmlRefusal(json)).toEqual([400, 'InvalidArgument']);
  });

  it('ends', async () => {
    const clock = await startTestStorage();
    try {
      const options = { expires: soon() };
      const [{ fields }] = await clock.bucket.file('late').generateSignedPostPolicyV4(options);
      const form = () => {
        const data = new FormData();
        for (const [name, value] of Object.entries(fields)) data.append(name, value);
        data.append('file', new Blob(['x']), 'x');
        return { method: 'POST', body: data };
      };
      const address = `${clock.server.url}/${BUCKET}`;
      expect((await fetch(address, form())).status).toBe(204);
      clock.wait(6 * 60);
      expect(await xmlRefusal(await fetch(address, form()))).toEqual([400, 'ExpiredToken']);
    } finally {
      await clock.close();
    }
  });
});
