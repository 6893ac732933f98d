/** Firestore as use cases and stores see it: typed documents by their keys, read together, written together. */
import type { DocumentData, Firestore, Transaction, UpdateData } from 'firebase-admin/firestore';
import type { DocumentKey } from '../contract/documentKeys.ts';
import type { Written } from '../contract/documents.ts';

/** Contention is resolved by trying again; a person has been waiting long enough after these. */
const ATTEMPTS_MAX = 12;

/** null stands for a document that nobody needs this time. */
export type Keys = Record<string, DocumentKey<unknown> | null>;
export type Read<K extends Keys> = { [Name in keyof K]: DocumentOf<K[Name]> | undefined };
export type DocumentOf<K> = K extends DocumentKey<infer Document> ? Document : never;

export interface Reads {
  /** Reads all of them in one round trip. @returns each by its name, undefined where there is none. */
  readAll<K extends Keys>(keys: K): Promise<Read<K>>;
}

/** One transaction: all reads come before the first write. Its body may run more than once. */
export interface Tx extends Reads {
  /** Fails the transaction where the document is there already. */
  create<Document>(key: DocumentKey<Document>, document: Written<Document>): void;
  set<Document>(key: DocumentKey<Document>, document: Written<Document>): void;
  /** Replaces the named fields. Fails the transaction where there is no document. */
  update<Document>(key: DocumentKey<Document>, fields: Partial<Written<Document>>): void;
  delete(key: DocumentKey<unknown>): void;
  /** For the queries of `*.firestore.ts`. */
  readonly firestore: Transaction;
}

export type Transact = <Result>(body: (tx: Tx) => Promise<Result>) => Promise<Result>;

/** @returns what runs a body in a transaction, again where it met another one. */
export function transactions(db: Firestore): Transact {
  return (body) =>
    db.runTransaction((transaction) => body(txOf(db, transaction)), { maxAttempts: ATTEMPTS_MAX });
}

/** @returns reads outside of any transaction: for what is only looked at. */
export function reads(db: Firestore): Reads {
  return { readAll: (keys) => readAll(keys, db, (refs) => db.getAll(...refs)) };
}

function txOf(db: Firestore, transaction: Transaction): Tx {
  const ref = (key: DocumentKey<unknown>) => db.doc(key.path);
  return {
    readAll: (keys) => readAll(keys, db, (refs) => transaction.getAll(...refs)),
    create: (key, document) => void transaction.create<DocumentData, DocumentData>(ref(key), document),
    set: (key, document) => void transaction.set<DocumentData, DocumentData>(ref(key), document),
    update: (key, fields) => void transaction.update(ref(key), fields as UpdateData<DocumentData>),
    delete: (key) => void transaction.delete(ref(key)),
    firestore: transaction,
  };
}

type References = ReturnType<Firestore['doc']>[];
type Snapshots = Awaited<ReturnType<Firestore['getAll']>>;

async function readAll<K extends Keys>(
  keys: K,
  db: Firestore,
  getAll: (references: References) => Promise<Snapshots>,
): Promise<Read<K>> {
  const wanted = Object.entries(keys).flatMap(([name, key]) =>
    key ? [{ name, ref: db.doc(key.path) }] : [],
  );
  const snapshots = await getAll(wanted.map(({ ref }) => ref));
  // The cast is the one place where what Firestore holds is taken for what the key says that it is.
  return Object.fromEntries(wanted.map(({ name }, index) => [name, snapshots[index]?.data()])) as Read<K>;
}
