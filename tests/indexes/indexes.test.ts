/** Runs last: compares firestore.indexes.json with every query that the other tests made through the running suite. */
import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import {
  describeNeed,
  requiredIndex,
  serve,
  type Index,
  type Need,
  type StructuredQuery,
} from '../support/requiredIndex.ts';
import { suite } from '../support/suite.ts';

let indexes: Index[];
let needs: Need[];

beforeAll(async () => {
  const file = new URL('../../firestore.indexes.json', import.meta.url);
  ({ indexes } = JSON.parse(await readFile(file, 'utf8')) as { indexes: Index[] });
  const answer = await fetch(
    `http://${suite.host}:${suite.ports.firestore}/emulator/v1/projects/${suite.projectId}/queries`,
  );
  const { queries } = (await answer.json()) as { queries: { structuredQuery: StructuredQuery }[] };
  needs = queries
    .map(({ structuredQuery }) => requiredIndex(structuredQuery))
    .filter((need) => need !== null);
});

it('has an index for every query that ran and needs one', () => {
  console.log(`The queries so far need:\n${[...new Set(needs.map(describeNeed))].sort().join('\n')}`);
  expect(needs.length).toBeGreaterThan(0);
  expect(needs.filter((need) => !serve(indexes, need))).toEqual([]);
});

it('has no index that no query needs', () => {
  const others = (index: Index) => indexes.filter((each) => each !== index);
  expect(indexes.filter((index) => needs.every((need) => serve(others(index), need)))).toEqual([]);
});
