/** Transactions over a map, for unit tests: one at a time, all or nothing, as use cases and stores see Firestore. */
import type { DocumentKey } from '../contract/documentKeys.ts';
import type { Written } from '../contract/documents.ts';
import type { VersionedRead } from '../platform/versionedRead.ts';
import type { Reads, Transact, Tx } from '../platform/transaction.ts';

export interface MemoryTransactions {
  transact: Transact;
  reads: Reads;
  versionedRead: VersionedRead;
  put<Document>(key: DocumentKey<Document>, document: Written<Document>): void;
  /** @returns what is stored; undefined where there is nothing. */
  peek<Document>(key: DocumentKey<Document>): Document | undefined;
  /** @returns every stored document by its path. */
  dump(): Record<string, unknown>;
}

/**
 * @param pause awaited before every read and commit, so that others come in between.
 * @param options.runsTwice runs every body twice, as Firestore does with one that lost a race, and commits the second run.
 */
export function memoryTransactions(
  pause: () => Promise<void> = async () => {},
  { runsTwice = false }: { runsTwice?: boolean } = {},
): MemoryTransactions {
  const documents = new Map<string, unknown>();
  let last: Promise<unknown> = Promise.resolve();

  const readAll: Reads['readAll'] = async (keys) => {
    await pause();
    const entries = Object.entries(keys).map(([name, key]) => [name, key && documents.get(key.path)]);
    return Object.fromEntries(entries) as Awaited<ReturnType<typeof readAll<typeof keys>>>;
  };

  /** All or nothing. */
  const commit = (writes: (() => void)[]) => {
    const before = [...documents];
    try {
      for (const write of writes) write();
    } catch (thrown) {
      documents.clear();
      for (const [path, document] of before) documents.set(path, document);
      throw thrown;
    }
  };

  const txOf = (writes: (() => void)[]): Tx => ({
    readAll,
    create: (key, document) =>
      void writes.push(() => {
        if (documents.has(key.path)) throw new Error(`There is a ${key.path} already.`);
        documents.set(key.path, stored(document));
      }),
    set: (key, document) => void writes.push(() => documents.set(key.path, stored(document))),
    update: (key, fields) =>
      void writes.push(() => {
        const before = documents.get(key.path);
        if (before === undefined) throw new Error(`There is no ${key.path}.`);
        documents.set(key.path, { ...before, ...(stored(fields) as object) });
      }),
    delete: (key) => void writes.push(() => documents.delete(key.path)),
    get firestore(): Tx['firestore'] {
      throw new Error('A unit test makes no queries.');
    },
  });

  const run = async <Result>(body: (tx: Tx) => Promise<Result>): Promise<Result> => {
    if (runsTwice) await body(txOf([]));
    const writes: (() => void)[] = [];
    const result = await body(txOf(writes));
    await pause();
    commit(writes);
    return result;
  };

  const transact: Transact = (body) => {
    const mine = last.then(() => run(body));
    last = mine.catch(() => undefined);
    return mine;
  };

  return {
    transact,
    reads: { readAll },
    versionedRead: versionedReadOf(documents, transact, pause),
    put: (key, document) => void documents.set(key.path, stored(document)),
    peek: <Document>(key: DocumentKey<Document>) => documents.get(key.path) as Document | undefined,
    dump: () => Object.fromEntries(documents),
  };
}

function versionedReadOf(
  documents: ReadonlyMap<string, unknown>,
  transact: Transact,
  pause: () => Promise<void>,
): VersionedRead {
  return async <Document>(key: DocumentKey<Document>) => {
    await pause();
    const document = documents.get(key.path);
    if (document === undefined) return undefined;
    return {
      document: document as Document,
      updateIfUnchanged: (write) =>
        transact((tx) => {
          // Every change puts another object in its place.
          if (documents.get(key.path) !== document) throw new Error(`${key.path} has changed.`);
          write((other, fields) => tx.update(other, fields));
          return Promise.resolve();
        }).then(
          () => true,
          () => false,
        ),
    };
  };
}

/** As Firestore gives it back: a copy, with timestamps where dates were. */
function stored(value: unknown): unknown {
  if (value instanceof Date) return { toMillis: () => value.getTime() };
  if (Array.isArray(value)) return value.map(stored);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, stored(field)]));
}
