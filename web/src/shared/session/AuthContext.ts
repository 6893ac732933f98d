import type { User } from 'firebase/auth';
import { createContext, useContext } from 'react';
import type { Claims, UserDocument } from '../../../../functions/src/contract/documents.ts';
import type { Membership } from './listMemberships.ts';

/** The person signed out, or the service ended the session. */
export type Departure = 'signed-out' | 'ended';

export interface AuthState {
  /** null: nobody is signed in (or it is not known yet, while `loading`). */
  user: User | null;
  claims: Claims;
  /** True until Firebase has said who is signed in, with which claims. */
  loading: boolean;
  /** HRX staff, as the claims say; the server looks at the staff document. */
  hrx: boolean;
  memberships: readonly Membership[];
  /** The tenant that the person works in: of the page's address, else the one remembered. */
  activeTenantId: string | null;
  /** Their membership in it; null for HRX staff who are no members. */
  activeMembership: Membership | null;
  /** How the last session of this page ended: the sign-in page says why it is there. null before, and once somebody is in. */
  departure: Departure | null;
  setActiveTenant: (tenantId: string | null) => void;
  /** Fetches a new ID token, and with it the claims as they are now. @throws FirebaseError when that fails. */
  refreshClaims: () => Promise<void>;
  /** Tells the session what the person's own document says (see useOwnUserDocument). */
  learnUserDocument: (document: UserDocument | null) => void;
  signOut: (departure?: Departure) => Promise<void>;
}

export const AuthContext = createContext<AuthState | null>(null);

/** @throws Error outside an AuthProvider, which is a mistake of ours. */
export function useAuth(): AuthState {
  const state = useContext(AuthContext);
  if (!state) throw new Error('useAuth needs an AuthProvider above it.');
  return state;
}
