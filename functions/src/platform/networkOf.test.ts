import { describe, expect, it } from 'vitest';
import { networkOf } from './networkOf.ts';

const from = (forwarded: string | string[] | undefined, remoteAddress?: string) =>
  networkOf({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } });

describe('the network of a request', () => {
  it.each([
    ['the last hop', '1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['the last of several headers', ['1.1.1.1', '203.0.113.7'], '203.0.113.7'],
    ['an IPv4 address in IPv6', '::ffff:203.0.113.7', '203.0.113.7'],
  ])('is %s, whatever somebody wrote before it', (_name, forwarded, expected) => {
    expect(from(forwarded, '10.0.0.1')).toBe(expected);
  });

  it.each([
    '2001:db8:1:2::1',
    '2001:DB8:1:2:ffff:ffff:ffff:ffff',
    '2001:0db8:0001:0002:0:0:0:9',
    '2001:db8:1:2:a::',
  ])('is the same for every address of one /64: %s', (address) => {
    expect(from(address)).toBe('2001:db8:1:2');
  });

  it('tells two networks apart, also with zeros in them', () => {
    expect(from('2001:db8::1')).toBe('2001:db8:0:0');
    expect(from('::1')).toBe('0:0:0:0');
    expect(from('2001:db8:0:1::1')).toBe('2001:db8:0:1');
  });

  it('is the connection’s own address without a proxy, and nothing without either', () => {
    expect(from(undefined, '127.0.0.1')).toBe('127.0.0.1');
    expect(from(undefined)).toBe('');
  });
});
