/** A server on a free port with a folder of its own, a clock that tests move, and Google's client in front of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Storage, type Bucket } from '@google-cloud/storage';
import { createServiceAccount } from '../serviceAccount.ts';
import { startStorage, type CorsRule, type StorageServer } from '../startStorage.ts';

export const BUCKET = 'demo-files.appspot.com';
const PROJECT = 'demo-files';

/** Making a key takes a moment: one for all files of a process. The other account is nobody's that the server knows. */
const [account, stranger] = await Promise.all([createServiceAccount(PROJECT), createServiceAccount(PROJECT)]);

export interface TestStorage {
  server: StorageServer;
  folder: string;
  bucket: Bucket;
  /** The same account's name, and another key. */
  strangersBucket: Bucket;
  /** Moves the server's clock by as much. */
  wait(seconds: number): void;
  /** Ends the server and starts it again on the folder; `bucket` speaks to the new one. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startTestStorage(cors: CorsRule[] = []): Promise<TestStorage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'storage-'));
  let waited = 0;
  const start = (): Promise<StorageServer> =>
    startStorage({
      port: 0,
      folder,
      buckets: [BUCKET],
      cors,
      signers: [account.signer],
      clock: () => new Date(Date.now() + waited),
    });
  const server = await start();
  const storage: TestStorage = {
    server,
    folder,
    bucket: bucketOf(server, account.keyFile),
    strangersBucket: bucketOf(server, stranger.keyFile),
    wait(seconds) {
      waited += seconds * 1000;
    },
    async restart() {
      await storage.server.close();
      storage.server = await start();
      storage.bucket = bucketOf(storage.server, account.keyFile);
    },
    async close() {
      await storage.server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return storage;
}

function bucketOf({ url }: StorageServer, keyFile: string): Bucket {
  const credentials = JSON.parse(keyFile) as { client_email: string; private_key: string };
  return new Storage({
    apiEndpoint: url,
    projectId: PROJECT,
    credentials,
    // A refusal is the answer that a test wants.
    retryOptions: { autoRetry: false },
  }).bucket(BUCKET);
}

/** In five minutes. */
export function soon(): number {
  return Date.now() + 5 * 60 * 1000;
}

/** @returns the status and the code of Cloud Storage's XML error */
export async function xmlRefusal(response: Response): Promise<[number, string | undefined]> {
  return [response.status, /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1]];
}
