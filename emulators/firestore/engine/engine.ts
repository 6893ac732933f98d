import { createClock } from './clock.ts';
import { Database } from './database.ts';
import type { DatabaseName } from './documentNames.ts';
import { readSavedDatabase, saveDatabase, type SavedState } from './savedState.ts';
import { DEFAULT_TRANSACTION_SETTINGS, type TransactionSettings } from './transactions.ts';

export interface EngineOptions {
  /** The machine's clock, in milliseconds since 1970. */
  now?: () => number;
  /** What is not set is as in production. */
  transactions?: Partial<TransactionSettings>;
}

/** Databases in memory: any project, any database id, each its own and made when first used. */
export interface Engine {
  database(name: DatabaseName): Database;
  /** Removes all documents of one database; its listeners are told. */
  clear(name: DatabaseName): void;
  /** Everything that is stored, of one project or of all, as an object that survives JSON. */
  save(projectId?: string): SavedState;
  /**
   * Replaces all documents of the databases that `state` holds; the others stay.
   * @throws Error when the state was not written by `save`.
   */
  load(state: unknown): void;
}

export function createEngine({ now, transactions = {} }: EngineOptions = {}): Engine {
  const clock = createClock(now);
  const databases = new Map<string, Database>();

  const database = (name: DatabaseName): Database => {
    const key = `${name.projectId}/${name.databaseId}`;
    const existing = databases.get(key);
    if (existing) return existing;
    const created = new Database(name, clock, { ...DEFAULT_TRANSACTION_SETTINGS, ...transactions });
    databases.set(key, created);
    return created;
  };

  return {
    database,
    clear: (name) => database(name).clear(),
    save: (projectId) => ({
      version: 1,
      databases: [...databases.values()]
        .filter(({ name }) => projectId === undefined || name.projectId === projectId)
        .map(saveDatabase),
    }),
    load: (state) => {
      for (const saved of readSavedDatabase(state)) {
        const target = database(saved);
        target.clear();
        target.restore(saved.documents);
      }
    },
  };
}
