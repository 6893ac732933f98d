import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import packaged from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import ownPackage from './package.json' with { type: 'json' };

/** Where the packaged browser is unpacked; the versions in its name keep an upgrade from starting the old one. */
const FOLDER = resolve(
  import.meta.dirname,
  '../../node_modules/.cache',
  `chromium-${ownPackage.dependencies['@sparticuz/chromium']}-complete`,
);

/** The machine's fonts, where it has any, and those of the package, without which no text is drawn. */
const FONTS = `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${FOLDER}/fonts</dir>
  <cachedir>${FOLDER}/fonts-cache</cachedir>
</fontconfig>
`;

/**
 * Starts a browser for tests: the one that `CHROMIUM_PATH` names, else the one that came from npm (Linux on x64). It is
 * given its own two flags: the package's `args` turn web security off, and CORS with it.
 */
export async function launchChromium(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-dev-shm-usage'];
  const installed = process.env['CHROMIUM_PATH'];
  if (installed) return chromium.launch({ executablePath: installed, args });
  const executablePath = await unpackChromium();
  return chromium.launch({ executablePath, args, env: { ...process.env, ...packagedVariables() } });
}

/** A machine without a browser often lacks its libraries (nss, nspr, expat) and fonts: the package has them too. */
function packagedVariables(): Record<string, string> {
  const own = process.env['LD_LIBRARY_PATH'];
  const packagedLibraries = resolve(FOLDER, 'al2023/lib');
  return {
    LD_LIBRARY_PATH: own ? `${own}:${packagedLibraries}` : packagedLibraries,
    FONTCONFIG_FILE: resolve(FOLDER, 'fonts.conf'),
  };
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

/** The package unpacks into the folder for temporary files, and its libraries only where it believes to be on AWS. */
async function unpackInto(folder: string): Promise<void> {
  const { TMPDIR, AWS_EXECUTION_ENV } = process.env;
  setVariables({ TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' });
  try {
    await packaged.executablePath();
  } finally {
    setVariables({ TMPDIR, AWS_EXECUTION_ENV });
  }
  await writeFile(resolve(folder, 'fonts.conf'), FONTS);
}

function setVariables(variables: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
}
