/** How many documents Firestore gives to this client: what production is paid for. */
import { PassThrough, type Readable } from 'node:stream';
import type { Firestore } from 'firebase-admin/firestore';

/** The method through which @google-cloud/firestore 7 reads everything (build/src/index.js). */
interface FirestoreWire {
  requestStream(...sent: unknown[]): Promise<Readable>;
}

/** Of a batchGet or of a query. */
interface Answer {
  document?: object | null;
  found?: object | null;
  missing?: string;
}

/** @returns how many documents were read while `run` ran. */
export async function countReads(db: Firestore, run: () => Promise<unknown>): Promise<number> {
  const wire = db as unknown as FirestoreWire;
  const requestStream = wire.requestStream.bind(wire);
  let reads = 0;
  wire.requestStream = async (...sent) => {
    const stream = await requestStream(...sent);
    const counted = new PassThrough({ objectMode: true });
    stream.on('data', ({ document, found, missing }: Answer) => {
      if (document || found || missing) reads += 1;
    });
    stream.on('error', (error) => counted.destroy(error));
    return stream.pipe(counted);
  };
  try {
    await run();
  } finally {
    Reflect.deleteProperty(wire, 'requestStream');
  }
  return reads;
}
