import { StorageError } from '../storageError.ts';

/** https://cloud.google.com/storage/docs/objects#naming */
const LONGEST_OBJECT_NAME_BYTES = 1024;

/** @throws StorageError when no object may have that name */
export function assertObjectName(name: string): void {
  const bytes = Buffer.byteLength(name);
  const allowed =
    bytes > 0 && bytes <= LONGEST_OBJECT_NAME_BYTES && !/[\r\n]/.test(name) && !/^\.{1,2}$/.test(name);
  if (!allowed) throw new StorageError('invalidArgument', `No object can be called "${name}".`);
}
