/** Where browsers send what the pages' policy refused: it is logged, so that an attack or a mistake of ours is seen. */
import { bucketKey, REPORTS_LIMIT, takeOne } from '../limits/rateLimits.ts';
import type { PageAnswer, PageRequest } from '../platform/definePage.ts';
import { htmlPage } from '../platform/htmlPage.ts';
import type { PlatformDeps } from '../platform/platformDeps.ts';
import { readReports } from './readReports.ts';

const BODY_BYTES_MAX = 16 * 1024;
const NOT_FOUND = htmlPage({ title: 'Page not found', text: 'Browsers send reports to this address.' });

/** @throws limits/reports for a network that sends too many: anybody can send what they like. */
export async function receiveReports(
  deps: Pick<PlatformDeps, 'transact' | 'clock' | 'log'>,
  { method, body, network }: PageRequest,
): Promise<PageAnswer> {
  if (method !== 'POST') return { status: 404, html: NOT_FOUND };
  if (body.length > BODY_BYTES_MAX) return { status: 413, html: '' };
  const reports = readReports(body.toString('utf8'));
  if (reports.length === 0) return { status: 400, html: '' };
  const key = bucketKey('reports', network);
  await deps.transact(async (tx) => {
    const { bucket } = await tx.readAll({ bucket: key });
    tx.set(key, takeOne(bucket, REPORTS_LIMIT, deps.clock.now()));
  });
  for (const report of reports) deps.log.warn('policy.violated', { ...report });
  return { status: 204, html: '' };
}
