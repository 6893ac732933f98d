/** Bodies that firebase-functions cannot decode: it would answer INTERNAL, and log them, before our handler sees them. */
import type { CallableFunction } from 'firebase-functions/https';

/** No request of the contract is nested deeper than a list of rows. */
const DEPTH_MAX = 16;

const refused = new WeakSet<object>();

/**
 * @returns whether the body of a callable's request is `{data}` and nothing else, and can be decoded: not nested without
 *   end, and without an `@type`, which only other SDKs send, for numbers that the contract does not have.
 */
export function isReadable(body: unknown): boolean {
  if (!isObject(body) || !('data' in body) || Object.keys(body).length > 1) return false;
  let level: unknown[] = [body.data];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) return false;
    const objects = level.filter(isObject);
    if (objects.some((value) => Object.hasOwn(value, '@type'))) return false;
    level = objects.flatMap((value) => Object.values(value));
  }
  return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** @returns the callable, which gets an empty body in place of one that it could not decode: `wasUnreadable` tells. */
export function decodable<Callable extends CallableFunction<unknown, Promise<unknown>>>(
  callable: Callable,
): Callable {
  return new Proxy(callable, {
    apply(target, self, [request, response]: Parameters<Callable>) {
      if (request.method === 'POST' && !isReadable(request.body)) {
        refused.add(request);
        request.body = { data: null };
      }
      return Reflect.apply(target, self, [request, response]);
    },
  });
}

/** @returns whether this request came with a body that could not be decoded. */
export function wasUnreadable(request: object): boolean {
  return refused.has(request);
}
