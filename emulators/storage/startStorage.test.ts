import { readdir } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startStorage } from './startStorage.ts';
import { BUCKET, soon, startTestStorage, type TestStorage } from './testing/testStorage.ts';

let storage: TestStorage;

beforeEach(async () => {
  storage = await startTestStorage();
});
afterEach(() => storage.close());

describe('what is on disk', () => {
  it('is there after a restart, whole', async () => {
    const file = storage.bucket.file('a/b.txt');
    await file.save('first', { resumable: false });
    await file.save('second', {
      resumable: false,
      contentType: 'text/plain',
      metadata: { metadata: { a: 'b' } },
    });
    await storage.bucket.file('deleted').save('x', { resumable: false });
    await storage.bucket.file('deleted').delete();
    const [before] = await file.getMetadata();

    await storage.restart();
    const again = storage.bucket.file('a/b.txt');
    expect(String((await again.download())[0])).toBe('second');
    const [after] = await again.getMetadata();
    expect({ ...after, mediaLink: '', selfLink: '' }).toEqual({ ...before, mediaLink: '', selfLink: '' });
    const [files] = await storage.bucket.getFiles();
    expect(files.map(({ name }) => name)).toEqual(['a/b.txt']);

    await again.save('third', { resumable: false });
    expect(Number((await again.getMetadata())[0].generation)).toBeGreaterThan(Number(before.generation));
  });

  it('has no bytes of objects that were replaced or deleted', async () => {
    for (const text of ['one', 'two']) await storage.bucket.file('x').save(text, { resumable: false });
    await storage.bucket.file('y').save('y', { resumable: false });
    await storage.bucket.file('y').delete();
    expect(await readdir(path.join(storage.folder, 'buckets', BUCKET, 'contents'))).toHaveLength(1);
    expect(await readdir(path.join(storage.folder, 'uploads'))).toEqual([]);
  });
});

it('streams: 50 MB go in and out with a few in memory', { timeout: 30_000 }, async () => {
  const size = 50 * 1024 * 1024;
  const memory = watchMemory();
  const [url] = await storage.bucket
    .file('large')
    .getSignedUrl({ version: 'v4', action: 'write', expires: soon() });
  expect(await putPieces(url, size, memory.look)).toBe(200);
  const [metadata] = await storage.bucket.file('large').getMetadata();
  expect(metadata.size).toBe(String(size));

  let read = 0;
  for await (const chunk of storage.bucket.file('large').createReadStream() as AsyncIterable<Buffer>) {
    if (Math.floor(read / memory.step) !== Math.floor((read + chunk.length) / memory.step)) memory.look();
    read += chunk.length;
  }
  expect(read).toBe(size);
  expect(memory.most()).toBeLessThan(20 * 1024 * 1024);
});

it('serves a bucket that is there, with the CORS rules of this start', async () => {
  await storage.server.close();
  const cors = [{ origin: ['https://new.example'], method: ['GET'] }];
  const server = await startStorage({
    port: 0,
    folder: storage.folder,
    buckets: [BUCKET],
    cors,
    signers: [],
  });
  try {
    const response = await fetch(`${server.url}/${BUCKET}/x`, { headers: { origin: 'https://new.example' } });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([
      403,
      'https://new.example',
    ]);
  } finally {
    await server.close();
    await storage.restart();
  }
});

it('says when its port is taken', async () => {
  const { port } = storage.server;
  await expect(startStorage({ port, folder: storage.folder, signers: [] })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

/** Counts what buffers hold after everything that is not needed was collected. */
function watchMemory() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = (): number => {
    // The second waits for what the first leaves to be freed beside the program: V8 counts that until it is done.
    collect();
    collect();
    return process.memoryUsage().arrayBuffers;
  };
  const before = held();
  let most = 0;
  return {
    step: 5 * 1024 * 1024,
    look: () => void (most = Math.max(most, held() - before)),
    most: () => most,
  };
}

/** Sends as the server takes it. @returns the status */
async function putPieces(url: string, size: number, look: () => void): Promise<number | undefined> {
  const piece = 1024 * 1024;
  const upload = httpRequest(url, { method: 'PUT', headers: { 'content-length': size } });
  const answered = Promise.withResolvers<number | undefined>();
  upload.once('response', (response) => answered.resolve(response.resume().statusCode));
  upload.once('error', answered.reject);
  for (let sent = 0; sent < size; sent += piece) {
    if (!upload.write(Buffer.alloc(piece, sent / piece)))
      await new Promise((resolve) => upload.once('drain', resolve));
    if (sent % (5 * piece) === 0) look();
  }
  upload.end();
  return answered.promise;
}
