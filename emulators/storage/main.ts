#!/usr/bin/env node
// Runs the storage emulator alone until Ctrl-C: node emulators/storage/main.ts --port 9199 --folder run/storage --bucket demo-x.appspot.com
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createServiceAccount, startStorage } from './startStorage.ts';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '9199' },
    folder: { type: 'string', default: 'run/storage' },
    project: { type: 'string', default: 'demo-storage' },
    bucket: { type: 'string', multiple: true, default: [] },
    origin: { type: 'string', multiple: true, default: [] },
  },
});

try {
  const account = await createServiceAccount(values.project);
  const storage = await startStorage({
    host: values.host,
    port: Number(values.port),
    folder: values.folder,
    buckets: values.bucket,
    cors: [
      { origin: values.origin, method: ['*'], responseHeader: ['*', 'Range', 'Location', 'Content-Range'] },
    ],
    signers: [account.signer],
  });
  const keyFile = path.resolve(values.folder, 'service-account.json');
  await mkdir(values.folder, { recursive: true });
  await writeFile(keyFile, account.keyFile, { mode: 0o600 });
  console.log(`Storage runs on ${storage.url}. Stop it with Ctrl-C. For the programs that use it:`);
  console.log(`STORAGE_EMULATOR_HOST=${storage.url}`);
  console.log(`GOOGLE_APPLICATION_CREDENTIALS=${keyFile}`);

  const stop = (): void => void storage.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `Port ${values.port} is taken: stop what runs there, or choose another with --port.`;
  }
  return error instanceof Error ? error.message : String(error);
}
