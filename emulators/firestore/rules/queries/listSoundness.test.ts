import { describe, expect, it } from 'vitest';
import { seeded } from '../../testing/seeded.ts';
import type { AccessRequest, Fields } from '../../types.ts';
import { loadRules } from '../loadRules.ts';
import { documentAt, inDatabase, NOW, query, readerOf, where } from '../testing/asking.ts';
import { matchesFilters } from '../testing/matchesFilters.ts';
import type { TestFilter } from '../testing/matchesFilters.ts';
import {
  RANDOM_FUNCTIONS,
  randomCondition,
  randomDocument,
  randomFilters,
  themesOf,
} from '../testing/randomRules.ts';

const SEED = 20261121;
const RULES = 6_000;
const QUERIES_PER_RULE = 3;
const DOCUMENTS = 80;

const asked = { projectId: 'demo', databaseId: '(default)', auth: null, time: NOW };
const { read } = readerOf();

/** Which of the filters' queries and which of the documents a condition allows. */
function judgesOf(condition: string) {
  const rules = loadRules(
    inDatabase(`match /things/{id} { ${RANDOM_FUNCTIONS} allow read: if ${condition}; }`),
  );
  const allows = async (request: AccessRequest) => (await rules.judge(request, read)).allowed;
  return {
    mayList: (filters: TestFilter[]) => {
      const messages = filters.map(({ field, op, value }) => where(field.join('.'), op, value));
      return allows({ ...asked, method: 'list', path: [], query: query('things', messages) });
    },
    mayGet: (fields: Fields) =>
      allows({
        ...asked,
        method: 'get',
        path: ['things', 'one'],
        resource: documentAt('things/one', fields),
      }),
  };
}

describe('an allowed list', () => {
  it('never gives a document that the same rule would deny to get', async () => {
    const pick = seeded(SEED);
    const documents = Array.from({ length: DOCUMENTS }, () => randomDocument(pick));
    const leaks: unknown[] = [];
    let restrictive = 0;

    for (let rule = 0; rule < RULES; rule += 1) {
      const queries = Array.from({ length: QUERIES_PER_RULE }, () => randomFilters(pick));
      const condition = randomCondition(pick, themesOf(queries.flat()), pick([0, 1, 2]));
      const { mayList, mayGet } = judgesOf(condition);
      for (const filters of queries) {
        if (!(await mayList(filters))) continue;
        let denied = 0;
        for (const fields of documents) {
          if (await mayGet(fields)) continue;
          denied += 1;
          if (matchesFilters(fields, filters)) leaks.push({ condition, filters, fields });
        }
        // A rule that denies nothing shows nothing.
        if (denied > 0) restrictive += 1;
      }
    }

    expect(leaks).toEqual([]);
    expect(restrictive).toBeGreaterThan(1000);
  }, 60_000);
});
