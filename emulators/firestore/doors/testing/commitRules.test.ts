import {
  assertFails,
  assertSucceeds,
  initializeTestEnvironment,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import {
  deleteDoc,
  doc,
  increment,
  setDoc,
  setLogLevel,
  writeBatch,
  type Firestore,
} from 'firebase/firestore';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { startFirestore, type RunningFirestore } from '../../server.ts';

/** Rules that look at a commit as a whole: `getAfter()`, `existsAfter()`, and how much they may read. */
const RULES = `
rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    function shelf(s) { return /databases/$(database)/documents/shelves/$(s); }
    match /shelves/{s} { allow write; }
    match /shelves/{s}/books/{b} {
      allow create: if getAfter(shelf(s)).data.books == get(shelf(s)).data.books + 1;
      allow delete: if !existsAfter(shelf(s));
    }
    match /pairs/{p} {
      allow create: if existsAfter(/databases/$(database)/documents/pairs/$(request.resource.data.other));
    }
    match /greedy/{n} {
      allow create: if !exists(/databases/$(database)/documents/g/$(n)) && !exists(/databases/$(database)/documents/h/$(n))
        && !exists(/databases/$(database)/documents/i/$(n));
    }
  }
}`;

setLogLevel('silent');

describe('rules about a whole commit', () => {
  let server: RunningFirestore;
  let environment: RulesTestEnvironment;
  let db: Firestore;

  beforeAll(async () => {
    server = await startFirestore({ port: 0 });
    environment = await initializeTestEnvironment({
      projectId: 'demo-commits',
      firestore: { host: '127.0.0.1', port: server.port, rules: RULES },
    });
    db = environment.authenticatedContext('ada').firestore() as unknown as Firestore;
  });

  beforeEach(async () => {
    await environment.clearFirestore();
    await setDoc(doc(db, 'shelves/a'), { books: 0 });
  });

  afterAll(async () => {
    await environment.cleanup();
    await server.close();
  });

  it('see a document as it will be, and as it is', async () => {
    const counted = writeBatch(db).set(doc(db, 'shelves/a/books/one'), {});
    counted.update(doc(db, 'shelves/a'), { books: increment(1) });
    await assertSucceeds(counted.commit());

    await assertFails(setDoc(doc(db, 'shelves/a/books/two'), {}));
    const twice = writeBatch(db).set(doc(db, 'shelves/a/books/two'), {});
    twice.update(doc(db, 'shelves/a'), { books: increment(2) });
    await assertFails(twice.commit());
  });

  it('see what will be gone, and what will be new', async () => {
    await environment.withSecurityRulesDisabled(async (context) => {
      await context.firestore().doc('shelves/a/books/one').set({});
    });
    await assertFails(deleteDoc(doc(db, 'shelves/a/books/one')));
    const cleared = writeBatch(db).delete(doc(db, 'shelves/a/books/one')).delete(doc(db, 'shelves/a'));
    await assertSucceeds(cleared.commit());

    await assertFails(setDoc(doc(db, 'pairs/one'), { other: 'two' }));
    const pair = writeBatch(db).set(doc(db, 'pairs/one'), { other: 'two' });
    pair.set(doc(db, 'pairs/two'), { other: 'one' });
    await assertSucceeds(pair.commit());
  });

  it('read up to 20 documents for one commit, all writes together', async () => {
    const greedy = (count: number): Promise<void> => {
      const batch = writeBatch(db);
      for (let n = 0; n < count; n += 1) batch.set(doc(db, `greedy/${n}`), {});
      return batch.commit();
    };

    await assertSucceeds(greedy(6));
    await environment.clearFirestore();
    await assertFails(greedy(7));
  });
});
