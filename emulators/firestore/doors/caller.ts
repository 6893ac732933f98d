import { FirestoreError, type Caller } from '../types.ts';

/**
 * Who asks, from the `Authorization` header. `Bearer owner` is what the Admin SDK sends to an emulator. Anything else is
 * an ID token, which is read but not verified: the Auth emulator does not sign the ones that it gives.
 * @throws FirestoreError UNAUTHENTICATED for a header that cannot be read
 */
export function callerFrom(authorization: string | undefined): Caller {
  if (authorization === undefined || authorization === '') return { kind: 'client', auth: null };

  const [, bearer] = /^Bearer (.+)$/i.exec(authorization) ?? [];
  if (bearer === undefined) throw unreadable();
  if (bearer === 'owner') return { kind: 'owner' };

  const token = readClaims(bearer);
  const uid = token['user_id'] ?? token['sub'];
  if (typeof uid !== 'string' || uid === '') throw unreadable();
  return { kind: 'client', auth: { uid, token } };
}

function readClaims(jwt: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
    if (typeof claims === 'object' && claims !== null) return { ...claims };
  } catch {
    // Not JSON: refused below like any other token without claims.
  }
  throw unreadable();
}

function unreadable(): FirestoreError {
  return new FirestoreError('UNAUTHENTICATED', 'The authorization header holds no token that can be read.');
}
