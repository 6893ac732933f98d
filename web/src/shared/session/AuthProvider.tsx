import { onIdTokenChanged, signOut as firebaseSignOut, type User } from 'firebase/auth';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Claims, UserDocument } from '../../../../functions/src/contract/documents.ts';
import { auth } from '../firebase/auth.ts';
import { AuthContext, type AuthState, type Departure } from './AuthContext.ts';
import { readClaims } from './readClaims.ts';
import { listMemberships } from './listMemberships.ts';
import { recall, remember } from './remembered.ts';

interface Session {
  user: User | null;
  claims: Claims;
  loading: boolean;
  activeTenantId: string | null;
  userDocument: UserDocument | null;
}

const NOBODY: Session = { user: null, claims: {}, loading: false, activeTenantId: null, userDocument: null };

/** Follows Firebase Auth: who is signed in, what their claims say, and in which tenant they work. Loads no Firestore. */
export function AuthProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>({ ...NOBODY, loading: true });
  const [departure, setDeparture] = useState<Departure | null>(null);

  const adopt = useCallback((user: User, claims: Claims | null) => {
    setDeparture(null);
    setSession((before) => {
      const same = before.user?.uid === user.uid;
      return {
        user,
        claims: claims ?? (same ? before.claims : {}),
        loading: false,
        activeTenantId: same ? before.activeTenantId : recall('tenant', user.uid),
        userDocument: same ? before.userDocument : null,
      };
    });
  }, []);

  useEffect(() => {
    let latest = 0;
    return onIdTokenChanged(auth, (user) => {
      const mine = ++latest;
      if (!user) {
        setSession(NOBODY);
        return;
      }
      const adoptIfLatest = (claims: Claims | null) => {
        if (mine === latest) adopt(user, claims);
      };
      user.getIdTokenResult().then(
        ({ claims }) => adoptIfLatest(readClaims(claims)),
        // No connection, and the token at hand has run out: signed in, with nothing new known about roles.
        () => adoptIfLatest(null),
      );
    });
  }, [adopt]);

  const setActiveTenant = useCallback((tenantId: string | null) => {
    setSession((before) => {
      if (!before.user || before.activeTenantId === tenantId) return before;
      remember('tenant', before.user.uid, tenantId);
      return { ...before, activeTenantId: tenantId };
    });
  }, []);

  const learnUserDocument = useCallback((document: UserDocument | null) => {
    setSession((before) => ({ ...before, userDocument: document }));
  }, []);

  const refreshClaims = useCallback(async () => {
    const user = auth.currentUser;
    if (!user) return;
    // Adopted here too, so that who waited for this finds the new claims, and not those of a moment ago.
    const { claims } = await user.getIdTokenResult(true);
    adopt(user, readClaims(claims));
  }, [adopt]);

  const signOut = useCallback(async (how: Departure = 'signed-out') => {
    setDeparture(how);
    await firebaseSignOut(auth);
  }, []);

  const state = useMemo<AuthState>(() => {
    const { user, claims, loading, activeTenantId, userDocument } = session;
    const memberships = listMemberships(claims, userDocument);
    return {
      user,
      claims,
      loading,
      hrx: claims.hrx === true,
      memberships,
      activeTenantId,
      activeMembership: memberships.find(({ tenantId }) => tenantId === activeTenantId) ?? null,
      departure,
      setActiveTenant,
      refreshClaims,
      learnUserDocument,
      signOut,
    };
  }, [session, departure, setActiveTenant, refreshClaims, learnUserDocument, signOut]);

  return <AuthContext value={state}>{children}</AuthContext>;
}
