// How long a cold start loads the functions, over the libraries that they cannot do without. A fresh process each time.
import { execFile } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { test } from 'vitest';
import { planSuite, REPOSITORY } from '../../emulators/plan/suitePlan.ts';
import { bundleOptions } from '../../functions/build.ts';
import { median, millis, print, ratio } from '../support/numbers.ts';

const ROUNDS = 15;

/** The parts of the three libraries that the deploy list imports. */
const LIBRARIES = [
  'firebase-admin/app',
  'firebase-admin/auth',
  'firebase-admin/firestore',
  'firebase-functions/https',
  'firebase-functions/params',
  'firebase-functions/tasks',
];

/** What is loaded, by what it is called below. */
const LOADED = {
  functions: ['./lib/index.js'],
  'libraries, the parts that are used': LIBRARIES,
  'libraries, firebase-functions whole': [
    'firebase-admin/auth',
    'firebase-admin/firestore',
    'firebase-functions',
  ],
};

interface Loaded {
  milliseconds: number;
  /** Of the processor: another program does not make it longer. */
  cpuMilliseconds: number;
  megabytes: number;
}

test('loading the functions, over firebase-admin’s auth and firestore and firebase-functions', async () => {
  const folder = path.join(planSuite(true, process.env).folder, 'bench');
  await mkdir(folder, { recursive: true });
  await build(bundleOptions(folder));
  // As deployed: packages beside the bundle.
  await symlink(path.join(REPOSITORY, 'node_modules'), path.join(folder, 'node_modules'));

  const taken = Object.entries(LOADED).map(([name, modules]) => ({ name, modules, runs: [] as Loaded[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { modules, runs } of taken) runs.push(await load(folder, modules));
  }
  const [functions, ...floors] = taken.map(({ name, runs }) => ({ name, ...medians(runs) }));
  for (const each of [functions, ...floors]) {
    if (!each || !functions) continue;
    const over = ratio(functions.milliseconds, each.milliseconds);
    const cpuOver = ratio(functions.cpuMilliseconds, each.cpuMilliseconds);
    const cpu = `${millis(each.cpuMilliseconds)} of the processor`;
    const words = [millis(each.milliseconds), cpu, `${each.megabytes.toFixed(0)} MB at most`];
    if (each !== functions) words.push(`functions over it ${over}, of the processor ${cpuOver}`);
    print(`loading ${each.name}, median of ${ROUNDS}`, ...words);
  }
});

function medians(runs: Loaded[]): Loaded {
  return {
    milliseconds: median(runs.map(({ milliseconds }) => milliseconds)),
    cpuMilliseconds: median(runs.map(({ cpuMilliseconds }) => cpuMilliseconds)),
    megabytes: median(runs.map(({ megabytes }) => megabytes)),
  };
}

/** Loads these modules in a process of their own, in this folder. */
async function load(folder: string, modules: string[]): Promise<Loaded> {
  const imports = modules.map((module) => `await import(${JSON.stringify(module)});`).join('');
  const script = `const start = performance.now(); ${imports}
    const milliseconds = performance.now() - start;
    const { user, system } = process.cpuUsage();
    console.log(JSON.stringify({
      milliseconds,
      cpuMilliseconds: (user + system) / 1000,
      megabytes: process.resourceUsage().maxRSS / 1024,
    })); process.exit();`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
  });
  return JSON.parse(stdout) as Loaded;
}
