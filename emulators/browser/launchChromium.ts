import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import rootPackage from '../../package.json' with { type: 'json' };

/** Where the packaged browser is unpacked; the version in its name keeps an upgrade from starting the old one. */
const FOLDER = resolve(
  import.meta.dirname,
  '../../node_modules/.cache',
  `chromium-${rootPackage.devDependencies['@sparticuz/chromium']}`,
);

/**
 * Starts a browser for tests: the one that `CHROMIUM_PATH` names, else the one that came from npm (Linux on x64). It is
 * given its own two flags: the package's `args` turn web security off, and CORS with it.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (await unpackChromium()),
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
  });
}

/** Unpacks it once; beside its place and then moved there, since several test files may start at the same time. */
async function unpackChromium(): Promise<string> {
  const binary = resolve(FOLDER, 'chromium');
  if (existsSync(binary)) return binary;

  await mkdir(resolve(FOLDER, '..'), { recursive: true });
  const draft = await mkdtemp(`${FOLDER}-`);
  try {
    await unpackInto(draft);
    await rename(draft, FOLDER);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(binary)) throw error;
  }
  return binary;
}

/** The package unpacks into the folder for temporary files. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
