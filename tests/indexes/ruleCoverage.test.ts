/** Runs last: what the rules tests have left out of firestore.rules. */
import { expect, it } from 'vitest';
import { gapsIn, readRuleCoverage } from '../support/ruleCoverage.ts';
import { suite } from '../support/suite.ts';

it('every expression of firestore.rules was seen true and false', async () => {
  const { total, gaps } = gapsIn(await readRuleCoverage(`http://${suite.host}:${suite.ports.firestore}`));

  expect(total).toBeGreaterThan(100);
  expect(gaps).toEqual([]);
});
