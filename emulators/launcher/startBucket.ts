/** The bucket of a suite, and the key with which its functions sign URLs. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import deployedCors from '../../storage.cors.json' with { type: 'json' };
import { createServiceAccount, startStorage, type StorageServer } from '../storage/startStorage.ts';
import { HOST, serviceAccountFile, type SuitePlan } from '../plan/suitePlan.ts';

/**
 * Starts it in the suite's folder, empty, or in one where files are kept, with the CORS rules that are deployed, for the suite's web app.
 *
 * @throws Error when the port is taken
 */
export async function startBucket(
  plan: SuitePlan,
  folder = path.join(plan.folder, 'storage'),
): Promise<StorageServer> {
  const account = await createServiceAccount(plan.projectId, 'emulator');
  await writeFile(serviceAccountFile(plan), account.keyFile, { mode: 0o600 });
  return startStorage({
    host: HOST,
    port: plan.ports.storage,
    folder,
    buckets: [plan.bucket],
    cors: deployedCors.map((rule) => ({ ...rule, origin: [plan.webUrl] })),
    signers: [account.signer],
  });
}
