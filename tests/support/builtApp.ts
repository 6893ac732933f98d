/** The web app as the suite's Hosting emulator serves it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { builtAppFolder } from '../../emulators/hosting/startHosting.ts';
import { planSuite } from '../../emulators/plan/suitePlan.ts';
import { loadedChunks, type Manifest } from './loadedChunks.ts';

const folder = builtAppFolder(planSuite(true, process.env));

/** The modules that a page loads: its document, and what web/src/app/router.tsx imports for it, its layouts included. */
const PAGE_MODULES = {
  // Its entry imports the page as soon as it runs (see below).
  invite: ['invite.html'],
  invitations: [
    'index.html',
    'src/app/AppLayout.tsx',
    'src/app/TenantLayout.tsx',
    'src/features/invites/list/InvitationsPage.tsx',
  ],
} as const;

export type MeasuredPage = keyof typeof PAGE_MODULES;

export async function readManifest(): Promise<Manifest> {
  return JSON.parse(await readBuilt('.vite/manifest.json')) as Manifest;
}

/** @returns the scripts that a page loads at once, such as `assets/index-1a2b.js`. */
export async function scriptsOf(page: MeasuredPage): Promise<string[]> {
  const manifest = await readManifest();
  const atOnce = page === 'invite' ? (manifest['invite.html']?.dynamicImports ?? []) : [];
  return loadedChunks(manifest, [...PAGE_MODULES[page], ...atOnce]);
}

/** @param file in the folder of the build */
export function readBuilt(file: string): Promise<string> {
  return readFile(path.join(folder, file), 'utf8');
}

/** @returns how large the file is as gzip (level 9, which Hosting's is never below). */
export async function gzippedBytes(file: string): Promise<number> {
  return (await promisify(gzip)(await readBuilt(file), { level: 9 })).length;
}
