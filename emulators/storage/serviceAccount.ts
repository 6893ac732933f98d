/** A service account that exists on this machine alone. */
import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { Signer } from './signing/signers.ts';

export interface ServiceAccount {
  /** What GOOGLE_APPLICATION_CREDENTIALS names a file of: with it, Google's client signs without asking anybody. */
  keyFile: string;
  /** What the server needs to accept its signatures. */
  signer: Signer;
}

/** @returns a new key each time, that is no one's at Google */
export async function createServiceAccount(
  projectId: string,
  name = 'storage-emulator',
): Promise<ServiceAccount> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const clientEmail = `${name}@${projectId}.iam.gserviceaccount.com`;
  const key = {
    type: 'service_account',
    project_id: projectId,
    private_key_id: 'local',
    private_key: privateKey,
    client_email: clientEmail,
    client_id: '0',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
  };
  return { keyFile: JSON.stringify(key, null, 2), signer: { clientEmail, publicKey } };
}
