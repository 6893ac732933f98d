import { loadPatiently } from './loadPatiently.ts';

/**
 * @param load imports a part of the app
 * @returns how to get the part: patiently at first, and at once when it is there, whatever the connection is then
 */
export function loadOnce<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let loaded: { part: Part } | null = null;
  return async () => (loaded ??= { part: await loadPatiently(load) }).part;
}
