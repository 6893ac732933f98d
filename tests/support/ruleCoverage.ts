/** Which expressions of firestore.rules the rules tests have seen true and false: the Firestore's own reports, put together. */

/** Google's form of a report, as far as it is read here. */
export interface CoverageReport {
  rules: { files: { content: string }[] };
  report: CoverageNode[];
}

export interface CoverageNode {
  sourcePosition: { line: number; currentOffset: number; endOffset: number };
  values?: { value: Record<string, unknown>; count: number }[];
  children?: CoverageNode[];
}

export interface Gap {
  line: number;
  /** The expression, as it is written. */
  text: string;
  /** What is missing of it. */
  missing: 'never evaluated' | 'never true' | 'never false';
}

interface Covered {
  line: number;
  text: string;
  outcomes: Set<boolean>;
  isEvaluated: boolean;
}

/** The projects of the rules tests, one for each file that opens the rules. */
export const RULES_PROJECTS = ['documents', 'lists', 'tokens'].map((name) => `demo-hrx-rules-${name}`);

/** @throws Error where one of the projects has no rules: its tests did not run */
export async function readRuleCoverage(firestoreUrl: string): Promise<CoverageReport[]> {
  return Promise.all(
    RULES_PROJECTS.map(async (project) => {
      const answer = await fetch(`${firestoreUrl}/emulator/v1/projects/${project}:ruleCoverage`);
      if (!answer.ok) throw new Error(`There is no coverage of ${project}.`);
      return (await answer.json()) as CoverageReport;
    }),
  );
}

/** @returns every expression, and those of which some outcome was never seen; a literal has one outcome only */
export function gapsIn(reports: readonly CoverageReport[]): { total: number; gaps: Gap[] } {
  const covered = new Map<string, Covered>();
  for (const { rules, report } of reports) {
    for (const node of report) collect(covered, node, rules.files[0]?.content ?? '');
  }
  const all = [...covered.values()].sort((a, b) => a.line - b.line);
  return { total: all.length, gaps: all.flatMap(gapOf) };
}

function collect(covered: Map<string, Covered>, node: CoverageNode, source: string): void {
  const { line, currentOffset, endOffset } = node.sourcePosition;
  const text = source.slice(currentOffset, endOffset).replace(/\s+/g, ' ');
  const key = `${currentOffset}-${endOffset}`;
  const known = covered.get(key) ?? { line, text, outcomes: new Set<boolean>(), isEvaluated: false };
  covered.set(key, known);
  for (const { value } of node.values ?? []) {
    known.isEvaluated = true;
    if (typeof value['boolValue'] === 'boolean') known.outcomes.add(value['boolValue']);
  }
  for (const child of node.children ?? []) collect(covered, child, source);
}

function gapOf({ line, text, outcomes, isEvaluated }: Covered): Gap[] {
  if (!isEvaluated) return [{ line, text, missing: 'never evaluated' }];
  if (outcomes.size !== 1 || text === 'true' || text === 'false') return [];
  return [{ line, text, missing: outcomes.has(true) ? 'never false' : 'never true' }];
}
