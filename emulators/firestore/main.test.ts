import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

function run(...flags: string[]): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [resolve(import.meta.dirname, 'main.ts'), ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('the embedded Firestore on the command line', () => {
  it('runs until Ctrl-C, and says so when its port is taken', { timeout: 20_000 }, async () => {
    const running = run('--port', '0');
    const [line] = (await once(createInterface(running.stdout), 'line')) as [string];
    const port = /:(\d+)\./.exec(line)?.[1] ?? '';
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('Ok\n');

    const second = run('--port', port);
    const [complaint, exit] = await Promise.all([text(second.stderr), once(second, 'exit')]);
    expect(complaint).toBe(`Port ${port} is taken: stop what runs there, or choose another with --port.\n`);
    expect(exit).toEqual([1, null]);

    running.kill('SIGINT');
    expect(await once(running, 'exit')).toEqual([0, null]);
  });

  it('names the file and the line of rules that cannot be used', { timeout: 20_000 }, async () => {
    const running = run('--port', '0', '--rules', resolve(import.meta.dirname, 'main.ts'));
    const [complaint, exit] = await Promise.all([text(running.stderr), once(running, 'exit')]);

    expect(complaint).toMatch(/^The rules in .*main\.ts cannot be used\. .*:\d+:\d+: /);
    expect(exit).toEqual([1, null]);
  });
});
