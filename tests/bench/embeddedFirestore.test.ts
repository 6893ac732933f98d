// The embedded Firestore by itself: its start, and what 100,000 documents cost against 1,000. A process of its own each.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Firestore } from 'firebase-admin/firestore';
import { test } from 'vitest';
import { REPOSITORY } from '../../emulators/plan/suitePlan.ts';
import { median, millis, print, ratio, timed, timedOften } from '../support/numbers.ts';

const ROUNDS = 31;
const FEW = 1_000;
const MANY = 100_000;
const LISTENERS = 500;
const PROJECT = 'demo-firestore';
const COLLECTION = 'tenants/acme/people';

interface Running {
  process: ChildProcess;
  port: number;
}

async function start(...flags: string[]): Promise<Running> {
  const main = path.join(REPOSITORY, 'emulators/firestore/main.ts');
  const child = spawn(process.execPath, [main, '--port', '0', ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  return { process: child, port: Number(/:(\d+)\./.exec(line)?.[1]) };
}

async function stop({ process: child }: Running): Promise<void> {
  child.kill('SIGINT');
  await once(child, 'exit');
}

test('the start', async () => {
  const times: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const begun = performance.now();
    const running = await start();
    times.push(performance.now() - begun);
    await stop(running);
  }
  print('start of the embedded Firestore', `p50 ${millis(median(times))}`);
});

test('much in one collection', async () => {
  const few = await measure(FEW);
  const many = await measure(MANY);
  for (const [what, took] of Object.entries(many)) {
    const floor = few[what] ?? NaN;
    print(`${what} among ${MANY}`, `p50 ${millis(took)}, among ${FEW} ${millis(floor)}`, ratio(took, floor));
  }
});

/** The middle of what each thing takes, in milliseconds. */
async function measure(count: number): Promise<Record<string, number>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'firestore-bench-'));
  const state = path.join(folder, 'state.json');
  await writeFile(state, JSON.stringify(stateOf(count)));
  const running = await start('--state', state);
  // The Admin SDK goes where this says, whatever it is told otherwise.
  process.env['FIRESTORE_EMULATOR_HOST'] = `127.0.0.1:${running.port}`;
  const db = new Firestore({ projectId: PROJECT });
  const people = db.collection(COLLECTION);
  const p50 = async (run: (round: number) => Promise<unknown>): Promise<number> => {
    // The first time an index is made, and the client opens its connection.
    await run(0);
    return median(await timedOften(ROUNDS, run));
  };

  const measured = {
    'point read': await p50((round) => people.doc(String(round)).get()),
    'filtered query of 50': await p50(() =>
      people.where('state', '==', 'active').orderBy('n', 'desc').limit(50).get(),
    ),
    'search for one token': await p50(() => people.where('tokens', 'array-contains', 't77').get()),
    commit: await p50((round) => people.doc(`new-${round}`).set({ n: round, state: 'active' })),
  };
  const stops = Array.from({ length: LISTENERS }, (_, n) =>
    db.doc(`elsewhere/${n}`).onSnapshot(() => undefined),
  );
  const besideListeners = await p50((round) => people.doc(`new-${round}`).update({ n: -round }));
  for (const end of stops) end();
  const first = await timed(
    () =>
      new Promise<void>((resolve, reject) => {
        const end = people.onSnapshot(() => {
          end();
          resolve();
        }, reject);
      }),
  );
  print(`first snapshot of ${count} documents`, millis(first), `peak memory ${await peakMemory(running)}`);
  await db.terminate();
  await stop(running);
  await rm(folder, { recursive: true });
  return { ...measured, [`commit beside ${LISTENERS} listeners of other documents`]: besideListeners };
}

function stateOf(count: number): object {
  const documents = Array.from({ length: count }, (_, n) => ({
    path: `${COLLECTION}/${n}`,
    createTime: 1e15 + n,
    updateTime: 1e15 + n,
    fields: {
      n: { integerValue: String(n) },
      name: { stringValue: `Person ${n}` },
      state: { stringValue: n % 3 === 0 ? 'invited' : 'active' },
      tokens: { arrayValue: { values: [{ stringValue: `t${n}` }, { stringValue: `p${n % 10}` }] } },
    },
  }));
  return { version: 1, databases: [{ projectId: PROJECT, databaseId: '(default)', documents }] };
}

/** What the process had in memory at most, where the machine tells. */
async function peakMemory({ process: child }: Running): Promise<string> {
  const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8').catch(() => '');
  const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]);
  return Number.isNaN(kilobytes) ? 'not known' : `${Math.round(kilobytes / 1024)} MB`;
}
