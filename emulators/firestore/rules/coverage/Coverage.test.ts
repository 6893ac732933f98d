import { expect, test } from 'vitest';
import type { CoverageNode } from '../../types.ts';
import { loadRules } from '../loadRules.ts';
import { documentAt, inDatabase, NOW, readerOf } from '../testing/asking.ts';

const SOURCE = inDatabase(`
    function isOpen(limit) { let doc = get(/databases/$(database)/documents/a/index).data; return doc.n < limit; }
    match /notes/{id} {
      allow get: if (id != 'secret') && isOpen(5);
      allow create: if duration.value(1, 's') == duration.value(1000, 'ms');
    }`);

/** The node whose text this is. */
function nodeOf(report: readonly CoverageNode[], text: string): CoverageNode | undefined {
  for (const node of report) {
    const { currentOffset, endOffset } = node.sourcePosition;
    if (SOURCE.slice(currentOffset, endOffset) === text) return node;
    const found = nodeOf(node.children ?? [], text);
    if (found) return found;
  }
  return undefined;
}

async function judged(...ids: string[]): Promise<readonly CoverageNode[]> {
  const rules = loadRules(SOURCE);
  const documents = { 'a/index': { n: { integerValue: '7' } } };
  for (const id of ids) {
    const request = {
      method: 'get' as const,
      projectId: 'demo',
      databaseId: '(default)',
      path: ['notes', id],
      auth: null,
      time: NOW,
      resource: documentAt(`notes/${id}`, {}),
    };
    await rules.judge(request, readerOf(documents).read);
  }
  return rules.coverage()?.report ?? [];
}

test('each expression tells its values, how often, and where it stands', async () => {
  const report = await judged('one', 'secret', 'one');

  expect(nodeOf(report, "(id != 'secret') && isOpen(5)")).toMatchObject({
    values: [{ value: { boolValue: false }, count: 3 }],
    sourcePosition: { line: 7, column: 21 },
  });
  expect(nodeOf(report, "(id != 'secret')")?.values).toEqual([
    { value: { boolValue: true }, count: 2 },
    { value: { boolValue: false }, count: 1 },
  ]);
  expect(nodeOf(report, 'id')?.values).toEqual([
    { value: { stringValue: 'one' }, count: 2 },
    { value: { stringValue: 'secret' }, count: 1 },
  ]);
  // Evaluation begins again once a document is read; each judgement counts once all the same.
  expect(nodeOf(report, 'doc.n < limit')?.values).toEqual([{ value: { boolValue: false }, count: 2 }]);
  expect(nodeOf(report, 'doc.n')?.values).toEqual([{ value: { intValue: '7' }, count: 2 }]);
});

test('what was never evaluated has no values, and a namespace is no expression', async () => {
  const create = nodeOf(await judged('one'), "duration.value(1, 's') == duration.value(1000, 'ms')");

  expect(create).toBeDefined();
  expect(create).not.toHaveProperty('values');
  expect(create?.children?.[0]?.children).toHaveLength(2);
});

test('a failure is told with its cause', async () => {
  const rules = loadRules(inDatabase('match /a/{id} { allow get: if resource.data.x == 1; }'));
  const request = { method: 'get' as const, projectId: 'p', databaseId: 'd', path: ['a', 'b'], auth: null };
  await rules.judge({ ...request, time: NOW, resource: documentAt('a/b', {}) }, readerOf().read);

  expect(rules.coverage()?.report[0]?.values).toEqual([
    { value: { undefined: { causeMessage: expect.stringContaining('x') as string } }, count: 1 },
  ]);
});
