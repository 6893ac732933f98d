/** Who may call the JSON API. */
import type { Exchange } from '../http/exchange.ts';
import { StorageError } from '../storageError.ts';

/**
 * In place of a login: Google's server libraries name themselves, even where they send no token. A browser cannot do
 * so across origins, and who only guesses a URL does not.
 *
 * @throws StorageError 401
 */
export function assertServerCaller({ request }: Exchange): void {
  const isServer =
    request.headers['x-goog-api-client'] !== undefined || request.headers.authorization !== undefined;
  if (!isServer) throw new StorageError('anonymousCaller');
}
