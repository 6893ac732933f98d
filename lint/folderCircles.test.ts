import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderCircles, readImports } from './folderCircles.ts';

const REPOSITORY = path.join(import.meta.dirname, '..');

describe('folderCircles', () => {
  it.each(['functions/src', 'web/src', 'emulators', 'tests', 'tools'])('finds none in %s', (folder) => {
    const imports = readImports(path.join(REPOSITORY, folder));
    expect(imports.size).toBeGreaterThan(5);
    expect(folderCircles(imports)).toEqual([]);
  });

  it('finds the folders that depend on each other, over whatever files', () => {
    const imports = new Map([
      ['a/one.ts', ['b/two.ts']],
      ['b/two.ts', ['b/deep/three.ts']],
      ['b/deep/three.ts', ['c/four.ts']],
      ['c/four.ts', ['a/other.ts']],
      ['d/five.ts', ['a/one.ts']],
    ]);
    expect(folderCircles(imports)).toEqual([['a/', 'b/', 'c/']]);
  });

  it('finds them inside of a folder too, and a file beside a folder', () => {
    const imports = new Map([
      ['a/b/one.ts', ['a/two.ts']],
      ['a/two.ts', ['a/b/three.ts']],
    ]);
    expect(folderCircles(imports)).toEqual([['a/b/', 'a/two.ts']]);
  });

  it('leaves circles of files alone to lint, and takes a way without return for none', () => {
    const imports = new Map([
      ['a/one.ts', ['a/two.ts', 'b/three.ts']],
      ['a/two.ts', ['a/one.ts']],
      ['b/three.ts', ['c/four.ts']],
    ]);
    expect(folderCircles(imports)).toEqual([]);
  });
});
