import { expect, it } from 'vitest';
import { gapsIn, type CoverageNode, type CoverageReport } from './ruleCoverage.ts';

const SOURCE = 'a == 1 && true';

function node(text: string, values: unknown[], children: CoverageNode[] = []): CoverageNode {
  const start = SOURCE.indexOf(text);
  return {
    sourcePosition: { line: 1, currentOffset: start, endOffset: start + text.length },
    ...(values.length > 0 && {
      values: values.map((value) => ({
        value: typeof value === 'boolean' ? { boolValue: value } : { intValue: String(value) },
        count: 1,
      })),
    }),
    children,
  };
}

function report(outcome: boolean[], evaluated: unknown[]): CoverageReport {
  const literal = node('true', [true]);
  const compared = node('a == 1', outcome, [node('a', evaluated)]);
  return { rules: { files: [{ content: SOURCE }] }, report: [node(SOURCE, outcome, [compared, literal])] };
}

it('puts reports together: what one has not seen, another may have', () => {
  expect(gapsIn([report([true], [1]), report([false], [])])).toEqual({ total: 4, gaps: [] });
});

it('tells what was never true, never false, and never evaluated; a literal lacks nothing', () => {
  expect(gapsIn([report([true], [])]).gaps).toEqual([
    { line: 1, text: SOURCE, missing: 'never false' },
    { line: 1, text: 'a == 1', missing: 'never false' },
    { line: 1, text: 'a', missing: 'never evaluated' },
  ]);
  expect(gapsIn([report([false], [1])]).gaps.map(({ missing }) => missing)).toEqual([
    'never true',
    'never true',
  ]);
});
