/** Sessions for component tests, which know no Firebase. */
import type { User } from 'firebase/auth';
import type { Permission } from '../../../../functions/src/contract/roles.ts';
import type { AuthState } from '../session/AuthContext.ts';
import type { TenantAccess } from '../session/useTenantAccess.ts';

/** @returns a signed-in person, but for `overrides`; the uid is the part before the @. */
export function aUser(email: string, overrides: Partial<User> = {}): User {
  return { uid: email.split('@')[0], email, emailVerified: true, displayName: null, ...overrides } as User;
}

/** @returns what `useAuth` answers where nobody is signed in, but for `overrides`. */
export function aSession(overrides: Partial<AuthState> = {}): AuthState {
  return {
    user: null,
    claims: {},
    loading: false,
    hrx: false,
    memberships: [],
    activeTenantId: null,
    activeMembership: null,
    departure: null,
    setActiveTenant: () => undefined,
    refreshClaims: () => Promise.resolve(),
    learnUserDocument: () => undefined,
    signOut: () => Promise.resolve(),
    ...overrides,
  };
}

/** @returns what `useTenantAccess` answers for somebody with these permissions and no others, who is no Admin. */
export function anAccess(...permissions: Permission[]): TenantAccess {
  const actor = { kind: 'member', role: 'Worker', securityLevel: '2', permissions } as const;
  return { ready: true, actor, can: (permission) => permissions.includes(permission), managesTenant: false };
}
