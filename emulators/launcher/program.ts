/** A Node program as a child in a process group of its own: its lines, its log, its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface ProgramOptions {
  /** As the developer reads it: `Firebase emulators`. */
  name: string;
  script: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
  onLine?(line: string): void;
}

export interface Program {
  name: string;
  logFile: string;
  /** Settles when the program has ended, with the words for it. Never rejects. */
  ended: Promise<string>;
  /** Asks it to end, and ends what is left of its process group. Safe to call twice. */
  stop(): Promise<void>;
}

/** A program that takes longer to say goodbye is ended. */
const GRACE_MS = 6000;
const LEASH = path.join(import.meta.dirname, 'leash.mjs');

/** Starts the script with this Node. What it prints goes to `logFile`, and line by line to `onLine`. */
export function startProgram(options: ProgramOptions): Program {
  const child = spawn(process.execPath, ['--import', LEASH, options.script, ...options.args], {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = createWriteStream(options.logFile);
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      options.onLine?.(line);
    });
  }
  const ended = once(child, 'exit').then(
    ([code, signal]) => `${options.name} ended (${signal ? String(signal) : `code ${String(code)}`})`,
    (error: unknown) => `${options.name} did not start: ${String(error)}`,
  );
  return {
    name: options.name,
    logFile: options.logFile,
    ended,
    async stop() {
      if (child.pid === undefined) return;
      child.kill('SIGINT');
      const tooLong = setTimeout(() => killGroup(child.pid), GRACE_MS);
      await ended;
      clearTimeout(tooLong);
      killGroup(child.pid);
    },
  };
}

/** The group outlives its leader when a worker hangs: nothing of it may stay behind. */
function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: the group is gone, which is what was asked for.
  }
}
