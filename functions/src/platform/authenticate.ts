/** Who calls: read from the ID token, which production has verified and the emulator has only decoded. */
import { uidField } from '../contract/fields.ts';
import { DomainError } from './DomainError.ts';

export interface Caller {
  uid: string;
  /** When this session began: what `sessionsValidFrom` is compared with. */
  authTimeMillis: number;
}

/** The part of a callable's request that says who calls. */
export interface CallableAuth {
  uid?: unknown;
  token?: unknown;
}

export interface TokenBounds {
  projectId: string;
  now: Date;
}

/** Ways of signing in that prove nothing: our app has neither, and nobody else's sessions count. */
const REFUSED_PROVIDERS = new Set(['anonymous', 'custom']);

/**
 * @returns the caller, or null where nobody is signed in.
 * @throws auth/required for a token that is not ours or cannot be read (the emulator gives `{uid: undefined}` for
 *   `Bearer garbage`), auth/session-ended for one that has expired.
 */
export function authenticate(auth: CallableAuth | undefined, bounds: TokenBounds): Caller | null {
  if (auth === undefined) return null;
  const token = asRecord(auth.token);
  const uid = uidField.safeParse(auth.uid);
  if (!uid.success || token.aud !== bounds.projectId || typeof token.auth_time !== 'number') {
    throw new DomainError('auth/required');
  }
  if (REFUSED_PROVIDERS.has(String(asRecord(token.firebase).sign_in_provider))) {
    throw new DomainError('auth/required');
  }
  if (typeof token.exp !== 'number' || token.exp * 1000 <= bounds.now.getTime()) {
    throw new DomainError('auth/session-ended');
  }
  return { uid: uid.data, authTimeMillis: token.auth_time * 1000 };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
