import { untilReachable } from './connection.ts';

/**
 * Fetches a part of the app. Without a connection it waits for one, and the page stays as it is with all that was typed:
 * a browser that has failed to fetch a module does not try again until the page is loaded anew
 * (https://github.com/whatwg/html/issues/6768).
 *
 * @param load imports the part
 * @throws what `load` throws
 */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  await untilReachable();
  return load();
}
