/** What browsers report about the pages' Content-Security-Policy: bounded, and without what an address may hold. Pure. */
import * as z from 'zod';

/** One violation, as it may be logged. */
export interface PolicyReport {
  directive: string;
  /** What was not loaded: an origin, or a word such as `inline`. */
  blocked: string;
  /** The path of the page, without its query and its fragment. */
  page: string;
  line: number | null;
}

/** More come from no page of ours at once. */
const REPORTS_MAX = 20;
const PATH_LENGTH_MAX = 100;

const text = z.string().catch('');
const line = z.number().nullable().catch(null);

/** W3C Reporting API, `application/reports+json`. */
const current = z.object({
  type: z.literal('csp-violation'),
  body: z.object({ effectiveDirective: text, blockedURL: text, documentURL: text, lineNumber: line }),
});
/** CSP Level 2, `application/csp-report`: Firefox and Safari. */
const older = z.object({
  'csp-report': z.object({
    'effective-directive': text,
    'violated-directive': text,
    'blocked-uri': text,
    'document-uri': text,
    'line-number': line,
  }),
});

/** @returns what the body reports; nothing for a body that is no report. */
export function readReports(body: string): PolicyReport[] {
  const parsed = parse(body);
  return (Array.isArray(parsed) ? parsed : [parsed]).slice(0, REPORTS_MAX).flatMap(readReport);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return null;
  }
}

function readReport(given: unknown): PolicyReport[] {
  const now = current.safeParse(given);
  if (now.success) {
    const { effectiveDirective, blockedURL, documentURL, lineNumber } = now.data.body;
    return [reportOf(effectiveDirective, blockedURL, documentURL, lineNumber)];
  }
  const before = older.safeParse(given);
  if (!before.success) return [];
  const report = before.data['csp-report'];
  const directive = report['effective-directive'] || (report['violated-directive'].split(' ')[0] ?? '');
  return [reportOf(directive, report['blocked-uri'], report['document-uri'], report['line-number'])];
}

function reportOf(directive: string, blocked: string, page: string, lineNumber: number | null): PolicyReport {
  return {
    directive: /^[a-z-]{1,40}$/.test(directive) ? directive : 'unknown',
    blocked: /^[a-z-]{1,20}$/.test(blocked) ? blocked : (urlOf(blocked)?.origin ?? 'unknown'),
    page: pathOf(page),
    line: lineNumber,
  };
}

/** Ids stand in our paths, and nothing that is nobody's business; a path that is not like ours is none of ours. */
function pathOf(page: string): string {
  const path = urlOf(page)?.pathname ?? '';
  return path.length <= PATH_LENGTH_MAX && /^[A-Za-z0-9/_.-]+$/.test(path) ? path : 'unknown';
}

function urlOf(address: string): URL | null {
  return URL.parse(address);
}
