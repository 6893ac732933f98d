/** One piece of the path of the documents in question; `rest` is any number of unknown ones. */
export type PathElement = { kind: 'known'; text: string } | { kind: 'unknown' } | { kind: 'rest' };

export const known = (text: string): PathElement => ({ kind: 'known', text });
export const UNKNOWN: PathElement = { kind: 'unknown' };
export const REST: PathElement = { kind: 'rest' };
