import { describe, expect, it } from 'vitest';
import { isReadable } from './unreadableBody.ts';

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'inside';
  for (let i = 0; i < depth; i += 1) value = wrap(value);
  return { data: value };
}

describe('a body that can be decoded', () => {
  it.each<[string, unknown]>([
    ['nothing asked for', { data: {} }],
    ['null', { data: null }],
    ['a request', { data: { tenantId: 'acme', permissions: ['audit:read'], message: null } }],
    ['rows', { data: { rows: [{ email: 'nina@people.example', extra: { note: ['@type'] } }] } }],
    ['nested as deep as that', nested(16, (inner) => ({ inner }))],
  ])('%s', (_name, body) => {
    expect(isReadable(body)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['no body', undefined],
    ['a word', 'data'],
    ['no data', { Data: {} }],
    ['more than data', { data: {}, more: 1 }],
    ['a type that nobody knows', { data: { '@type': 'evil' } }],
    [
      'a number that is none',
      { data: { at: [{ '@type': 'type.googleapis.com/google.protobuf.Int64Value' }] } },
    ],
    ['nested deeper', nested(17, (inner) => ({ inner }))],
    ['nested without end', nested(5000, (inner) => ({ inner }))],
    ['lists without end', nested(5000, (inner) => [inner])],
  ])('is not one with %s [ATTACK-37]', (_name, body) => {
    expect(isReadable(body)).toBe(false);
  });
});
