/** Where a request comes from, as a key to count by. */
import { isIPv6 } from 'node:net';

interface Incoming {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  socket: { remoteAddress?: string | undefined };
}

/** How many of the eight groups of an IPv6 address name the network: one customer has all of a /64 (RFC 6177). */
const NETWORK_GROUPS = 4;

/**
 * Google's front end adds who connected as the last entry of `X-Forwarded-For`; what stands before it anybody can write.
 *
 * @returns an IPv4 address, or the /64 of an IPv6 one.
 */
export function networkOf({ headers, socket }: Incoming): string {
  const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',');
  const last = forwarded.split(',').at(-1)?.trim();
  return prefixOf(last || (socket.remoteAddress ?? ''));
}

function prefixOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  // URL writes every address in one way: lower case, no leading zeros, the longest run of zeros as `::`.
  const canonical = new URL(`http://[${plain.replace(/%.*$/, '')}]`).hostname.slice(1, -1);
  const [head, tail] = canonical.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const first = head ?? [];
  const zeros = tail ? Array.from({ length: 8 - first.length - tail.length }, () => '0') : [];
  return first
    .concat(zeros, tail ?? [])
    .slice(0, NETWORK_GROUPS)
    .join(':');
}
