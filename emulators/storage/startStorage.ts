/** Cloud Storage on this machine: what Google's client library calls, and what browsers do with signed URLs. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openExchange } from './http/exchange.ts';
import { refuse } from './http/refuse.ts';
import { isMedia } from './json/isMedia.ts';
import { handleJson, jsonPath } from './json/jsonApi.ts';
import type { Services } from './services.ts';
import type { Signer } from './signing/signers.ts';
import { ObjectStore } from './store/objectStore.ts';
import type { CorsRule } from './store/storedObject.ts';
import { UploadSessions } from './uploads/uploadSessions.ts';
import { handleXml } from './xml/handleXml.ts';

export type { Signer } from './signing/signers.ts';
export type { CorsRule } from './store/storedObject.ts';
export { createServiceAccount, type ServiceAccount } from './serviceAccount.ts';

export interface StorageOptions {
  host?: string;
  /** 0 for any that is free. */
  port: number;
  /** Where objects and unfinished uploads are kept. What an earlier run left there is served again. */
  folder: string;
  /** Buckets that are there from the start. */
  buckets?: string[];
  /** The CORS rules of those buckets. */
  cors?: CorsRule[];
  /** Whose signed URLs and policies are accepted. */
  signers: Signer[];
  clock?: () => Date;
}

export interface StorageServer {
  /** For STORAGE_EMULATOR_HOST. */
  url: string;
  port: number;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** @throws Error when the port is taken or the folder cannot be written */
export async function startStorage(options: StorageOptions): Promise<StorageServer> {
  const { host = '127.0.0.1', port } = options;
  const server = createServer();
  // A large upload takes as long as it takes.
  server.requestTimeout = 0;
  server.listen(port, host);
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  try {
    // Not before: whose port is taken may share the folder with the server that runs there.
    const services = openServices(options);
    server.on('request', (request, response) => void handle(request, response, services));
  } catch (error) {
    await close();
    throw error;
  }
  const { port: chosen } = server.address() as AddressInfo;
  return { url: `http://${host}:${chosen}`, port: chosen, close };
}

function openServices({
  folder,
  buckets = [],
  cors = [],
  signers,
  clock = () => new Date(),
}: StorageOptions): Services {
  const store = new ObjectStore(path.join(folder, 'buckets'), clock);
  for (const name of buckets) {
    if (store.findBucket(name)) store.updateBucket(name, { cors });
    else store.createBucket(name, { cors });
  }
  return { store, sessions: new UploadSessions(path.join(folder, 'uploads'), clock), signers, clock };
}

async function handle(request: IncomingMessage, response: ServerResponse, services: Services): Promise<void> {
  const exchange = openExchange(request, response, services);
  let format: 'json' | 'xml' | 'text' = 'xml';
  try {
    const json = jsonPath(exchange);
    if (json) {
      format = isMedia(exchange) ? 'text' : 'json';
      await handleJson(exchange, json.path, json.isUpload);
    } else await handleXml(exchange);
  } catch (error) {
    refuse(exchange, error, format);
  }
}
