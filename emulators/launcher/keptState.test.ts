import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openKeptState } from './keptState.ts';

let folder: string;

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'kept-')), 'new');
});

afterEach(() => rm(path.dirname(folder), { recursive: true }));

it('is there once documents and accounts were both kept', async () => {
  const first = await openKeptState(folder);
  expect(first.isThere).toBe(false);
  await first.saveDocuments((file) => writeFile(file, '{"version":1}'));
  expect((await openKeptState(folder)).isThere).toBe(false);

  await mkdir(first.accounts);
  await writeFile(path.join(first.accounts, 'firebase-export-metadata.json'), '{}');
  const second = await openKeptState(folder);
  expect(second.isThere).toBe(true);
  expect(await readFile(second.documents, 'utf8')).toBe('{"version":1}');
});

it('keeps the old documents when the new ones cannot be saved', async () => {
  const state = await openKeptState(folder);
  await state.saveDocuments((file) => writeFile(file, 'old'));

  await expect(state.saveDocuments(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(await readFile(state.documents, 'utf8')).toBe('old');
});
