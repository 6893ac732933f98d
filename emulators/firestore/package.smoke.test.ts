import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { findPackageJSON } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import manifest from './package.json' with { type: 'json' };

/** The package as others get it: packed, put into an empty folder, and used by a project that knows nothing of this one. */

const start = promisify(execFile);
/** Runs a command with this very Node first in the path. */
const run = (command: string, args: string[], options: { cwd?: string } = {}): ReturnType<typeof start> =>
  start(command, args, {
    ...options,
    env: {
      ...process.env,
      PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
    },
  });
const HERE = import.meta.dirname;
/** What the to-do list needs beside the package. */
const NEEDED = ['firebase', 'firebase-admin', '@firebase/rules-unit-testing', 'typescript', '@types/node'];
let project: string;

beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'todo-'));
  await cp(path.join(HERE, 'smoke/todo'), project, { recursive: true });
  await run('npm', ['pack', '--pack-destination', project, '--loglevel=error'], { cwd: HERE });
  await install();
}, 120_000);

afterAll(() => rm(project, { recursive: true }));

/** What `npm install` does, without a registry: unpacks the package, links its bin, and links what it depends on. */
async function install(): Promise<void> {
  const home = path.join(project, 'node_modules', manifest.name);
  await mkdir(home, { recursive: true });
  const tarball = `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`;
  await run('tar', ['-xzf', path.join(project, tarball), '--strip-components=1', '-C', home]);

  const bin = path.join(project, 'node_modules/.bin');
  await mkdir(bin);
  const command = path.join(home, manifest.bin['firestore-emulator']);
  await run('chmod', ['+x', command]);
  await symlink(command, path.join(bin, 'firestore-emulator'));
  for (const name of [...Object.keys(manifest.dependencies), ...NEEDED]) await link(name);
}

async function link(name: string): Promise<void> {
  const found = findPackageJSON(name, import.meta.url);
  if (found === undefined) throw new Error(`${name} is not installed.`);
  const place = path.join(project, 'node_modules', name);
  await mkdir(path.dirname(place), { recursive: true });
  await symlink(path.dirname(found), place);
}

test('a to-do list with rules runs on the packed package', { timeout: 120_000 }, async () => {
  const { stdout } = await run('node', ['--test', 'todo.test.js'], { cwd: project });

  expect(stdout).toMatch(/pass 4\b/);
});

test('the package holds what it needs to run, its types, and no test', { timeout: 120_000 }, async () => {
  await writeFile(
    path.join(project, 'use.ts'),
    "import { startFirestore, type RunningFirestore } from '@hrx/firestore-emulator';\n" +
      'export const started: Promise<RunningFirestore> = startFirestore({ port: 0 });\n' +
      "// @ts-expect-error the port is a number\nvoid startFirestore({ port: '8080' });\n",
  );
  const flags = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--skipLibCheck',
    '--types',
    'node',
    'use.ts',
  ];
  await run('node', [path.join(project, 'node_modules/typescript/bin/tsc'), ...flags], { cwd: project });

  const home = path.join(project, 'node_modules', manifest.name);
  const { stdout } = await run('find', [home, '-name', '*.test.*']);
  expect(stdout).toBe('');
  expect(await readFile(path.join(home, 'README.md'), 'utf8')).toContain('Use it from another project');
});
