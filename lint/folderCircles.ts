/** Which folders depend on each other in a circle: what oxlint's `import/no-cycle`, which knows files alone, does not see. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What is imported, by its file. */
export type Imports = ReadonlyMap<string, readonly string[]>;

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;

const LEFT_OUT = ['**/node_modules/**', '**/*.test.{ts,tsx}', '**/testing/**'];

/**
 * @param root a folder, whose TypeScript is read; tests and what serves them alone are left out
 * @returns each file's imports of other files, as paths in `root`
 */
export function readImports(root: string): Imports {
  const files = globSync('**/*.{ts,tsx}', { cwd: root, exclude: LEFT_OUT });
  return new Map(files.map((file) => [file, importsOf(file, readFileSync(path.join(root, file), 'utf8'))]));
}

function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(IMPORT)].map(([, target = '']) => path.join(path.dirname(file), target));
}

/**
 * Looks into each folder by itself: what is in it, files and folders, are the points, and what is deeper counts as the
 * folder that it is in.
 *
 * @returns the circles with a folder in them, each as the names of its points; circles of files alone are lint's
 */
export function folderCircles(imports: Imports): string[][] {
  const parents = new Set([...imports.keys()].flatMap(foldersAbove));
  return [...parents].flatMap((parent) =>
    circlesOf(linksIn(parent, imports)).filter((circle) => circle.some((point) => point.endsWith('/'))),
  );
}

function foldersAbove(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return ['', ...parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`)];
}

function linksIn(parent: string, imports: Imports): Map<string, Set<string>> {
  const point = (file: string) => {
    const [first = '', ...deeper] = file.slice(parent.length).split('/');
    return parent + first + (deeper.length > 0 ? '/' : '');
  };
  const links = new Map<string, Set<string>>();
  for (const [file, targets] of imports) {
    if (!file.startsWith(parent)) continue;
    const from = point(file);
    const known = links.get(from) ?? new Set();
    for (const target of targets)
      if (target.startsWith(parent) && point(target) !== from) known.add(point(target));
    links.set(from, known);
  }
  return links;
}

/** Two points are in one circle when each reaches the other. */
function circlesOf(links: Map<string, Set<string>>): string[][] {
  const reached = new Map([...links.keys()].map((point) => [point, reach(point, links)]));
  const circles = new Map<string, string[]>();
  for (const point of links.keys()) {
    const circle = [...(reached.get(point) ?? [])]
      .filter((other) => reached.get(other)?.has(point))
      .toSorted();
    if (circle.length > 1) circles.set(circle.join(), circle);
  }
  return [...circles.values()];
}

function reach(start: string, links: Map<string, Set<string>>): Set<string> {
  const seen = new Set<string>();
  const open = [start];
  for (let point = open.pop(); point !== undefined; point = open.pop()) {
    for (const next of links.get(point) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return seen;
}
