/** What `npm start -- --keep` finds again the next time: Firestore's documents, Auth's accounts, the bucket's files. */
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';

export interface KeptState {
  /** Whether a suite has kept its data here before. */
  isThere: boolean;
  /** Firestore's documents, as one JSON. */
  documents: string;
  /** What Firebase's CLI exports: the accounts. */
  accounts: string;
  /** The bucket's files. */
  files: string;
  /** Saves the documents by `save`, whole or not at all. */
  saveDocuments(save: (file: string) => Promise<void>): Promise<void>;
}

/** @returns the state that is kept in this folder, which is made where it is missing */
export async function openKeptState(folder: string): Promise<KeptState> {
  await mkdir(folder, { recursive: true });
  const documents = path.join(folder, 'firestore.json');
  const accounts = path.join(folder, 'firebase');
  return {
    isThere: existsSync(documents) && existsSync(path.join(accounts, 'firebase-export-metadata.json')),
    documents,
    accounts,
    files: path.join(folder, 'storage'),
    async saveDocuments(save) {
      const draft = `${documents}.draft`;
      await save(draft);
      await rename(draft, documents);
    },
  };
}
