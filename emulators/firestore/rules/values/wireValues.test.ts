import { describe, expect, it, test } from 'vitest';
import type { Value } from '../../types.ts';
import { fromJson } from '../../doors/protoJson.ts';
import { askIf, askListIf, where } from '../testing/asking.ts';

/** Protobuf and proto3 JSON leave out what is zero or empty: each such value has to mean the same to the rules. */
const DEFAULTS: [json: Record<string, unknown>, expression: string][] = [
  [{ nullValue: null }, 'null'],
  [{ booleanValue: false }, 'false'],
  [{ integerValue: '0' }, '0'],
  [{ doubleValue: 0 }, '0.0'],
  [{ timestampValue: '1970-01-01T00:00:00Z' }, 'timestamp.value(0)'],
  [{ timestampValue: '1970-01-01T00:00:00.5Z' }, 'timestamp.value(500)'],
  [{ timestampValue: '1970-01-01T00:00:01Z' }, 'timestamp.value(1000)'],
  [{ stringValue: '' }, "''"],
  [{ geoPointValue: {} }, 'latlng.value(0, 0)'],
  [{ arrayValue: {} }, '[]'],
  [{ mapValue: {} }, '{}'],
];

describe('a value that the wire leaves empty', () => {
  it.each(DEFAULTS)('is what it is: %j is %s', async (json, expression) => {
    const value: Value = fromJson('Value', json);

    expect(await askIf(`resource.data.f == ${expression}`, { f: value })).toMatchObject({ allowed: true });
    expect(await askIf(`resource.data.f != ${expression}`, { f: value })).toMatchObject({ allowed: false });
    expect(await askListIf(`resource.data.f == ${expression}`, [where('f', 'EQUAL', value)])).toMatchObject({
      allowed: true,
    });
  });
});

test('an inequality with the epoch second is proven by a query that asks for it', async () => {
  const epoch: Value = fromJson('Value', { timestampValue: '1970-01-01T00:00:00Z' });
  const later = where('f', 'GREATER_THAN', epoch);

  expect(await askListIf('resource.data.f > timestamp.value(0)', [later])).toMatchObject({ allowed: true });
  expect(await askListIf('resource.data.f > timestamp.value(1)', [later])).toMatchObject({ allowed: false });
});
