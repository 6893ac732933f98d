import type { UserDocument } from '../../../../../functions/src/contract/documents.ts';
import { paths } from '../../../../../functions/src/contract/paths.ts';

/** @returns what we know of the signed-in person; null: nothing. Firestore is loaded for this alone. */
export async function readOwnUser(uid: string): Promise<UserDocument | null> {
  const [{ doc, getDoc }, { firestore }] = await Promise.all([
    import('firebase/firestore'),
    import('../../../shared/firebase/firestore.ts'),
  ]);
  const snapshot = await getDoc(doc(firestore, paths.user(uid)));
  return (snapshot.data() as UserDocument | undefined) ?? null;
}
