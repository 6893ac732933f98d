import { describe, expect, it } from 'vitest';
import { documentKeys } from '../contract/documentKeys.ts';
import type { JobParameters } from '../contract/jobDocuments.ts';
import { memoryTransactions } from '../testing/memoryTransactions.ts';
import { PAGE_ROWS } from './jobWork.ts';
import { addPage, startJob } from './startJob.ts';

const now = new Date('2026-11-24T12:00:00Z');
const KEY = documentKeys.job('acme', 'j1');

async function startedJob() {
  const memory = memoryTransactions();
  const given = { jobId: 'j1', tenantId: 'acme', startedByUid: 'adam', parameters: {}, now };
  await memory.transact((tx) => Promise.resolve(startJob(tx, { ...given, kind: 'revoke-lost-invitations' })));
  const add = (rows: JobParameters[], cursor: string | null) =>
    memory.transact(async (tx) => {
      const { job } = await tx.readAll({ job: KEY });
      return job && addPage(tx, job, rows, { cursor, now });
    });
  return { memory, add };
}

describe('adding rows to a job', () => {
  it('stores them page by page, and has the job run after the last one', async () => {
    const { memory, add } = await startedJob();
    expect(await add([{ id: 'a' }, { id: 'b' }], 'b')).toMatchObject({ state: 'staging', pages: 1 });
    expect(await add([{ id: 'c' }], null)).toMatchObject({ state: 'running', pages: 2 });
    expect(memory.peek(KEY)).toMatchObject({ state: 'running', isStaged: true, total: 3, pages: 2 });
    expect(memory.peek(documentKeys.jobPage('acme', 'j1', 1))).toMatchObject({
      n: 1,
      rows: [{ row: { id: 'c' }, outcome: null, tries: 0 }],
    });
  });

  it('makes no page of none', async () => {
    const { memory, add } = await startedJob();
    await add([{ id: 'a' }], 'a');
    expect(await add([], null)).toMatchObject({ state: 'running', pages: 1 });
    expect(memory.peek(documentKeys.jobPage('acme', 'j1', 1))).toBeUndefined();
  });

  it('takes no page that is too long: the keys of its rows would be those of the next', async () => {
    const { add } = await startedJob();
    const rows = Array.from({ length: PAGE_ROWS }, (_, index) => ({ id: String(index) }));
    await expect(add([...rows, { id: 'one more' }], null)).rejects.toThrow('at most 100 rows');
    await expect(add(rows, null)).resolves.toMatchObject({ pages: 1 });
  });

  it('has them deleted with the job, 90 days later', async () => {
    const { memory, add } = await startedJob();
    await add([{ id: 'a' }], null);
    const page = memory.peek(documentKeys.jobPage('acme', 'j1', 0));
    expect(page?.expireAt.toMillis()).toBe(now.getTime() + 90 * 24 * 3600_000);
    expect(memory.peek(KEY)?.expireAt.toMillis()).toBe(page?.expireAt.toMillis());
  });
});
