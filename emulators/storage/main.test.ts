import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

function run(...flags: string[]) {
  return spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts'), ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

it('runs until Ctrl-C, and firebase-admin signs by two variables alone', { timeout: 30_000 }, async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'storage-main-'));
  const running = run('--port', '0', '--folder', folder, '--bucket', 'demo-storage.appspot.com');
  try {
    const lines = createInterface(running.stdout)[Symbol.asyncIterator]();
    const next = async () => ((await lines.next()) as { value: string }).value;
    expect(await next()).toMatch(/^Storage runs on http:\/\/127\.0\.0\.1:\d+\. Stop it with Ctrl-C/);
    const variables = Object.fromEntries(
      [await next(), await next()].map((line) => line.split('=', 2)),
    ) as Record<string, string>;
    const { port } = new URL(variables['STORAGE_EMULATOR_HOST'] ?? '');

    const program = path.join(import.meta.dirname, 'testing/signsByEnvironment.mjs');
    const env = { PATH: process.env['PATH'], ...variables } as NodeJS.ProcessEnv;
    const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
    const { url, form } = JSON.parse(stdout) as {
      url: string;
      form: { url: string; fields: Record<string, string> };
    };
    expect(await (await fetch(url)).text()).toBe('hello');
    const body = new FormData();
    for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
    body.append('file', new Blob(['by form']), 'x');
    expect((await fetch(form.url, { method: 'POST', body })).status).toBe(204);
    expect(await (await fetch(url)).text()).toBe('by form');

    const second = run('--port', port, '--folder', folder);
    const [complaint, exit] = await Promise.all([text(second.stderr), once(second, 'exit')]);
    expect(complaint).toBe(`Port ${port} is taken: stop what runs there, or choose another with --port.\n`);
    expect(exit).toEqual([1, null]);

    running.kill('SIGINT');
    expect(await once(running, 'exit')).toEqual([0, null]);
  } finally {
    running.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  }
});
