import { doc } from 'firebase/firestore';
import { useEffect } from 'react';
import type { UserDocument } from '../../../../functions/src/contract/documents.ts';
import { paths } from '../../../../functions/src/contract/paths.ts';
import { firestore } from '../firebase/firestore.ts';
import { listenToDocument } from '../firebase/listen.ts';
import { useAuth } from './AuthContext.ts';
import { recall, remember } from './remembered.ts';

/**
 * Listens to the person's own document, tells the session about it, and refreshes the ID token when `claimsVersion`
 * is not the one that the token came with: never before, since the claims are not there earlier.
 */
export function useOwnUserDocument(): void {
  const { user, refreshClaims, learnUserDocument, signOut } = useAuth();
  const uid = user?.uid;

  useEffect(() => {
    if (!uid) return;
    const followClaims = async (claimsVersion: number) => {
      if (recall('claimsVersion', uid) === String(claimsVersion)) return;
      await refreshClaims();
      remember('claimsVersion', uid, String(claimsVersion));
    };
    return listenToDocument(
      doc(firestore, paths.user(uid)),
      (snapshot) => {
        const document = snapshot.data() as UserDocument | undefined;
        learnUserDocument(document ?? null);
        // A refresh that fails (no connection) is made up for by the next snapshot, or by the SDK's own within the hour.
        if (document) followClaims(document.claimsVersion).catch(() => undefined);
      },
      (error) => {
        // The rules refuse one's own document only to a session from before `sessionsValidFrom`.
        if (error.code === 'permission-denied') void signOut('ended');
      },
    );
  }, [uid, refreshClaims, learnUserDocument, signOut]);
}
