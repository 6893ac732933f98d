import type { User } from 'firebase/auth';
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Claims, UserDocument } from '../../../../functions/src/contract/documents.ts';
import { AuthContext, type AuthState, type Departure } from './AuthContext.ts';
import { forgetInvitation } from '../routing/keptInvitation.ts';
import { readClaims } from './readClaims.ts';
import { forgetDrafts } from './drafts.ts';
import { listMemberships } from './listMemberships.ts';
import { recall, remember } from './remembered.ts';
import type { SessionSource } from './SessionSource.ts';

interface Session {
  user: User | null;
  claims: Claims;
  loading: boolean;
  activeTenantId: string | null;
  userDocument: UserDocument | null;
}

const NOBODY: Session = { user: null, claims: {}, loading: false, activeTenantId: null, userDocument: null };

interface AuthProviderProps {
  source: SessionSource;
  children: ReactNode;
}

/** Follows Firebase Auth: who is signed in, what their claims say, and in which tenant they work. Loads no Firestore. */
export function AuthProvider({ source, children }: AuthProviderProps) {
  const [session, setSession] = useState<Session>({ ...NOBODY, loading: source.startsUnknown });
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
    return source.follow((user) => {
      const mine = ++latest;
      remember('session', null, user && 'yes');
      if (!user) {
        setSession(NOBODY);
        return;
      }
      // Somebody was signed in before, where nobody was expected: what is shown was asked for by nobody.
      if (mine === 1) setSession((before) => ({ ...before, loading: true }));
      const adoptIfLatest = (claims: Claims | null) => {
        if (mine === latest) adopt(user, claims);
      };
      user.getIdTokenResult().then(
        ({ claims }) => adoptIfLatest(readClaims(claims)),
        // No connection, and the token at hand has run out: signed in, with nothing new known about roles.
        () => adoptIfLatest(null),
      );
    });
  }, [source, adopt]);

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
    const user = await source.currentUser();
    if (!user) return;
    // Adopted here too, so that who waited for this finds the new claims, and not those of a moment ago.
    const { claims } = await user.getIdTokenResult(true);
    adopt(user, readClaims(claims));
  }, [source, adopt]);

  const signOut = useCallback(
    async (how: Departure = 'signed-out') => {
      setDeparture(how);
      if (how === 'signed-out') {
        forgetInvitation();
        forgetDrafts();
      }
      await source.signOut();
    },
    [source],
  );

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
