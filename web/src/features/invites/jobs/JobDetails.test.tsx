import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JobDocument, JobRow } from '../../../../../functions/src/contract/jobDocuments.ts';
import { call } from '../../../shared/callable/call.ts';
import { listenToDocument, listenToQuery } from '../../../shared/firebase/listen.ts';
import { JobDetails } from './JobDetails.tsx';

vi.mock('../../../shared/callable/call.ts', () => ({ call: vi.fn() }));
vi.mock('../../../shared/firebase/firestore.ts', () => ({ firestore: 'firestore' }));
vi.mock('../../../shared/firebase/listen.ts', () => ({ listenToDocument: vi.fn(), listenToQuery: vi.fn() }));
vi.mock('firebase/firestore', () => ({
  doc: vi.fn(),
  collection: vi.fn(),
  query: vi.fn(),
  orderBy: vi.fn(),
}));

const aJob = (overrides: Partial<JobDocument> = {}) =>
  ({
    jobId: 'job',
    tenantId: 'acme',
    kind: 'revoke-invitations',
    state: 'running',
    stoppedBy: null,
    total: 3,
    counts: { done: 1, skipped: 0, failed: 0, retriable: 0 },
    ...overrides,
  }) as JobDocument;

const tellJob = (job: JobDocument) =>
  act(() => vi.mocked(listenToDocument).mock.lastCall?.[1]({ exists: () => true, data: () => job } as never));
const tellRows = (rows: JobRow[]) =>
  act(() => vi.mocked(listenToQuery).mock.lastCall?.[1]({ docs: [{ data: () => ({ rows }) }] } as never));
const aRow = (name: string, outcome: JobRow['outcome']): JobRow => ({
  row: { uid: name, name },
  outcome,
  tries: 0,
});

const open = () => {
  render(<JobDetails tenantId="acme" jobId="job" onClose={() => undefined} />);
  return userEvent.setup();
};

beforeEach(() => {
  vi.mocked(call).mockReset().mockResolvedValue({ state: 'running' });
  vi.mocked(listenToDocument).mockReturnValue(() => undefined);
  vi.mocked(listenToQuery).mockReturnValue(() => undefined);
});

describe('a job about many invitations', () => {
  it('is followed live: how far it is, and what became of each, those that failed first', () => {
    open();
    tellJob(aJob());
    expect(screen.getByRole('status')).toHaveTextContent('1 of 3 done');
    tellRows([
      aRow('Ann Done', { state: 'done', code: null, retriable: false }),
      aRow('Ben Later', null),
      aRow('Cy Failed', { state: 'failed', code: 'invite/not-pending', retriable: false }),
    ]);
    const rows = within(screen.getByRole('list', { name: 'Outcomes' })).getAllByRole('listitem');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Cy FailedFailed: This invitation is no longer open/),
      'Ben LaterNot yet',
      'Ann DoneDone',
    ]);
    tellJob(aJob({ state: 'done', counts: { done: 2, skipped: 0, failed: 1, retriable: 0 } }));
    expect(screen.getByRole('status')).toHaveTextContent('Finished. 2 of 3 done, 1 failed');
    expect(screen.queryByRole('button', { name: /again/ })).not.toBeInTheDocument();
  });

  it('tries again what may work now, once it is done', async () => {
    const person = open();
    tellJob(aJob({ state: 'done', counts: { done: 0, skipped: 0, failed: 3, retriable: 3 } }));
    await person.click(screen.getByRole('button', { name: 'Try the 3 failed again' }));
    expect(call).toHaveBeenCalledWith('retryJob', { tenantId: 'acme', jobId: 'job' });
  });

  it('is stopped by a button while it goes on', async () => {
    const person = open();
    tellJob(aJob());
    await person.click(screen.getByRole('button', { name: 'Stop' }));
    expect(call).toHaveBeenCalledWith('setJobState', { tenantId: 'acme', jobId: 'job', state: 'cancelled' });
    tellJob(aJob({ state: 'cancelled' }));
    expect(screen.queryByRole('button', { name: 'Stop' })).not.toBeInTheDocument();
  });

  it('says that it was stopped where its starter lost the right', () => {
    open();
    tellJob(aJob({ state: 'failed', stoppedBy: 'starter-lost-right' }));
    expect(screen.getByRole('status')).toHaveTextContent('no longer allowed');
  });
});
