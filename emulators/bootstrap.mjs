// What `npm start` and `npm test` run first, on whatever Node the machine has: it installs what is missing, and hands
// over to the project's own Node. Nothing here may need a package, or a newer Node than 20.19.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isInstalled } from './bootstrap/isInstalled.mjs';

/** Older ones cannot install all packages: npm leaves out, without a word, what the Node that it runs on is too old for. */
const NODE_NEEDED = [20, 19];
const PROGRAMS = {
  start: 'emulators/launcher/start.ts',
  test: 'emulators/test/run.ts',
  preview: 'emulators/launcher/preview.ts',
  'grant-hrx': 'tools/staff/grantHrx.ts',
  'revoke-hrx': 'tools/staff/revokeHrx.ts',
};

const repository = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const nodeModules = path.join(repository, 'node_modules');
const projectNode = path.join(nodeModules, '.bin/node');

function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function installWhatIsMissing() {
  const lock = readIfThere(path.join(repository, 'package-lock.json'));
  const installed = readIfThere(path.join(nodeModules, '.package-lock.json'));
  if (isInstalled(lock, installed) && existsSync(projectNode)) return;
  console.log('Installing packages with npm ci. This takes about a minute, only the first time…');
  // npm tells its scripts where it is; called by hand, it is looked up.
  const npm = process.env.npm_execpath;
  const { status } = spawnSync(
    npm ? process.execPath : 'npm',
    [...(npm ? [npm] : []), 'ci', '--no-progress', '--loglevel=error'],
    {
      cwd: repository,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0) giveUp('npm ci failed. See the reason above, check your network and try again.');
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor < NODE_NEEDED[1])) {
  giveUp(
    `HRX Invites needs Node ${NODE_NEEDED.join('.')} or newer. This is Node ${process.versions.node}. ` +
      'Install a newer version from https://nodejs.org and try again.',
  );
}
const [name, ...args] = process.argv.slice(2);
const program = PROGRAMS[name];
if (!program) giveUp(`Unknown command. Use one of: ${Object.keys(PROGRAMS).join(', ')}.`);

installWhatIsMissing();
const child = spawn(projectNode, [path.join(repository, program), ...args], {
  cwd: repository,
  // The project's Node comes first for everything that is started from here on.
  env: { ...process.env, PATH: `${path.dirname(projectNode)}${path.delimiter}${process.env.PATH}` },
  // Over the channel the program notices when this one is gone.
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
// npm's shell dies of a SIGTERM without a word: who has no parent any more was meant too.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500);
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
child.on('error', (error) =>
  giveUp(`The project's Node did not start (${error.message}). Delete node_modules and try again.`),
);
