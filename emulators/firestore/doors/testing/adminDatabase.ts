import { deleteApp, initializeApp, type App } from 'firebase-admin/app';
import { initializeFirestore, type Firestore, type QuerySnapshot } from 'firebase-admin/firestore';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createEngine } from '../../engine/engine.ts';
import { DEMO } from '../../engine/testing/values.ts';
import { createFirestoreService } from '../../service/firestoreService.ts';
import { openGrpcDoor, type GrpcDoor } from '../grpc.ts';

/** The gRPC codes that the SDK's errors carry. */
export const INVALID_ARGUMENT = 3;
export const NOT_FOUND = 5;
export const ALREADY_EXISTS = 6;
export const FAILED_PRECONDITION = 9;

/** What the tests of a file do with the real Admin SDK, over gRPC, the service and the engine; empty before each test. */
export interface AdminDatabase {
  /** The SDK's database; there once the tests run. */
  readonly db: Firestore;
  /** Sets a document for each entry in a collection. */
  fill(collection: string, contents: Record<string, Record<string, unknown>>): Promise<void>;
}

/** Opens a database for the tests of this file. `name` tells its app from those of other files. */
export function adminDatabase(name: string): AdminDatabase {
  const engine = createEngine();
  let door: GrpcDoor;
  let app: App;
  let db: Firestore;

  beforeAll(async () => {
    door = await openGrpcDoor(createFirestoreService({ engine }), '127.0.0.1', 0);
    app = initializeApp({ projectId: DEMO.projectId }, name);
    db = initializeFirestore(app);
    db.settings({ host: `127.0.0.1:${door.port}`, ssl: false });
  });

  afterAll(async () => {
    await deleteApp(app);
    door.close();
  });

  beforeEach(() => {
    engine.clear(DEMO);
  });

  return {
    get db() {
      return db;
    },
    async fill(collection, contents) {
      const batch = db.batch();
      for (const [id, content] of Object.entries(contents)) batch.set(db.doc(`${collection}/${id}`), content);
      await batch.commit();
    },
  };
}

export function ids(snapshot: QuerySnapshot): string[] {
  return snapshot.docs.map(({ id }) => id);
}
