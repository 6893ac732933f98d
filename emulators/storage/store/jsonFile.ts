/** Small JSON files that are there whole or not at all. Synchronous, so that a check and its write are one step. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Writes beside the file and renames: who reads, or starts again after a crash, finds the old text or the new. */
export function writeJsonFile(file: string, value: unknown): void {
  const draft = `${file}.draft`;
  writeFileSync(draft, JSON.stringify(value, null, 2), { flush: true });
  renameSync(draft, file);
}

/** @returns what `writeJsonFile` wrote there; the caller knows its type */
export function readJsonFile(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
