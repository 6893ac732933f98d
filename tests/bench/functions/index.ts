/** What the suite of `npm run bench` runs: the product's functions, and one that only asks. It is never deployed. */
import { getAuth } from 'firebase-admin/auth';
import { getFirestore } from 'firebase-admin/firestore';
import { onCall } from 'firebase-functions/https';
import { getDeps } from '../../../functions/src/deps.ts';
import { REGION } from '../../../functions/src/platform/params.ts';

export * from '../../../functions/src/index.ts';

/** One after the other, a bare question to each of the emulators that `data` names. */
export const bareRoundTrips = onCall({ region: REGION }, async ({ data }) => {
  // The Admin SDK is initialised by what the product's functions depend on.
  getDeps();
  for (const emulator of data as ('firestore' | 'auth')[]) {
    if (emulator === 'firestore') await getFirestore().doc('bench/nothing').get();
    else await getAuth().getUsers([{ uid: 'nobody' }]);
  }
  return {};
});
