/** Letting the holder of a link in: an account that nobody used is started, an unproven one reclaimed, any other signed in to. */
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { LinkKind, RedeemWay } from '../../contract/statuses.ts';
import { writeAccountNotice } from '../../notices/writeNotice.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { DomainError } from '../../platform/DomainError.ts';
import { newUserDocument, type Account } from '../../domain/account.ts';
import { isInvitedAccount } from './mayAcceptAs.ts';
import { assertTypedAddress } from './assertTypedAddress.ts';
import { findRedeemWay, shownRedeemWay } from './findRedeemWay.ts';
import { assertLinkOpen, findLink, followLink, openLink } from '../links/openLink.ts';
import { reclaimByMail } from './reclaimByMail.ts';

type Request = CallableRequest<'redeemInvite'>;
type Response = CallableResponse<'redeemInvite'>;

/**
 * @throws invite/not-found, the exact state of a dead link, invite/wrong-account where the account has another address
 *   by now, invite/address-needed, invite/wrong-address, limits/addresses,
 *   invite/password-needed, invite/password-not-taken, invite/admin-needed, auth/account-disabled, request/busy.
 */
export async function redeemInvite(deps: InviteDeps, request: Request): Promise<Response> {
  const link = await findLink(deps.reads, request.secret);
  const { kind } = link;
  // The account first: `begun` is written before a password is set, so whoever sees the password sees that too.
  const account = await deps.accounts.findByUid(link.uid);
  const opened = await followLink(deps.reads, link, deps.clock.now());
  assertLinkOpen(opened);
  if (!account) throw new DomainError('invite/not-found');
  // Told to the owner of the mailbox alone; nobody else learns what state an account is in.
  if (account.disabled && kind === 'mail') throw new DomainError('auth/account-disabled');
  if (!isInvitedAccount(account, opened.invite)) throw new DomainError('invite/wrong-account');
  const way = shownRedeemWay(opened, account);
  if (way === 'password-reset' || way === 'email-link') return startByMail(deps, request, account, way);
  if (way !== 'set-password') return answer(way, kind, request, account);
  return kind === 'mail'
    ? reclaimByMail(deps, request, account, opened)
    : startByHandover(deps, request, account);
}

/** The code is made first, so that nothing is written where Firebase does not answer; only the winner is told it. */
async function startByMail(
  deps: InviteDeps,
  request: Request,
  account: Account,
  wanted: 'password-reset' | 'email-link',
): Promise<Response> {
  const email = emailOf(account);
  if (wanted === 'email-link') await assertTypedAddress(deps, request, email);
  const code =
    wanted === 'email-link'
      ? await deps.accounts.signInCode(email, deps.frontendUrl())
      : await deps.accounts.passwordResetCode(email);
  const way = await begin(deps, request.secret, account);
  return way === wanted ? { way, email, code } : answer(way, 'mail', request, account);
}

/** Written down before the password is set: from then on nobody else can start this account. */
async function startByHandover(deps: InviteDeps, request: Request, account: Account): Promise<Response> {
  const { secret, password } = request;
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
function begin(deps: InviteDeps, secret: string, account: Account): Promise<RedeemWay> {
  const occasion = deps.random.hex(10);
  return deps.transact(async (tx) => {
    const now = deps.clock.now();
    const opened = await openLink(tx, secret, now);
    assertLinkOpen(opened);
    const way = await findRedeemWay(deps, opened, account, tx);
    if (way === 'sign-in' || way === 'check-mail') return way;
    const { tenantId, uid, inviteId, kind } = opened.link;
    const user = opened.user ?? newUserDocument(account.uid, { tenantId, inviteId });
    tx.set(documentKeys.user(account.uid), { ...user, begun: { by: kind, tenantId, at: now } });
    if (way === 'set-password')
      writeAccountNotice(tx, { notice: 'password_set', uid, tenantId: '' }, occasion, now);
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
