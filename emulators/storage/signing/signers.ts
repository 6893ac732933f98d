/** Whose signatures count: service accounts, by their public keys. */
import { verify, type KeyLike } from 'node:crypto';
import { StorageError } from '../storageError.ts';

export interface Signer {
  clientEmail: string;
  /** PEM, or a key object. */
  publicKey: KeyLike;
}

/** Against what signatures are held. */
export interface Verifier {
  signers: Signer[];
  clock: () => Date;
}

/** The one algorithm here: service account keys are RSA. HMAC keys are not supported. */
export const ALGORITHM = 'GOOG4-RSA-SHA256';

/** @returns whether the signature (hexadecimal) is one of that account's for the text */
export function isSignedBy(signers: Signer[], clientEmail: string, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'hex');
  return signers
    .filter((signer) => signer.clientEmail === clientEmail)
    .some(({ publicKey }) => verify('RSA-SHA256', Buffer.from(text), publicKey, bytes));
}

export interface Credential {
  clientEmail: string;
  /** `20261124`. */
  date: string;
  /** `20261124/auto/storage/goog4_request`. */
  scope: string;
}

/** @throws StorageError when the algorithm or the credential is none of Cloud Storage's V4 signatures */
export function readCredential(algorithm: string | undefined, credential: string | undefined): Credential {
  if (algorithm !== ALGORITHM) {
    throw new StorageError('invalidArgument', `X-Goog-Algorithm must be ${ALGORITHM}.`);
  }
  const match = /^([^/]+)\/((\d{8})\/[^/]+\/storage\/goog4_request)$/.exec(credential ?? '');
  const [, clientEmail, scope, date] = match ?? [];
  if (clientEmail === undefined || scope === undefined || date === undefined) {
    throw new StorageError('invalidArgument', `Invalid X-Goog-Credential: ${credential ?? ''}.`);
  }
  return { clientEmail, scope, date };
}

/**
 * @param text `20261124T220000Z`
 * @returns its milliseconds
 * @throws StorageError when it is no such date, or not of the credential's day
 */
export function readSigningDate(text: string | undefined, { date }: Credential): number {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '');
  const [, year, month, day, hour, minute, second] = match ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(time) || !text?.startsWith(date)) {
    throw new StorageError('invalidArgument', `Invalid X-Goog-Date: ${text ?? ''}.`);
  }
  return time;
}

/** @throws StorageError unless `now` is between both, in milliseconds */
export function assertInTime(now: Date, start: number, end: number): void {
  if (now.getTime() > end) {
    const when = new Date(end).toISOString().replace(/\.\d+Z$/, '+00:00');
    throw new StorageError(
      'expiredToken',
      `The provided token has expired. Request signature expired at: ${when}`,
    );
  }
  if (now.getTime() < start) {
    throw new StorageError(
      'accessDenied',
      `The request is not valid before ${new Date(start).toISOString()}.`,
    );
  }
}

/** https://cloud.google.com/storage/docs/access-control/signed-urls#parameters */
export const LONGEST_VALIDITY_SECONDS = 7 * 24 * 60 * 60;
