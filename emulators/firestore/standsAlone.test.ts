import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { expect, test } from 'vitest';
import manifest from './package.json' with { type: 'json' };

const ROOT = import.meta.dirname;
const IMPORT = /(?:^import |\bfrom |\bimport\()'([^'\s]+)'/gm;

/** Every import of every file: where it stands, and what it names. */
function importsOf(folder: string): { file: string; specifier: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : importsOf(file);
    if (!entry.name.endsWith('.ts')) return [];
    const found = readFileSync(file, 'utf8').matchAll(IMPORT);
    return [...found].map(([, specifier = '']) => ({ file, specifier }));
  });
}

const isTest = (file: string): boolean => /\.test\.ts$|[/\\](testing|browser)[/\\]/.test(file);
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const imports = importsOf(ROOT);

test('nothing in this folder reaches out of it', () => {
  const reachingOut = imports.filter(
    ({ file, specifier }) =>
      specifier.startsWith('.') && path.relative(ROOT, path.resolve(file, '..', specifier)).startsWith('..'),
  );

  expect(imports.length).toBeGreaterThan(300);
  expect(reachingOut).toEqual([]);
});

test('what it imports stands in its package.json: what it runs on as a dependency', () => {
  const isKnown = (specifier: string): boolean =>
    specifier.startsWith('.') ||
    specifier.startsWith('node:') ||
    specifier === manifest.name ||
    builtinModules.includes(specifier);
  const foreign = imports.filter(({ specifier }) => !isKnown(specifier));
  const missing = foreign.filter(({ file, specifier }) => {
    const declared = { ...manifest.dependencies, ...(isTest(file) && manifest.devDependencies) };
    return !(packageOf(specifier) in declared);
  });

  expect(foreign.length).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});
