import type { Refusal } from './refusals.ts';

/**
 * @param body of `POST /api/refusals`: `{to?, code, message?, count?}`; one message is refused unless `count` says more
 * @throws TypeError with a sentence, when the code is no refusal or the count no number
 */
export function parseRefusal(body: unknown): Refusal {
  const { to, code, message, count } = (body ?? {}) as Record<string, unknown>;
  if (typeof code !== 'number' || !Number.isInteger(code) || code < 400 || code > 599) {
    throw new TypeError('`code` is a whole number from 400 to 599.');
  }
  if (count !== undefined && (typeof count !== 'number' || !Number.isInteger(count) || count < 1)) {
    throw new TypeError('`count` is a whole number above 0.');
  }
  if (
    (to !== undefined && typeof to !== 'string') ||
    (message !== undefined && typeof message !== 'string')
  ) {
    throw new TypeError('`to` and `message` are texts.');
  }
  return { to, code, message: message ?? 'Refused on request of a test', count: count ?? 1 };
}
