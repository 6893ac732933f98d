// The page of the browser tests: the web SDK, and a live query whose changes the tests read.
import { initializeApp } from 'firebase/app';
import * as firestore from 'firebase/firestore';
import type { Firestore, FirestoreSettings } from 'firebase/firestore';

/** What tests call in the page. */
interface Page {
  firestore: typeof firestore;
  database: Firestore;
  /** What the live query showed: `added one`, `modified one`, `removed one`, or the code of its error. */
  changes: string[];
  signIn(uid: string, port: number, settings?: FirestoreSettings): void;
  /** Starts a live query for a person's notes. */
  watchNotes(uid: string): void;
  /** Starts a live query for one note, which shows as `saw one`. */
  watchNote(id: string): void;
}

declare global {
  var page: Page;
}

globalThis.page = {
  firestore,
  get database() {
    return firestore.getFirestore();
  },
  changes: [],
  signIn(uid, port, settings = {}) {
    const app = initializeApp({ projectId: 'demo-browser', apiKey: 'fake' });
    const database = firestore.initializeFirestore(app, settings);
    firestore.connectFirestoreEmulator(database, '127.0.0.1', port, { mockUserToken: { user_id: uid } });
  },
  watchNotes(uid) {
    const notes = firestore.collection(page.database, 'notes');
    firestore.onSnapshot(
      firestore.query(notes, firestore.where('owner', '==', uid)),
      (snapshot) => {
        for (const { type, doc } of snapshot.docChanges()) page.changes.push(`${type} ${doc.id}`);
        if (snapshot.empty) page.changes.push('empty');
      },
      (error) => page.changes.push(error.code),
    );
  },
  watchNote(id) {
    firestore.onSnapshot(
      firestore.doc(page.database, 'notes', id),
      () => page.changes.push(`saw ${id}`),
      (error) => page.changes.push(error.code),
    );
  },
};
