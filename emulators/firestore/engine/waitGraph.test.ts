import { expect, test } from 'vitest';
import { findCycle, reaches, type WaitGraph } from './waitGraph.ts';

function graphOf(edges: Record<string, string[]>): WaitGraph<string> {
  return new Map(Object.entries(edges).map(([node, next]) => [node, new Set(next)]));
}

test('a chain has no ring', () => {
  expect(findCycle(graphOf({ a: ['b'], b: ['c'], d: ['b', 'c'] }))).toBeUndefined();
});

test('a ring is found with its members alone', () => {
  expect(findCycle(graphOf({ x: ['a'], a: ['b'], b: ['c', 'y'], c: ['a'] }))?.sort()).toEqual([
    'a',
    'b',
    'c',
  ]);
});

test('one waits for another through others', () => {
  const graph = graphOf({ a: ['b'], b: ['c'] });

  expect(reaches(graph, 'a', 'c')).toBe(true);
  expect(reaches(graph, 'c', 'a')).toBe(false);
  expect(reaches(graph, 'a', 'a')).toBe(false);
});
