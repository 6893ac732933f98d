/** One change of a job, by who started it or holds the right that its kind is managed by. */
import { documentKeys, type DocumentKey } from '../../contract/documentKeys.ts';
import type { AuditAction, Written } from '../../contract/documents.ts';
import type { JobDocument, JobState } from '../../contract/jobDocuments.ts';
import { can } from '../../domain/authority.ts';
import { DomainError } from '../../platform/DomainError.ts';
import type { Act, Done } from '../actInTenant.ts';

/**
 * @param change what to write; null where it is so already.
 * @throws jobs/not-found also to who may not see it, and what `change` throws.
 */
export function changeJob(
  {
    tx,
    caller,
    read: { job },
    audit,
  }: Pick<Act<{ job: DocumentKey<JobDocument> }>, 'tx' | 'caller' | 'read' | 'audit'>,
  action: AuditAction,
  change: (job: JobDocument) => Partial<Written<JobDocument>> | null,
): Done<{ state: JobState }> {
  if (!job || !(job.startedByUid === caller.uid || can(caller.actor, job.managedBy))) {
    throw new DomainError('jobs/not-found');
  }
  const { tenantId, jobId, kind } = job;
  const fields = change(job);
  if (!fields) return { answer: { state: job.state }, effects: {} };
  const { state = job.state, run = job.run } = fields;
  tx.update(documentKeys.job(tenantId, jobId), fields);
  audit({
    action,
    targetUid: null,
    inviteId: null,
    before: { state: job.state },
    after: { state, jobId, kind },
  });
  return { answer: { state }, effects: { job: { tenantId, jobId, kind, state, run, pages: job.pages } } };
}
