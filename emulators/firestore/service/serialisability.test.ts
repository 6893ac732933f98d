import { expect, test } from 'vitest';
import { deleting, PREFIX, setting } from '../engine/testing/values.ts';
import { seeded } from '../testing/seeded.ts';
import type { Document, FirestoreError, Message } from '../types.ts';
import { collect, createHarness, OWNER, type Harness } from './testing/harness.ts';
import {
  isSerialisable,
  numberToWrite,
  randomProgram,
  randomState,
  type Found,
  type Program,
  type Ran,
  type ReadStep,
  type State,
} from './testing/history.ts';
import { RandomTurns } from './testing/RandomTurns.ts';

/** Transactions run as the SDKs run them, their steps mixed at random: what comes of them, some serial order gives too. */

const DATABASE = 'projects/demo/databases/(default)';
const SEED = 20261124;
const SCHEDULES = process.env['HRX_LONG'] ? 100_000 : 500;
/** Of 10⁵ schedules none needed more than 6; a transaction that starves would need any number. */
const MOST_ATTEMPTS = 12;
const SIZES = [2, 3, 4, 5, 6];

const LEAST_QUERY = { from: [{ collectionId: 'c' }], orderBy: [{ field: { fieldPath: 'n' } }] };

function numberIn({ name, fields }: Pick<Document, 'name' | 'fields'>): readonly [string, number] {
  return [name.slice(`${PREFIX}/c/`.length), Number(fields?.['n']?.integerValue)];
}

/** One read in a transaction, or in one that begins with it; answers its id too. */
async function read(
  { service }: Harness,
  step: ReadStep,
  selector: Message,
): Promise<{ id: Buffer | undefined; found: Found }> {
  const answers =
    step.kind === 'get'
      ? await collect(
          service.serverStream(
            'BatchGetDocuments',
            { database: DATABASE, documents: [`${PREFIX}/c/${step.id}`], ...selector },
            OWNER,
          ),
        )
      : await collect(
          service.serverStream(
            'RunQuery',
            { parent: PREFIX, structuredQuery: toQuery(step), ...selector },
            OWNER,
          ),
        );
  const documents = answers.map(({ found, document }) => (found ?? document) as Document | undefined);
  return {
    id: answers[0]?.['transaction'] as Buffer | undefined,
    found: documents.filter((document) => document !== undefined).map(numberIn),
  };
}

function toQuery({ from, limit }: Extract<ReadStep, { kind: 'query' }>): Message {
  const value = { integerValue: String(from) };
  return {
    ...LEAST_QUERY,
    where: { fieldFilter: { field: { fieldPath: 'n' }, op: 'GREATER_THAN_OR_EQUAL', value } },
    ...(Number.isFinite(limit) && { limit: { value: limit } }),
  };
}

/** One attempt: its reads, then its commit. */
async function attempt(
  harness: Harness,
  program: Program,
  turns: RandomTurns,
  options: Message,
  started: (id: Buffer) => void,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  let transaction: Buffer | undefined;
  for (const step of program.reads) {
    await turns.next();
    const answer = await read(harness, step, transaction ? { transaction } : { newTransaction: options });
    transaction ??= answer.id;
    if (transaction) started(transaction);
    found.push(answer.found);
  }
  await turns.next();
  const writes = program.writes.map((step) =>
    step.kind === 'delete'
      ? deleting(`c/${step.id}`)
      : setting(`c/${step.id}`, { n: numberToWrite(found, step.salt) }),
  );
  await harness.service.unary(
    'Commit',
    { database: DATABASE, writes, ...(transaction && { transaction }) },
    OWNER,
  );
  return found;
}

/** Attempts until one succeeds, each the same transaction as the one before. */
async function run(
  harness: Harness,
  program: Program,
  turns: RandomTurns,
): Promise<Ran & { attempts: number }> {
  let retryTransaction: Buffer | undefined;
  for (let attempts = 1; ; attempts += 1) {
    const readWrite = { readWrite: retryTransaction ? { retryTransaction } : {} };
    const options = program.kind === 'read-only' ? { readOnly: {} } : readWrite;
    try {
      const found = await attempt(harness, program, turns, options, (id) => (retryTransaction = id));
      return { program, found, attempts };
    } catch (error) {
      if ((error as FirestoreError).status !== 'ABORTED') throw error;
    }
  }
}

function stateIn({ engine }: Harness): State {
  const documents = engine.database({ projectId: 'demo', databaseId: '(default)' }).documents.all();
  return new Map([...documents].map(numberIn));
}

/** Runs random programs at once, and says what is wrong with what came of them; and how many attempts it took. */
async function runSchedule(seed: number): Promise<{ problem: string | undefined; attempts: number[] }> {
  const pick = seeded(seed);
  const before = randomState(pick);
  const harness = createHarness();
  for (const [id, n] of before) harness.put(`c/${id}`, { n });
  const turns = new RandomTurns(pick);
  const programs = Array.from({ length: pick(SIZES) }, () => randomProgram(pick));

  const ran = await turns.run(programs.map((program) => run(harness, program, turns)));
  const attempts = ran.map((each) => each.attempts);
  const isSound = isSerialisable(before, ran, stateIn(harness));
  return { problem: isSound ? undefined : JSON.stringify({ seed, before: [...before], ran }), attempts };
}

test(
  `of ${SCHEDULES} random schedules each is as if its transactions had run one after the other, and none hangs`,
  { timeout: 1_200_000 },
  async () => {
    const problems: string[] = [];
    let retried = 0;
    for (let index = 0; index < SCHEDULES; index += 1) {
      const { problem, attempts } = await runSchedule(SEED + index);
      if (problem !== undefined) problems.push(problem);
      // Who tries again keeps its age, and whoever is aborted lets somebody older pass: it ends.
      expect(Math.max(...attempts)).toBeLessThanOrEqual(MOST_ATTEMPTS);
      retried += attempts.filter((count) => count > 1).length;
    }

    expect(problems).toEqual([]);
    // Not one after the other by luck: many of them met.
    expect(retried).toBeGreaterThan(SCHEDULES / 10);
  },
);
