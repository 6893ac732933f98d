/** Preconditions by generation: https://cloud.google.com/storage/docs/request-preconditions */
import { StorageError } from '../storageError.ts';
import type { StoredObject } from './storedObject.ts';

const NAMES = [
  'ifGenerationMatch',
  'ifGenerationNotMatch',
  'ifMetagenerationMatch',
  'ifMetagenerationNotMatch',
] as const;

export type Preconditions = Partial<Record<(typeof NAMES)[number], string>>;

/**
 * @param read gives the value of a parameter, or of the header that stands for it
 * @throws StorageError when one is no number
 */
export function readPreconditions(read: (name: (typeof NAMES)[number]) => string | undefined): Preconditions {
  const preconditions: Preconditions = {};
  for (const name of NAMES) {
    const value = read(name);
    if (value === undefined) continue;
    if (!/^\d+$/.test(value)) throw new StorageError('invalidArgument', `${name} is no number: ${value}.`);
    preconditions[name] = value;
  }
  return preconditions;
}

/**
 * @param current the object as it is, or undefined when there is none: its generation is 0 then
 * @param reading a `NotMatch` that does not hold is "not modified" for who reads, and a refusal for who writes
 * @throws StorageError
 */
export function assertPreconditions(
  current: StoredObject | undefined,
  preconditions: Preconditions,
  reading = false,
): void {
  const generation = current?.generation ?? '0';
  const metageneration = String(current?.metageneration ?? 0);
  const { ifGenerationMatch, ifGenerationNotMatch, ifMetagenerationMatch, ifMetagenerationNotMatch } =
    preconditions;
  if ((ifGenerationMatch ?? generation) !== generation) throw new StorageError('preconditionFailed');
  if ((ifMetagenerationMatch ?? metageneration) !== metageneration) {
    throw new StorageError('preconditionFailed');
  }
  if (ifGenerationNotMatch === generation || ifMetagenerationNotMatch === metageneration) {
    throw new StorageError(reading ? 'notModified' : 'preconditionFailed');
  }
}
