/** Work on many, as the functions store it. */
import { randomBytes } from 'node:crypto';
import { documentKeys } from '../../functions/src/contract/documentKeys.ts';
import type { Written } from '../../functions/src/contract/documents.ts';
import type { JobDocument, JobKindName, JobPageDocument } from '../../functions/src/contract/jobDocuments.ts';
import { newJobDocument } from '../../functions/src/jobs/jobWork.ts';
import { adminFirestore, get, put } from './admin.ts';
import type { TestTenant } from './factories.ts';
import { paths } from '../../functions/src/contract/paths.ts';

/** @returns the id of a job without rows that the tenant's Admin started, stored without a task for it. */
export async function putJob(
  { id: tenantId, admin }: TestTenant,
  fields: Partial<Written<JobDocument>> = {},
): Promise<string> {
  const jobId = randomBytes(10).toString('hex');
  const job = newJobDocument({
    jobId,
    tenantId,
    kind: 'revoke-lost-invitations',
    startedByUid: admin.uid,
    parameters: { inviterUid: admin.uid },
    now: new Date(),
  });
  await put(documentKeys.job(tenantId, jobId), { ...job, isStaged: fields.state !== 'staging', ...fields });
  return jobId;
}

/** @returns the jobs of a kind in a tenant. */
export async function jobsOf(tenantId: string, kind: JobKindName): Promise<JobDocument[]> {
  const found = await adminFirestore.collection(paths.jobs(tenantId)).where('kind', '==', kind).get();
  return found.docs.map((document) => document.data() as JobDocument);
}

/** @returns the job as soon as it has ended: by its own document, as a page sees it. */
export function jobEnded(tenantId: string, jobId: string): Promise<JobDocument> {
  return new Promise((resolve, reject) => {
    const stop = adminFirestore.doc(documentKeys.job(tenantId, jobId).path).onSnapshot((snapshot) => {
      const job = snapshot.data() as JobDocument | undefined;
      if (!job?.finishedAt) return;
      stop();
      resolve(job);
    }, reject);
  });
}

/** @returns every row of a job, in its order. */
export async function rowsOf(tenantId: string, jobId: string): Promise<JobPageDocument['rows']> {
  const { pages } = await get(documentKeys.job(tenantId, jobId));
  const found = await Promise.all(
    Array.from({ length: pages }, (_, n) => get(documentKeys.jobPage(tenantId, jobId, n))),
  );
  return found.flatMap(({ rows }) => rows);
}
