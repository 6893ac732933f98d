import { createHash } from 'node:crypto';
import { Storage } from '@google-cloud/storage';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BUCKET, startTestStorage, type TestStorage } from '../testing/testStorage.ts';

let storage: TestStorage;

beforeAll(async () => {
  storage = await startTestStorage();
});
afterAll(() => storage.close());

describe('objects', () => {
  it('gives back the bytes and what was said of them', async () => {
    const file = storage.bucket.file('letters/hello.txt');
    await file.save('hello', {
      resumable: false,
      contentType: 'text/plain',
      metadata: {
        cacheControl: 'no-store',
        contentDisposition: 'attachment; filename="hello.txt"',
        metadata: { owner: 'ada' },
      },
    });

    expect(String((await file.download())[0])).toBe('hello');
    const [metadata] = await file.getMetadata();
    expect(metadata).toMatchObject({
      name: 'letters/hello.txt',
      bucket: BUCKET,
      size: '5',
      contentType: 'text/plain',
      cacheControl: 'no-store',
      contentDisposition: 'attachment; filename="hello.txt"',
      metadata: { owner: 'ada' },
      metageneration: '1',
      md5Hash: 'XUFAKrxLKna5cZ2REBfFkg==',
      crc32c: 'mnG7TA==',
    });
    expect(Date.parse(metadata.timeCreated ?? '')).not.toBeNaN();
  });

  it.each(['ä/ö/ü 日本語 🌷.txt', 'a b+c&d=e?f#g%20h', "!'()*~-._", '../above', 'a//b/'])(
    'takes the name %j as it is',
    async (name) => {
      await storage.bucket.file(name).save(name, { resumable: false });
      expect(String((await storage.bucket.file(name).download())[0])).toBe(name);
      const [found] = await storage.bucket.getFiles({ prefix: name });
      expect(found.map((file) => file.name)).toEqual([name]);
    },
  );

  it('takes bytes in a resumable upload, in one piece or several', async () => {
    const bytes = Buffer.alloc(700_000, 'abc');
    for (const chunkSize of [undefined, 256 * 1024]) {
      const file = storage.bucket.file(`resumable-${chunkSize ?? 'whole'}`);
      await file.save(bytes, { resumable: true, ...(chunkSize && { chunkSize }), contentType: 'text/csv' });
      expect((await file.download())[0].equals(bytes)).toBe(true);
      expect((await file.getMetadata())[0].contentType).toBe('text/csv');
    }
  });

  it('stores an empty object', async () => {
    for (const resumable of [true, false]) {
      const file = storage.bucket.file(`empty-${resumable}`);
      await file.save('', { resumable });
      expect((await file.getMetadata())[0].size).toBe('0');
      expect((await file.download())[0]).toHaveLength(0);
    }
  });

  it('gives a part of the bytes', async () => {
    const file = storage.bucket.file('digits');
    await file.save('0123456789', { resumable: false });
    const [middle] = await file.download({ start: 2, end: 4 });
    const [rest] = await file.download({ start: 7 });
    expect([String(middle), String(rest)]).toEqual(['234', '789']);
    await expect(file.download({ start: 10 })).rejects.toMatchObject({ code: 416 });
  });

  it('changes what is said of an object without a new generation, and removes what is null', async () => {
    const file = storage.bucket.file('described');
    await file.save('x', { resumable: false, metadata: { metadata: { kept: 'yes', gone: 'soon' } } });
    const [before] = await file.getMetadata();
    await file.setMetadata({ contentType: 'image/png', metadata: { gone: null, new: 'here' } });
    const [after] = await file.getMetadata();
    expect(after).toMatchObject({ contentType: 'image/png', metadata: { kept: 'yes', new: 'here' } });
    expect(after.metadata).not.toHaveProperty('gone');
    expect([after.generation, after.metageneration]).toEqual([before.generation, '2']);
  });

  it('deletes, and says so of what is not there', async () => {
    const file = storage.bucket.file('short-lived');
    await file.save('x', { resumable: false });
    expect(await file.exists()).toEqual([true]);
    await file.delete();
    expect(await file.exists()).toEqual([false]);
    await expect(file.delete()).rejects.toMatchObject({ code: 404, errors: [{ reason: 'notFound' }] });
    await expect(file.download()).rejects.toMatchObject({
      code: 404,
      message: `No such object: ${BUCKET}/short-lived`,
    });
  });

  it('copies and moves, with the attributes', async () => {
    const file = storage.bucket.file('original');
    await file.save('words', {
      resumable: false,
      contentType: 'text/plain',
      metadata: { metadata: { a: 'b' } },
    });
    const [copy] = await file.copy('copy');
    expect(String((await copy.download())[0])).toBe('words');
    expect((await copy.getMetadata())[0]).toMatchObject({ contentType: 'text/plain', metadata: { a: 'b' } });
    await copy.rename('moved');
    expect(await copy.exists()).toEqual([false]);
    expect(String((await storage.bucket.file('moved').download())[0])).toBe('words');
  });

  it('composes objects in their order', async () => {
    await storage.bucket.file('part-1').save('one ', { resumable: false });
    await storage.bucket.file('part-2').save('two', { resumable: false });
    await storage.bucket.combine(['part-1', 'part-2'], 'composed.txt');
    const file = storage.bucket.file('composed.txt');
    expect(String((await file.download())[0])).toBe('one two');
    const [metadata] = await file.getMetadata();
    expect(metadata).toMatchObject({ componentCount: 2, contentType: 'text/plain' });
    expect(metadata).not.toHaveProperty('md5Hash');
  });

  it('refuses bytes that do not have the stated hash, and keeps the object that was there', async () => {
    const file = storage.bucket.file('hashed');
    await file.save('before', { resumable: false });
    const wrong = { md5Hash: Buffer.alloc(16).toString('base64') };
    for (const resumable of [true, false]) {
      await expect(file.save('after', { resumable, validation: false, metadata: wrong })).rejects.toThrow(
        /hash/,
      );
    }
    expect(String((await file.download())[0])).toBe('before');
    const right = { md5Hash: createHash('md5').update('after').digest('base64') };
    await file.save('after', { resumable: false, metadata: right });
    expect(String((await file.download())[0])).toBe('after');
  });
});

describe('preconditions', () => {
  it('creates only what is not there, and replaces only the generation that was seen', async () => {
    const file = storage.bucket.file('once');
    const absent = { resumable: false, preconditionOpts: { ifGenerationMatch: 0 } };
    await file.save('first', absent);
    await expect(file.save('second', absent)).rejects.toMatchObject({ code: 412 });
    expect(String((await file.download())[0])).toBe('first');

    const { generation } = (await file.getMetadata())[0];
    const seen = { resumable: true, preconditionOpts: { ifGenerationMatch: Number(generation) } };
    await file.save('third', seen);
    await expect(file.save('fourth', seen)).rejects.toMatchObject({ status: 412 });
    expect(String((await file.download())[0])).toBe('third');
  });

  it('lets one of two uploads at once win', async () => {
    const file = storage.bucket.file('contested');
    const preconditionOpts = { ifGenerationMatch: 0 };
    const contents = ['left', 'right'].map((side) => Buffer.alloc(300_000, side));
    const uploads = await Promise.allSettled(
      contents.map((bytes) =>
        storage.bucket.file('contested').save(bytes, { resumable: false, preconditionOpts }),
      ),
    );
    expect(uploads.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = contents[uploads.findIndex(({ status }) => status === 'fulfilled')];
    expect((await file.download())[0].equals(winner ?? Buffer.alloc(0))).toBe(true);
  });

  it('guards changes and deletions by generation and metageneration', async () => {
    const file = storage.bucket.file('guarded');
    await file.save('x', { resumable: false });
    const { generation } = (await file.getMetadata())[0];
    await expect(
      file.setMetadata({ contentType: 'a/b' }, { ifMetagenerationMatch: 2 }),
    ).rejects.toMatchObject({
      code: 412,
      errors: [{ reason: 'conditionNotMet' }],
    });
    await file.setMetadata({ contentType: 'a/b' }, { ifMetagenerationMatch: 1 });
    await expect(file.delete({ ifGenerationMatch: Number(generation) - 1 })).rejects.toMatchObject({
      code: 412,
    });
    await file.delete({ ifGenerationMatch: Number(generation) });
    expect(await file.exists()).toEqual([false]);
  });

  it('reads a generation that is still there, and no other', async () => {
    const file = storage.bucket.file('generations');
    await file.save('old', { resumable: false });
    const old = (await file.getMetadata())[0].generation;
    await file.save('new', { resumable: false });
    const current = (await file.getMetadata())[0].generation;
    expect(Number(current)).toBeGreaterThan(Number(old));
    const pinned = (generation: string | number | undefined) =>
      storage.bucket.file('generations', { generation: Number(generation) });
    expect(String((await pinned(current).download())[0])).toBe('new');
    await expect(pinned(old).download()).rejects.toMatchObject({ code: 404 });
  });
});

describe('lists', () => {
  it('pages through names in the order of their bytes', async () => {
    const names = ['list/Z', 'list/a', 'list/b/1', 'list/b/2', 'list/c', 'list/\uffee', 'list/\u{1f337}'];
    for (const name of [...names].reverse()) await storage.bucket.file(name).save('', { resumable: false });

    const pages: string[][] = [];
    let pageToken: string | undefined;
    do {
      const [files, next] = await storage.bucket.getFiles({
        prefix: 'list/',
        maxResults: 3,
        autoPaginate: false,
        ...(pageToken && { pageToken }),
      });
      pages.push(files.map(({ name }) => name));
      pageToken = (next as { pageToken?: string } | null)?.pageToken;
    } while (pageToken);
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual(names);

    const [some] = await storage.bucket.getFiles({ startOffset: 'list/a', endOffset: 'list/b/2' });
    expect(some.map(({ name }) => name)).toEqual(['list/a', 'list/b/1']);
  });

  it('folds what follows the delimiter', async () => {
    for (const name of ['tree/a', 'tree/b/1', 'tree/b/2', 'tree/c/1']) {
      await storage.bucket.file(name).save('', { resumable: false });
    }
    const [files, , answer] = await storage.bucket.getFiles({
      prefix: 'tree/',
      delimiter: '/',
      autoPaginate: false,
    });
    expect(files.map(({ name }) => name)).toEqual(['tree/a']);
    expect((answer as { prefixes: string[] }).prefixes).toEqual(['tree/b/', 'tree/c/']);
  });
});

describe('buckets', () => {
  it('are made, changed, listed and deleted', async () => {
    const bucket = storage.bucket.storage.bucket('demo-files-more');
    expect(await bucket.exists()).toEqual([false]);
    await expect(bucket.getFiles()).rejects.toMatchObject({ code: 404 });
    await bucket.create();
    await expect(bucket.create()).rejects.toMatchObject({ code: 409 });
    await bucket.setCorsConfiguration([{ origin: ['https://a.example'], method: ['GET'] }]);
    expect((await bucket.getMetadata())[0].cors).toEqual([
      { origin: ['https://a.example'], method: ['GET'] },
    ]);
    const [buckets] = await bucket.storage.getBuckets();
    expect(buckets.map(({ name }) => name)).toEqual(['demo-files-more', BUCKET]);

    await bucket.file('x').save('x', { resumable: false });
    await expect(bucket.delete()).rejects.toMatchObject({ code: 409 });
    await bucket.file('x').delete();
    await bucket.delete();
    expect(await bucket.exists()).toEqual([false]);
  });
});

describe('callers', () => {
  it('are server libraries: who only knows the URL gets nothing', async () => {
    await storage.bucket.file('private').save('secret', { resumable: false });
    const address = `${storage.server.url}/storage/v1/b/${BUCKET}/o/private`;
    for (const url of [address, `${address}?alt=media`, address.replace('/storage/', '/download/storage/')]) {
      const response = await fetch(url);
      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain('secret');
    }
    const [stored] = await storage.bucket.file('private').getMetadata();
    const named = { 'x-goog-api-client': 'gl-node/24' };
    expect(await (await fetch(stored.mediaLink ?? '', { headers: named })).text()).toBe('secret');
  });

  it('find the server by STORAGE_EMULATOR_HOST', async () => {
    vi.stubEnv('STORAGE_EMULATOR_HOST', storage.server.url);
    try {
      const file = new Storage({ projectId: 'demo-files' }).bucket(BUCKET).file('by-variable');
      await file.save('found', { resumable: false });
      expect(String((await file.download())[0])).toBe('found');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('are told what is not supported', async () => {
    await expect(storage.bucket.file('private').makePublic()).rejects.toMatchObject({ code: 501 });
  });
});
