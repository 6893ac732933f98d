import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isListening } from '../plan/freePorts.ts';
import { startProgram, type Program } from './program.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'program-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Listens for ever, and prints where. */
const LISTEN = `
  const server = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(server.address().port));
`;
/** A program with a worker, which outlives it when nobody ends it. */
const WITH_WORKER = `
  import { spawn } from 'node:child_process';
  spawn(process.execPath, ['-e', ${JSON.stringify(LISTEN)}], { stdio: 'inherit' });
`;

async function start(script: string, onLine?: (line: string) => void): Promise<Program> {
  const file = path.join(folder, 'script.mjs');
  await writeFile(file, script);
  return startProgram({
    name: 'The thing',
    script: file,
    args: ['one'],
    cwd: folder,
    env: process.env,
    logFile: path.join(folder, 'log'),
    ...(onLine && { onLine }),
  });
}

describe('startProgram', () => {
  it('passes on each line of both outputs, and keeps them in the log', async () => {
    const lines: string[] = [];
    const program = await start('console.log(process.argv[2]); console.error("two")', (line) =>
      lines.push(line),
    );

    await program.ended;

    expect(lines.sort()).toEqual(['one', 'two']);
    expect((await readFile(program.logFile, 'utf8')).split('\n').sort()).toEqual(['', 'one', 'two']);
  });

  it('says how it ended', async () => {
    expect(await (await start('')).ended).toEqual({ ok: true, words: 'The thing ended (code 0)' });
    expect(await (await start('process.exit(3)')).ended).toEqual({
      ok: false,
      words: 'The thing ended (code 3)',
    });
    expect(await (await start('process.kill(process.pid, "SIGKILL")')).ended).toEqual({
      ok: false,
      words: 'The thing ended (SIGKILL)',
    });
  });

  it('leaves no worker behind when it is stopped', async () => {
    const port = Promise.withResolvers<number>();
    const program = await start(WITH_WORKER, (line) => port.resolve(Number(line)));
    expect(await isListening('127.0.0.1', await port.promise)).toBe(true);

    await program.stop();
    await program.stop();

    expect(await isListening('127.0.0.1', await port.promise)).toBe(false);
  });

  it('leaves no worker behind when it dies', async () => {
    const port = Promise.withResolvers<number>();
    const file = path.join(folder, 'die');
    const dieWhenTold = `(await import('node:fs')).watch('.', (_, name) => name === 'die' && process.exit(1));`;
    const program = await start(`${dieWhenTold} ${WITH_WORKER}`, (line) => port.resolve(Number(line)));
    expect(await isListening('127.0.0.1', await port.promise)).toBe(true);
    await writeFile(file, '');

    expect((await program.ended).ok).toBe(false);

    expect(await isListening('127.0.0.1', await port.promise)).toBe(false);
  });

  it('ends with whoever started it, even when that one is killed', async () => {
    const child = path.join(folder, 'child.mjs');
    const parent = path.join(folder, 'parent.mjs');
    await writeFile(child, WITH_WORKER);
    await writeFile(
      parent,
      `import { startProgram } from ${JSON.stringify(path.join(import.meta.dirname, 'program.ts'))};
       startProgram({ name: 'x', script: ${JSON.stringify(child)}, args: [], cwd: '.', env: process.env,
         logFile: ${JSON.stringify(path.join(folder, 'log'))}, onLine: (line) => console.log(line) });`,
    );
    const started = spawn(process.execPath, [parent], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(createInterface({ input: started.stdout }), 'line')) as [string];
    expect(await isListening('127.0.0.1', Number(line))).toBe(true);

    started.kill('SIGKILL');
    await once(started, 'exit');

    await vi.waitFor(async () => expect(await isListening('127.0.0.1', Number(line))).toBe(false));
  });
});
