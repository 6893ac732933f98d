import { expect, test } from 'vitest';
import type { Commit } from '../engine/changeLog.ts';
import { DEMO, PREFIX } from '../engine/testing/values.ts';
import type { Message } from '../types.ts';
import { createCallContext } from './callContext.ts';
import { ListenedTargets } from './listenedTargets.ts';
import { createHarness, OWNER } from './testing/harness.ts';

test('a commit is noted by those that it concerns, and costs others nothing', async () => {
  const harness = createHarness();
  const context = createCallContext({ engine: harness.engine }, OWNER);
  const { database, access } = context.open(DEMO);
  const sent: Message[] = [];
  const targets = new ListenedTargets(context, database, access, (message) => sent.push(message));
  const noted: boolean[] = [];
  database.subscribe((commit: Commit) => noted.push(targets.noteCommit(commit)));
  await targets.add({
    targetId: 1,
    query: { parent: PREFIX, structuredQuery: { from: [{ collectionId: 'a' }] } },
  });
  await targets.add({ targetId: 2, documents: { documents: [`${PREFIX}/b/one`] } });

  for (const path of ['c/one', 'b/two', 'a/x/sub/y']) harness.put(path, {});
  expect(noted).toEqual([false, false, false]);
  for (const path of ['a/one', 'b/one']) harness.put(path, {});
  expect(noted.slice(3)).toEqual([true, true]);

  sent.length = 0;
  await targets.tellCommits();
  expect(sent.filter((message) => 'documentChange' in message)).toHaveLength(2);
});

test('while the rules are asked about a target, every commit counts', async () => {
  const harness = createHarness();
  const context = createCallContext({ engine: harness.engine }, OWNER);
  const { database, access } = context.open(DEMO);
  const targets = new ListenedTargets(context, database, access, () => undefined);
  const noted: boolean[] = [];
  database.subscribe((commit: Commit) => noted.push(targets.noteCommit(commit)));

  const adding = targets.add({ targetId: 1, documents: { documents: [`${PREFIX}/b/one`] } });
  harness.put('c/one', {});
  await adding;
  harness.put('c/two', {});

  expect(noted).toEqual([true, false]);
});
