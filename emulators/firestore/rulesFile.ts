import { readFileSync, watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { denyEveryone } from './projectRules.ts';
import { loadRules } from './rules/loadRules.ts';
import type { Rules } from './types.ts';

/** Editors write a file in several steps; what comes within this time is one change. */
const SETTLE_MS = 50;

export interface RulesFile {
  /** Loads the file again now. */
  reload(): void;
  /** Stops watching. */
  close(): void;
}

/**
 * Loads a rules file, and again whenever it changes on disk. A file that cannot be used later on takes the old rules
 * with it: every client is denied until it is mended, so that no test passes under rules that are no more.
 *
 * @param path of the file
 * @param apply takes the rules, now and after every change
 * @throws Error with file, line and reason where the file cannot be used now
 */
export function followRulesFile(path: string, apply: (rules: Rules) => void): RulesFile {
  const file = resolve(path);
  let source: string | null = null;
  const load = (): void => {
    source = readOrNull(file);
    if (source === null) throw new Error('The file cannot be read.');
    apply(loadRules(source));
  };

  try {
    load();
  } catch (error) {
    throw new Error(`The rules in ${path} cannot be used. ${reasonOf(error)}`, { cause: error });
  }

  const reload = (): void => {
    try {
      load();
      console.log(`Firestore: the rules in ${path} changed and are in force.`);
    } catch (error) {
      apply(denyEveryone(`the rules in ${path} cannot be used`));
      console.error(`Firestore: every client is denied until ${path} is mended. ${reasonOf(error)}`);
    }
  };

  const stopWatching = watchFile(file, () => {
    if (readOrNull(file) !== source) reload();
  });
  return { reload, close: stopWatching };
}

/** Watches the folder, not the file: editors put a new file in the old one's place, and that one nobody watches. */
function watchFile(file: string, onChange: () => void): () => void {
  let settling: NodeJS.Timeout | undefined;
  const watcher = watch(dirname(file), { persistent: false }, (_event, name) => {
    if (name !== null && name !== basename(file)) return;
    clearTimeout(settling);
    settling = setTimeout(onChange, SETTLE_MS);
  });

  return () => {
    clearTimeout(settling);
    watcher.close();
  };
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
