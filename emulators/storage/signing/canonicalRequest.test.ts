import { describe, expect, it } from 'vitest';
import { canonicalRequest } from './canonicalRequest.ts';
import { percentEncode, percentEncodePath } from './percentEncode.ts';

describe('the canonical request', () => {
  it('has the parts that Cloud Storage documents, in their order', () => {
    expect(
      canonicalRequest({
        method: 'PUT',
        path: '/bucket/a.pdf',
        query: new URLSearchParams('X-Goog-Date=20261124T220000Z&X-Goog-Algorithm=A&X-Goog-Signature=00'),
        headers: [
          ['content-type', '  application/pdf '],
          ['host', 'storage.googleapis.com'],
          ['x-goog-meta-note', 'two   words'],
        ],
      }),
    ).toBe(
      [
        'PUT',
        '/bucket/a.pdf',
        'X-Goog-Algorithm=A&X-Goog-Date=20261124T220000Z',
        'content-type:application/pdf',
        'host:storage.googleapis.com',
        'x-goog-meta-note:two words',
        '',
        'content-type;host;x-goog-meta-note',
        'UNSIGNED-PAYLOAD',
      ].join('\n'),
    );
  });

  it('orders the query by name and then by value, both encoded', () => {
    const query = new URLSearchParams([
      ['b', '2 ~'],
      ['a-b', '/'],
      ['b', '1'],
      ['a', 'ü'],
    ]);
    const [, , line] = canonicalRequest({ method: 'GET', path: '/', query, headers: [] }).split('\n');
    expect(line).toBe('a=%C3%BC&a-b=%2F&b=1&b=2%20~');
  });

  it('takes the hash of the body that was signed', () => {
    const lines = canonicalRequest({
      method: 'GET',
      path: '/',
      query: new URLSearchParams(),
      headers: [],
      payload: 'ab',
    });
    expect(lines.split('\n').at(-1)).toBe('ab');
  });
});

it('encodes every byte but letters, digits and -._~', () => {
  expect(percentEncode("Az09-._~ /+!'()*%ü🌷")).toBe('Az09-._~%20%2F%2B%21%27%28%29%2A%25%C3%BC%F0%9F%8C%B7');
  expect(percentEncodePath('/b/a b/~c')).toBe('/b/a%20b/~c');
});
