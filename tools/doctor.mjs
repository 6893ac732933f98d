// `npm run doctor`: looks at this machine without changing it or asking the network. With `--project`: what a Firebase
// project needs. It runs on whatever Node there is, and goes on with the project's own where that is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { checkBareMachine } from './doctor/bareMachine.mjs';
import { sayFinding } from './doctor/finding.mjs';

const tools = path.dirname(fileURLToPath(import.meta.url));
const repository = path.dirname(tools);
const nodeModules = path.join(repository, 'node_modules');

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function npmVersion() {
  // npm tells its scripts where it is; called by hand, it is looked up.
  const npm = process.env.npm_execpath;
  const { stdout } = spawnSync(npm ? process.execPath : 'npm', [...(npm ? [npm] : []), '--version'], {
    encoding: 'utf8',
  });
  return stdout?.trim() ?? '';
}

const findings = checkBareMachine({
  nodeVersion: process.versions.node,
  npmVersion: npmVersion(),
  lockText: readIfThere(path.join(repository, 'package-lock.json')),
  installedText: readIfThere(path.join(nodeModules, '.package-lock.json')),
});
console.log('Node and packages');
for (const finding of findings) console.log(sayFinding(finding));

if (findings.some(({ state }) => state === 'wrong')) {
  console.log('\nFix this first. Then run the doctor again for the other checks.');
  process.exit(1);
}
const { status } = spawnSync(
  path.join(nodeModules, '.bin/node'),
  [path.join(tools, 'doctor/examine.ts'), ...process.argv.slice(2)],
  { cwd: repository, stdio: 'inherit' },
);
process.exit(status ?? 1);
