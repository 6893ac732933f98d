import { randomBytes } from 'node:crypto';

/** @returns the /64 of an IPv6 network that no other test calls from, as `networkOf` writes it: no group begins with 0. */
export function newNetwork(): string {
  const [one, two] = [randomBytes(2), randomBytes(2)].map((bytes) => `a${bytes.toString('hex').slice(1)}`);
  return `2001:db8:${one}:${two}`;
}
