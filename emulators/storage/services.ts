/** What every request works on. */
import type { Signer } from './signing/signers.ts';
import type { ObjectStore } from './store/objectStore.ts';
import type { UploadSessions } from './uploads/uploadSessions.ts';

export interface Services {
  store: ObjectStore;
  sessions: UploadSessions;
  /** Whose signatures are accepted. */
  signers: Signer[];
  /** Decides what has expired, and dates what is stored. */
  clock: () => Date;
}
