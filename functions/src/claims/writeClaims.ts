/** One writing of the claims, by the holder of the lease. */
import { isDeepStrictEqual } from 'node:util';
import { ClaimsFailure } from './ClaimsFailure.ts';
import { computeClaims } from './computeClaims.ts';
import type { ClaimsAccount, ProjectionInput, ProjectorDeps } from './projection.ts';
import { syncErrorWords } from './syncRetry.ts';

/**
 * @param known a record that the caller read before it had the lease: good enough for the keys that are not ours, but
 *   not to conclude from it that nothing is to be written.
 * @returns the tenants that did not fit.
 * @throws ClaimsFailure
 */
export async function writeClaims(
  deps: Pick<ProjectorDeps, 'accounts' | 'setClaims'>,
  uid: string,
  input: ProjectionInput,
  known?: ClaimsAccount,
): Promise<readonly string[]> {
  const { version } = input;
  try {
    const account = known ?? (await deps.accounts.findByUid(uid));
    if (account === undefined) throw gone(version);
    const { claims, leftOut } = computeClaims(input, account.customClaims);
    if (known === undefined && isDeepStrictEqual(claims, account.customClaims)) return leftOut;
    const answer = await deps.setClaims(uid, claims);
    if (answer === 'gone') throw gone(version);
    if (answer === 'refused')
      throw new ClaimsFailure('Firebase does not take these claims.', { version, permanent: true });
    return leftOut;
  } catch (cause) {
    if (cause instanceof ClaimsFailure) throw cause;
    throw new ClaimsFailure(syncErrorWords(cause), { version, permanent: false, cause });
  }
}

function gone(version: number): ClaimsFailure {
  return new ClaimsFailure('The account is gone.', { version, permanent: true });
}
