import { expect, test } from 'vitest';
import { fields, setting } from '../engine/testing/values.ts';
import { ADA, createHarness, rulesThat, Wire, type Harness } from './testing/harness.ts';

const HANDSHAKE = { database: 'projects/demo/databases/(default)' };
const RULES = rulesThat(({ path }) => path[0] === 'mine');

function connect(harness: Harness): Wire {
  return new Wire((...ends) => harness.service.write(...ends), ADA);
}

test('after the handshake each message is a commit, answered in order', async () => {
  const harness = createHarness(RULES);
  const wire = connect(harness);
  wire.session.request(HANDSHAKE);
  wire.session.request({ writes: [setting('mine/1', { x: 1 })] });
  wire.session.request({ writes: [] });

  expect(await wire.news()).toMatchObject([
    { streamToken: expect.any(Buffer) as Buffer },
    { streamToken: expect.any(Buffer) as Buffer, writeResults: [{ updateTime: {} }], commitTime: {} },
    { streamToken: expect.any(Buffer) as Buffer, writeResults: [] },
  ]);
  expect(harness.contentOf('mine/1')).toEqual(fields({ x: 1 }));
});

test('the first write that fails ends the stream, and nothing after it is written', async () => {
  const harness = createHarness(RULES);
  const wire = connect(harness);
  wire.session.request(HANDSHAKE);
  wire.session.request({ writes: [setting('yours/1')] });
  wire.session.request({ writes: [setting('mine/1')] });

  expect(await wire.news()).toHaveLength(1);
  expect(wire.failure).toMatchObject({ status: 'PERMISSION_DENIED' });
  expect(harness.contentOf('mine/1')).toBeUndefined();
});

test('what was sent before the client went away is written, and not answered', async () => {
  const harness = createHarness(RULES);
  const wire = connect(harness);
  wire.session.request(HANDSHAKE);
  await wire.news();
  wire.session.request({ writes: [setting('mine/1')] });
  wire.session.close();

  expect(await wire.news()).toEqual([]);
  expect(harness.contentOf('mine/1')).toEqual({});
});
