/** Transactions over a map, for unit tests: one at a time, all or nothing, as use cases and stores see Firestore. */
import type { DocumentKey } from '../contract/documentKeys.ts';
import type { Written } from '../contract/documents.ts';
import type { See } from '../platform/optimisticRead.ts';
import type { Reads, Transact, Tx } from '../platform/transaction.ts';

export interface MemoryTransactions {
  transact: Transact;
  reads: Reads;
  see: See;
  put<Document>(key: DocumentKey<Document>, document: Written<Document>): void;
  /** @returns what is stored; undefined where there is nothing. */
  peek<Document>(key: DocumentKey<Document>): Document | undefined;
}

/** @param pause awaited before every read and commit, so that others come in between. */
export function memoryTransactions(pause: () => Promise<void> = async () => {}): MemoryTransactions {
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

  const run = async <Result>(body: (tx: Tx) => Promise<Result>): Promise<Result> => {
    const writes: (() => void)[] = [];
    const result = await body({
      readAll,
      create: (key, document) => void writes.push(() => documents.set(key.path, stored(document))),
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
    await pause();
    commit(writes);
    return result;
  };

  const transact: Transact = (body) => {
    const mine = last.then(() => run(body));
    last = mine.catch(() => undefined);
    return mine;
  };

  const see: See = async <Document>(key: DocumentKey<Document>) => {
    await pause();
    const document = documents.get(key.path);
    if (document === undefined) return undefined;
    return {
      document: document as Document,
      update: (write) =>
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

  return {
    transact,
    reads: { readAll },
    see,
    put: (key, document) => void documents.set(key.path, stored(document)),
    peek: <Document>(key: DocumentKey<Document>) => documents.get(key.path) as Document | undefined,
  };
}

/** As Firestore gives it back: a copy, with timestamps where dates were. */
function stored(value: unknown): unknown {
  if (value instanceof Date) return { toMillis: () => value.getTime() };
  if (Array.isArray(value)) return value.map(stored);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, stored(field)]));
}
