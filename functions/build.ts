/**
 * Bundles the functions for Cloud Functions and for the emulator alike. Run by itself (`npm run build`, and by
 * `firebase deploy` before it packs this folder) it checks the types first.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import manifest from './package.json' with { type: 'json' };

/**
 * What package.json names as a dependency stays outside the bundle: Cloud Build installs it, and a second copy of
 * firebase-functions would break its parameters. zod goes in: of its many files we need few, and each is a part of
 * every cold start.
 *
 * @param folder where `lib/index.js` goes
 */
export function bundleOptions(folder: string) {
  return {
    absWorkingDir: import.meta.dirname,
    entryPoints: ['src/index.ts'],
    outdir: path.join(folder, 'lib'),
    bundle: true,
    // What is imported when it is needed (React, for mails) gets a file of its own, so that no other function loads it.
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: Object.keys(manifest.dependencies),
    jsx: 'automatic',
    sourcemap: true,
    logLevel: 'silent',
    metafile: true,
  } as const satisfies BuildOptions;
}

if (import.meta.main) {
  execFileSync('tsc', ['-b', import.meta.dirname], { stdio: 'inherit' });
  await build({ ...bundleOptions(import.meta.dirname), logLevel: 'warning' });
}
