/** Letting the holder of a link in. Only an account that nobody used is ever started; every other one is signed in to. */
import type { CallableRequest, CallableResponse } from '../contract/callables.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import type { LinkKind, RedeemWay } from '../contract/statuses.ts';
import type { Deps } from '../platform/deps.ts';
import { DomainError } from '../platform/DomainError.ts';
import { newUserDocument, type Account } from '../users/userAccount.ts';
import { findWayIn } from './findWayIn.ts';
import { assertLive, openLink } from './openLink.ts';

type Request = CallableRequest<'redeemInvite'>;
type Response = CallableResponse<'redeemInvite'>;

/**
 * @throws invite/not-found, the exact state of a dead link, invite/password-needed, invite/password-not-taken,
 *   auth/account-disabled.
 */
export async function redeemInvite(deps: Deps, request: Request): Promise<Response> {
  const opened = await openLink(deps.reads, request.secret, deps.clock.now());
  assertLive(opened);
  const account = await deps.accounts.findByUid(opened.link.uid);
  if (!account) throw new DomainError('invite/not-found');
  const way = await findWayIn(deps, opened, account, null);
  if (way === 'password-reset') return startByMail(deps, request, account);
  if (way === 'set-password') return startByHandover(deps, request, account);
  return answer(way, opened.link.kind, request, account);
}

/** The code is made first, so that nothing is written where Firebase does not answer; only the winner is told it. */
async function startByMail(deps: Deps, request: Request, account: Account): Promise<Response> {
  if (account.disabled) throw new DomainError('auth/account-disabled');
  const code = await deps.accounts.passwordResetCode(emailOf(account));
  const way = await begin(deps, request.secret, account);
  if (way !== 'password-reset') return answer(way, 'mail', request, account);
  return { way, email: emailOf(account), code };
}

/** Written down before the password is set: from then on nobody else can start this account. */
async function startByHandover(deps: Deps, request: Request, account: Account): Promise<Response> {
  const { secret, password } = request;
  if (account.disabled) return answer('check-mail', 'handover', request, account);
  if (!password) throw new DomainError('invite/password-needed');
  const way = await begin(deps, secret, account);
  if (way !== 'set-password') return answer(way, 'handover', request, account);
  try {
    await deps.accounts.setPassword(account.uid, password);
  } catch (thrown) {
    await deps.transact((tx) => {
      tx.update(documentKeys.user(account.uid), { begun: null });
      return Promise.resolve();
    });
    throw thrown;
  }
  return { way, email: null, code: null };
}

/**
 * Decides once more, and writes down that the account has begun: of two who come at the same moment one begins.
 *
 * @returns the way in as it is now.
 */
function begin(deps: Deps, secret: string, account: Account): Promise<RedeemWay> {
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const opened = await openLink(tx, secret, now);
    assertLive(opened);
    const way = await findWayIn(deps, opened, account, tx);
    if (way !== 'password-reset' && way !== 'set-password') return way;
    const { tenantId, inviteId, kind } = opened.link;
    const user = opened.user ?? newUserDocument(account.uid, { tenantId, inviteId });
    tx.set(documentKeys.user(account.uid), { ...user, begun: { by: kind, tenantId, at: now } });
    return way;
  });
}

/** The address is told to who holds a mailed link, and to nobody else. */
function answer(way: RedeemWay, kind: LinkKind, { password }: Request, account: Account): Response {
  if (way === 'sign-in' && password) throw new DomainError('invite/password-not-taken');
  return { way, email: kind === 'mail' && way === 'sign-in' ? emailOf(account) : null, code: null };
}

function emailOf({ email }: Account): string {
  if (email === null) throw new Error('An invited account has no address.');
  return email;
}
