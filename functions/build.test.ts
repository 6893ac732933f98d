import { isBuiltin } from 'node:module';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import deployed from '../firebase.json' with { type: 'json' };
import { bundleOptions } from './build.ts';
import manifest from './package.json' with { type: 'json' };

/** Packages that the bundle imports, by their names: `firebase-admin` for `firebase-admin/auth`. */
let imported: string[];

beforeAll(async () => {
  const { metafile } = await build({ ...bundleOptions(import.meta.dirname), write: false });
  const paths = Object.values(metafile.outputs)
    .flatMap(({ imports }) => imports)
    .filter(({ external, path }) => external && !isBuiltin(path))
    .map(({ path }) => path.split('/', path.startsWith('@') ? 2 : 1).join('/'));
  imported = [...new Set(paths)].sort();
});

describe('what firebase deploy packs, which is this folder alone', () => {
  it('declares every package that it imports, and none that it does not', () => {
    expect(imported).toEqual(Object.keys(manifest.dependencies).sort());
  });

  it('pins each to one version, and names no workspace, which would be looked up among strangers’ packages', () => {
    for (const version of Object.values(manifest.dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('says the same Node as firebase.json', () => {
    expect(deployed.functions.map(({ runtime }) => runtime)).toEqual([`nodejs${manifest.engines.node}`]);
  });
});
