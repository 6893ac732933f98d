import { expect, test } from 'vitest';
import { createEngine } from './engine.ts';
import { DEMO, double, PREFIX, reference, setting, value, vector } from './testing/values.ts';
import { parseWrite } from './write.ts';

const CONTENT = {
  nothing: value(null),
  text: value('x'),
  yes: value(true),
  integer: value(7),
  whole: double(7),
  notANumber: double(NaN),
  minusZero: double(-0),
  infinite: double(-Infinity),
  bytes: { bytesValue: Buffer.from([0, 255]) },
  time: { timestampValue: { seconds: '5', nanos: 1_000 } },
  place: { geoPointValue: { latitude: 1, longitude: 2 } },
  other: reference('a/c'),
  list: { arrayValue: { values: [double(NaN), { bytesValue: Buffer.from('x') }] } },
  map: { mapValue: { fields: { deep: double(-0) } } },
  direction: vector(1, 2),
};

test('everything that is stored survives JSON, to the bit and the microsecond', () => {
  const engine = createEngine();
  engine.database(DEMO).commit([parseWrite({ update: { name: `${PREFIX}/a/b`, fields: CONTENT } }, DEMO)]);
  const loaded = createEngine();
  loaded.load(JSON.parse(JSON.stringify(engine.save())));

  expect(loaded.database(DEMO).documents.get('a/b')).toStrictEqual(
    engine.database(DEMO).documents.get('a/b'),
  );
  expect(loaded.database(DEMO).documents.get('a/b')?.fields).toEqual(CONTENT);
});

test('loading replaces the documents that were there', () => {
  const engine = createEngine();
  const database = engine.database(DEMO);
  database.commit([parseWrite(setting('a/old'), DEMO)]);
  const saved = engine.save();
  database.commit([parseWrite(setting('a/new'), DEMO)]);
  engine.load(saved);

  expect([...database.documents.all()].map(({ path }) => path)).toEqual(['a/old']);
});

test('commits after a load come later than what was loaded', () => {
  const early = createEngine({ now: () => 9_000 });
  early.database(DEMO).commit([parseWrite(setting('a/b'), DEMO)]);
  const late = createEngine({ now: () => 1_000 });
  late.load(early.save());
  late.database(DEMO).commit([parseWrite(setting('a/c'), DEMO)]);

  const times = ['a/b', 'a/c'].map((path) => late.database(DEMO).documents.get(path)?.updateTime ?? 0);
  expect(times[1]).toBeGreaterThan(times[0] ?? 0);
});

test('projects and databases are strangers to each other', () => {
  const engine = createEngine();
  const other = { projectId: 'demo', databaseId: 'other' };
  engine.database(DEMO).commit([parseWrite(setting('a/b'), DEMO)]);
  engine.clear(other);

  expect(engine.database(other).documents.get('a/b')).toBeNull();
  expect(engine.database(DEMO).documents.get('a/b')).not.toBeNull();

  engine.clear(DEMO);
  expect(engine.database(DEMO).documents.get('a/b')).toBeNull();
});

test.each([null, {}, { version: 2, databases: [] }, 'text'])('%j is no saved state', (state) => {
  expect(() => createEngine().load(state)).toThrow('not a saved state');
});
