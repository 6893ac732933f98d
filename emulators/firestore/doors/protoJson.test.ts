import { describe, expect, it } from 'vitest';
import { FirestoreError } from '../types.ts';
import { fromJson, responseTypeOf, toJson } from './protoJson.ts';

const NAME = 'projects/p/databases/(default)/documents/people/ada';

/** Every kind of value, as the web SDK writes it and as the parts of the embedded Firestore exchange it. */
const VALUES: [kind: string, json: object, message: object][] = [
  ['null', { nullValue: null }, { nullValue: 'NULL_VALUE', valueType: 'nullValue' }],
  ['a boolean', { booleanValue: false }, { booleanValue: false, valueType: 'booleanValue' }],
  [
    'an integer past 2^53',
    { integerValue: '9007199254740993' },
    { integerValue: '9007199254740993', valueType: 'integerValue' },
  ],
  ['a double', { doubleValue: 0.5 }, { doubleValue: 0.5, valueType: 'doubleValue' }],
  ['NaN', { doubleValue: 'NaN' }, { doubleValue: NaN, valueType: 'doubleValue' }],
  ['infinity', { doubleValue: '-Infinity' }, { doubleValue: -Infinity, valueType: 'doubleValue' }],
  [
    'a timestamp with microseconds',
    { timestampValue: '2026-01-02T03:04:05.000006Z' },
    { timestampValue: { seconds: '1767323045', nanos: 6000 }, valueType: 'timestampValue' },
  ],
  [
    'a timestamp before 1970',
    { timestampValue: '1969-12-31T23:59:58.500Z' },
    { timestampValue: { seconds: '-2', nanos: 500_000_000 }, valueType: 'timestampValue' },
  ],
  ['a string', { stringValue: 'Adé 🎉' }, { stringValue: 'Adé 🎉', valueType: 'stringValue' }],
  ['bytes', { bytesValue: 'AP8=' }, { bytesValue: Buffer.from([0, 255]), valueType: 'bytesValue' }],
  ['a reference', { referenceValue: NAME }, { referenceValue: NAME, valueType: 'referenceValue' }],
  [
    'a place',
    { geoPointValue: { latitude: 1.5, longitude: -2 } },
    { geoPointValue: { latitude: 1.5, longitude: -2 }, valueType: 'geoPointValue' },
  ],
  ['an empty array', { arrayValue: {} }, { arrayValue: {}, valueType: 'arrayValue' }],
  [
    'a map',
    { mapValue: { fields: { a: { integerValue: '1' } } } },
    { mapValue: { fields: { a: { integerValue: '1', valueType: 'integerValue' } } }, valueType: 'mapValue' },
  ],
];

describe('proto3 JSON', () => {
  it.each(VALUES)('reads %s', (_kind, json, message) => {
    expect(fromJson('Value', json)).toEqual(message);
  });

  it.each(VALUES)('writes %s', (_kind, json, message) => {
    expect(toJson('Value', { ...message })).toEqual(json);
  });

  it('reads a limit, which the wire wraps into a message', () => {
    expect(fromJson('StructuredQuery', { limit: 5 })).toEqual({ limit: { value: 5 } });
    expect(toJson('StructuredQuery', { limit: { value: 5 } })).toEqual({ limit: 5 });
  });

  it('reads what the web SDK sends to listen', () => {
    const request = fromJson('ListenRequest', {
      database: 'projects/p/databases/(default)',
      addTarget: { documents: { documents: [NAME] }, targetId: 2, resumeToken: 'AQ==' },
    });

    expect(request).toMatchObject({
      addTarget: { documents: { documents: [NAME] }, targetId: 2, resumeToken: Buffer.from([1]) },
    });
  });

  it('refuses JSON that is no such message', () => {
    expect(() => fromJson('ListenRequest', { addTarget: { targetId: {} } })).toThrow(FirestoreError);
    expect(() => fromJson('CommitRequest', { writes: 5 })).toThrow(/no CommitRequest/);
  });

  it('knows what each method answers', () => {
    expect(responseTypeOf('GetDocument')).toBe('Document');
    expect(toJson(responseTypeOf('DeleteDocument'), {})).toEqual({});
    expect(() => responseTypeOf('Fly')).toThrow(/no method Fly/);
  });
});
