/** A Node program as a child in a process group of its own: its lines, its log, its end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';

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

export interface ProgramEnd {
  /** It ended by itself, with code 0. */
  ok: boolean;
  /** Such as `Firebase emulators ended (code 1)`. */
  words: string;
}

export interface Program {
  logFile: string;
  /** Settles when the program has ended and its log is written. Never rejects. */
  ended: Promise<ProgramEnd>;
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
  // Its workers do not outlive it (nor hold its output open), however it ended.
  child.once('exit', () => killGroup(child.pid));
  const log = createWriteStream(options.logFile);
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`);
      options.onLine?.(line);
    });
  }
  const ended = once(child, 'close')
    .then(
      () => ({
        ok: child.exitCode === 0,
        words: `${options.name} ended (${child.signalCode ?? `code ${String(child.exitCode)}`})`,
      }),
      (error: unknown) => ({ ok: false, words: `${options.name} did not start: ${String(error)}` }),
    )
    .then(async (result) => {
      await finished(log.end());
      return result;
    });
  return {
    logFile: options.logFile,
    ended,
    async stop() {
      if (child.pid === undefined) return;
      child.kill('SIGINT');
      const tooLong = setTimeout(() => killGroup(child.pid), GRACE_MS);
      await ended;
      clearTimeout(tooLong);
    },
  };
}

function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // ESRCH: the group is gone, which is what was asked for.
  }
}
