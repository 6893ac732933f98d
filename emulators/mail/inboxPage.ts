import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** The files of the inbox page by their address. */
export type InboxPage = ReadonlyMap<string, { type: string; body: string }>;

const FOLDER = path.join(import.meta.dirname, 'page');

/** Reads the page, and turns its script into JavaScript. */
export async function readInboxPage(): Promise<InboxPage> {
  const script = await build({
    entryPoints: [path.join(FOLDER, 'inbox.ts')],
    bundle: true,
    format: 'esm',
    write: false,
  });
  return new Map([
    [
      '/',
      { type: 'text/html; charset=utf-8', body: await readFile(path.join(FOLDER, 'inbox.html'), 'utf8') },
    ],
    ['/inbox.css', { type: 'text/css', body: await readFile(path.join(FOLDER, 'inbox.css'), 'utf8') }],
    ['/inbox.js', { type: 'text/javascript', body: script.outputFiles[0]?.text ?? '' }],
  ]);
}
