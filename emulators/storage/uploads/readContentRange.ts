/** `Content-Range` of a resumable upload: https://cloud.google.com/storage/docs/performing-resumable-uploads */
import { StorageError } from '../storageError.ts';

export interface UploadRange {
  /** Undefined when the request brings nothing and only asks how far the upload is. */
  first: number | undefined;
  /** Undefined when it is not said before the end of the body. */
  last: number | undefined;
  /** The size of the whole object, if it is known. */
  total: number | undefined;
  /** The body's end is the object's end, whatever its length. */
  endsObject: boolean;
}

const FORM = /^bytes (?:(?<first>\d+)-(?<last>\d+|\*)|\*)\/(?<total>\d+|\*)$/;

/** @throws StorageError when it is neither `bytes 0-99/200` nor one of its variants with `*` */
export function readContentRange(header: string | undefined): UploadRange {
  if (header === undefined) return { first: 0, last: undefined, total: undefined, endsObject: true };
  const groups = FORM.exec(header)?.groups;
  if (!groups) throw new StorageError('invalidArgument', `Invalid Content-Range: ${header}.`);
  const first = numberOf(groups['first']);
  const last = numberOf(groups['last']);
  const total = numberOf(groups['total']);
  const isBackwards = first !== undefined && last !== undefined && last < first;
  const isBeyond = last !== undefined && total !== undefined && last >= total;
  if (isBackwards || isBeyond) throw new StorageError('invalidArgument', `Invalid Content-Range: ${header}.`);
  return { first, last, total, endsObject: groups['last'] === '*' && total === undefined };
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined || text === '*' ? undefined : Number(text);
}
