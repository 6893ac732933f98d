/** @returns the `code` of what a library threw: `auth/user-not-found`, 14, `ECONNECTION`; undefined where it has none. */
export function errorCode(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}
