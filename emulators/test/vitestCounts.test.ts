import { describe, expect, it } from 'vitest';
import { addCounts, vitestCounts } from './vitestCounts.ts';

const report = (numTotalTests: number, numPassedTests: number) =>
  JSON.stringify({ numTotalTests, numPassedTests });

describe('vitestCounts', () => {
  it('counts the tests that passed', () => {
    expect(vitestCounts(report(5, 5), true)).toEqual({ passed: 5, failed: 0 });
  });

  it('counts every other test as failed, a skipped one too', () => {
    expect(vitestCounts(report(5, 3), false)).toEqual({ passed: 3, failed: 2 });
    expect(vitestCounts(report(5, 4), true)).toEqual({ passed: 4, failed: 1 });
  });

  it('counts a run that failed without a failing test', () => {
    expect(vitestCounts(report(5, 5), false)).toEqual({ passed: 5, failed: 1 });
  });

  it('counts a run that left no report as one failure', () => {
    expect(vitestCounts('', false)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('addCounts', () => {
  it('adds up', () => {
    expect(
      addCounts([
        { passed: 1, failed: 0 },
        { passed: 3, failed: 2 },
      ]),
    ).toEqual({ passed: 4, failed: 2 });
  });
});
