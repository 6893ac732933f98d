/** One job with its queue, over a map: a clock that moves with the queue, and processes that can be killed between any two calls. */
import * as z from 'zod';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { Written } from '../../contract/documents.ts';
import { JOB_KINDS, type JobDocument, type JobRow, type JobRowOutcome } from '../../contract/jobDocuments.ts';
import { memoryTransactions } from '../../testing/memoryTransactions.ts';
import { enqueueWork } from '../enqueueWork.ts';
import type { JobDeps, JobTask } from '../jobDeps.ts';
import { starterJob, type JobKind, type JobKinds } from '../jobKind.ts';
import { ROW_DONE } from '../rowOutcome.ts';
import { JOB_RETRY, runJobPage } from '../runJobPage.ts';
import { startJob } from '../startJob.ts';
import { takeUpJobs } from '../takeUpJobs.ts';

const START = Date.parse('2026-11-24T12:00:00Z');
const ID = '0123456789abcdef0123';
const KEY = documentKeys.job('acme', ID);
const HOUR = 3600_000;

interface Queued {
  task: JobTask;
  at: number;
  tries: number;
}

interface WorldOptions {
  rows: number;
  /** How many of them make a page: less than a hundred, so that a few rows make several. */
  pageRows?: number;
  /** What becomes of a row; it may throw. `tries` counts from 1. */
  outcomeOf?: (id: string, tries: number) => JobRowOutcome | Promise<JobRowOutcome>;
  secondsARow?: number;
}

/** @returns this kind under every name: the engine knows none of them. */
function everyKindAs(kind: JobKind): JobKinds {
  return Object.fromEntries(Object.keys(JOB_KINDS).map((name) => [name, kind])) as unknown as JobKinds;
}

/** A process that is gone: it neither goes on nor fails. */
class Killed extends Error {}

export function jobWorld({
  rows,
  pageRows = 100,
  outcomeOf = () => ROW_DONE,
  secondsARow = 0,
}: WorldOptions) {
  const tick = () => new Promise<void>((resolve) => setImmediate(resolve));
  const memory = memoryTransactions(tick);
  let millis = START;
  let random = 0;
  let queue: Queued[] = [];
  const known = new Set<string>();
  /** Which rows were done, in their order, and how often each was run. */
  const done: string[] = [];
  const runs = new Map<string, number>();
  let finished = 0;
  let calls = 0;
  let killAt = Infinity;
  let beforeRow: (id: string) => Promise<void> | void = () => {};

  const kind = starterJob({
    parameters: z.strictObject({}),
    row: z.strictObject({ id: z.string() }),
    rowsAtOnce: 1,
    mayRun: (actor) => actor.kind === 'member' && actor.role === 'Admin',
    findRows: async ({ cursor }) => {
      await tick();
      const from = Number(cursor ?? 0);
      const to = Math.min(from + pageRows, rows);
      const found = Array.from({ length: to - from }, (_, index) => ({ id: `row-${from + index}` }));
      return { rows: found, cursor: to < rows ? String(to) : null };
    },
    runRow: async ({ row: { id } }) => {
      await beforeRow(id);
      runs.set(id, (runs.get(id) ?? 0) + 1);
      millis += secondsARow * 1000;
      const outcome = await outcomeOf(id, runs.get(id) ?? 1);
      // As a use case does: in one transaction, and not again where it has been done.
      if (outcome.state === 'done' && !done.includes(id)) done.push(id);
      return outcome;
    },
    finish: () => Promise.resolve(void (finished += 1)),
  });

  /** A process of its own. Every call that leaves it may be its last one, before or after it had its effect. */
  function newProcess(): { deps: JobDeps; dies: Promise<never> } {
    const { promise: dies, reject } = Promise.withResolvers<never>();
    let isDead = false;
    const hang = () => new Promise<never>(() => {});
    const counted = () => {
      calls += 1;
      if (calls !== killAt) return isDead;
      isDead = true;
      reject(new Killed());
      return true;
    };
    const call = async <Value>(make: () => Promise<Value>): Promise<Value> => {
      if (isDead || counted()) return hang();
      const value = await make();
      return counted() ? hang() : value;
    };
    const deps: JobDeps = {
      clock: { now: () => new Date(millis) },
      random: { hex: () => String((random += 1)) },
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      transact: (body) => call(() => memory.transact(body)),
      reads: { readAll: (keys) => call(() => memory.reads.readAll(keys)) },
      jobStore: {
        listDue: (now) =>
          call(() => {
            const { state, takeUpAt } = job();
            const isDue = takeUpAt !== null && takeUpAt.toMillis() <= now.getTime();
            const isAtWork = state === 'staging' || state === 'running';
            return Promise.resolve(isDue && isAtWork ? [{ tenantId: 'acme', jobId: ID }] : []);
          }),
      },
      jobQueue: {
        enqueuePage: (task, turn, delay) =>
          call(() => Promise.resolve().then(() => enqueue(task, turn, delay))),
      },
      jobKinds: everyKindAs({
        ...kind,
        findRows: (wanted) => call(() => kind.findRows(wanted)),
        runRow: (asked) => call(() => kind.runRow(asked)),
      }),
    };
    return { deps, dies };
  }

  function enqueue(task: JobTask, turn: number, delaySeconds: number): void {
    const id = JSON.stringify([task.jobId, task.run, task.page, turn]);
    if (known.has(id)) return;
    known.add(id);
    queue.push({ task, at: millis + delaySeconds * 1000, tries: 0 });
  }

  /** Runs one task in a process of its own. @returns whether it ended well; else the queue tries it again later. */
  async function runTask({ task, tries }: Queued): Promise<boolean> {
    const { deps, dies } = newProcess();
    try {
      await Promise.race([runJobPage(deps, task), dies]);
      return true;
    } catch {
      const pause = JOB_RETRY.minBackoffSeconds * 2 ** tries * 1000;
      if (tries + 1 < JOB_RETRY.maxAttempts) queue.push({ task, at: millis + pause, tries: tries + 1 });
      return false;
    }
  }

  /** Runs what is due first: so many tasks at the same moment. */
  async function drainOne(together = 1): Promise<void> {
    queue.sort((a, b) => a.at - b.at);
    const now = queue.splice(0, together);
    millis = Math.max(millis, ...now.map(({ at }) => at));
    await Promise.all(now.map(runTask));
  }

  /** Runs what is queued until nothing is left. */
  async function drain(together = 1): Promise<void> {
    while (queue.length > 0) await drainOne(together);
  }

  async function sweep(): Promise<number> {
    const { deps, dies } = newProcess();
    return Promise.race([takeUpJobs(deps, { limit: 10 }), dies]);
  }

  /** Starts the job as a use case does: what it queues after its commit may be lost. */
  async function start(): Promise<void> {
    const { deps, dies } = newProcess();
    const now = deps.clock.now();
    const begin = async () => {
      const kindName = 'revoke-lost-invitations';
      const given = {
        jobId: ID,
        tenantId: 'acme',
        kind: kindName,
        startedByUid: 'adam',
        parameters: {},
        now,
      } as const;
      await enqueueWork(deps, await memory.transact((tx) => Promise.resolve(startJob(tx, given))));
    };
    await Promise.race([begin(), dies]).catch((thrown: unknown) => {
      if (!(thrown instanceof Killed)) throw thrown;
    });
  }

  function job(): JobDocument {
    const found = memory.peek(KEY);
    if (!found) throw new Error('Nobody has started the job.');
    return found;
  }

  const setAdam = (fields: object) =>
    memory.put(documentKeys.member('acme', 'adam'), {
      ...{ uid: 'adam', state: 'active', role: 'Admin', securityLevel: '7', permissions: [] },
      ...{ firstName: 'Adam', lastName: 'Reyes' },
      ...fields,
    } as never);
  setAdam({});

  return {
    job,
    rows: (): JobRow[] =>
      Array.from({ length: job().pages }, (_, n) => memory.peek(documentKeys.jobPage('acme', ID, n))).flatMap(
        (page) => page?.rows ?? [],
      ),
    done,
    runs,
    finished: () => finished,
    start,
    drain,
    drainOne,
    sweep,
    setAdam,
    queued: () => queue.map(({ task, at }) => ({ ...task, inSeconds: (at - millis) / 1000 })),
    /** The queue forgets everything: an outage, or tasks that were given up. */
    loseTasks: () => (queue = []),
    pass: (hours: number) => void (millis += hours * HOUR),
    killAt: (point: number) => ((killAt = point), (calls = 0)),
    calls: () => calls,
    runTask: (task: JobTask) => runJobPage(newProcess().deps, task),
    task: (page: number | null): JobTask => ({ tenantId: 'acme', jobId: ID, run: job().run, page }),
    onRow: (act: typeof beforeRow) => void (beforeRow = act),
    /** Changes the job as a callable does, and queues what there is to be done then. */
    change: async (fields: (job: JobDocument, now: Date) => Partial<Written<JobDocument>> | null) => {
      const { deps } = newProcess();
      await memory.transact(async (tx) => {
        const { job: read } = await tx.readAll({ job: KEY });
        const written = read && fields(read, deps.clock.now());
        if (written) tx.update(KEY, written);
      });
      await enqueueWork(deps, job());
    },
  };
}
