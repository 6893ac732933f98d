/** What a run of tests comes to, in numbers. */

export interface Counts {
  passed: number;
  failed: number;
}

/** What we read of the report of vitest's JSON reporter (vitest 5, `--reporter=json`). */
interface VitestReport {
  numTotalTests: number;
  numPassedTests: number;
}

/** @returns the sum. */
export function addCounts(all: Counts[]): Counts {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/**
 * Everything that did not pass has failed: a skipped test proves nothing. A run that failed without a failing test (a
 * file that does not load, an error between tests) is one failure.
 *
 * @param reportText the JSON report, or '' when there is none
 * @param ok whether vitest itself was content
 */
export function vitestCounts(reportText: string, ok: boolean): Counts {
  const report = reportText ? (JSON.parse(reportText) as VitestReport) : undefined;
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numTotalTests ?? 0) - passed;
  return { passed, failed: ok ? failed : Math.max(failed, 1) };
}
