import { describe, expect, it } from 'vitest';
import { parseChannelForm } from './channelForm.ts';

describe('the body of a WebChannel POST', () => {
  it('brings headers and requests, numbered from its offset', () => {
    const headers = encodeURIComponent('Authorization:Bearer a+b:c\r\nX-Goog-Api-Client:gl-js/ fire/12\r\n');
    const body = `headers=${headers}&count=2&ofs=7&req0___data__=${encodeURIComponent('{"a":"+ é"}')}&req1___data__=%7B%7D`;

    expect(parseChannelForm(body)).toEqual({
      headers: new Map([
        ['authorization', 'Bearer a+b:c'],
        ['x-goog-api-client', 'gl-js/ fire/12'],
      ]),
      requests: [
        { number: 7, data: '{"a":"+ é"}' },
        { number: 8, data: '{}' },
      ],
    });
  });

  it('may be empty', () => {
    expect(parseChannelForm('count=0')).toEqual({ headers: new Map(), requests: [] });
  });
});
