/** Showing an invitation to the holder of one of its links. It spends nothing: mail scanners open links too. */
import { isSessionCurrent } from '../../domain/standing.ts';
import { typedMessage } from '../../domain/typedMessage.ts';
import type { CallableRequest, CallableResponse } from '../../contract/callables.ts';
import { documentKeys } from '../../contract/documentKeys.ts';
import type { RedeemWay } from '../../contract/statuses.ts';
import type { Caller } from '../../platform/authenticate.ts';
import type { InviteDeps } from '../inviteDeps.ts';
import { DomainError, isDomainError } from '../../platform/DomainError.ts';
import { factsWithoutDocument, type Account } from '../../domain/account.ts';
import { isInvitedAccount, mayAcceptAs } from './mayAcceptAs.ts';
import { shownRedeemWay } from './findRedeemWay.ts';
import { maskEmail } from './maskEmail.ts';
import { openLink, type OpenedLink } from '../links/openLink.ts';
import { assertOpenToReclaim } from './reclaimByMail.ts';
import { NOBODY, writeInviteEvent } from '../events/writeInviteEvent.ts';
import { attentionOf } from '../../domain/inviteAttention.ts';
import { stepFor } from './redeemWay.ts';

/** @throws invite/not-found for a secret that never was one; what became of any other is told. */
export async function getInvite(
  deps: InviteDeps,
  caller: Caller | null,
  { secret }: CallableRequest<'getInvite'>,
): Promise<CallableResponse<'getInvite'>> {
  const opened = await openLink(deps.reads, secret, deps.clock.now());
  const { link, status, invite } = opened;
  const known = {
    status,
    kind: link.kind,
    tenantId: invite.tenantId,
    tenantName: invite.tenantName,
    maskedEmail: maskEmail(invite.email),
    expiresAt: new Date(invite.expiresAt.toMillis()).toISOString(),
  };
  if (status !== 'pending') return { ...known, ...NOT_TOLD };
  const step = await nextStep(deps, caller, opened);
  await rememberOpened(deps, opened);
  const { inviterName, role, securityLevel, firstName, lastName } = invite;
  const message = typedMessage(invite.message);
  return { ...known, step, inviterName, role, securityLevel, message, firstName, lastName };
}

const NOT_TOLD = {
  step: 'none',
  inviterName: null,
  role: null,
  securityLevel: null,
  message: null,
  firstName: null,
  lastName: null,
} as const;

async function nextStep(deps: InviteDeps, caller: Caller | null, opened: OpenedLink) {
  const { invite, user } = opened;
  const account = await deps.accounts.findByUid(invite.uid);
  if (!account) throw new DomainError('invite/not-found');
  const way = shownRedeemWay(opened, account);
  const isShut = await isShutToMail(deps, opened, account, way);
  if (caller?.uid !== invite.uid || !isSessionCurrent(caller.authTimeMillis, user)) {
    return stepFor(way, 'not-signed-in', isShut);
  }
  const facts = user ?? factsWithoutDocument(invite.uid);
  return stepFor(way, mayAcceptAs(account, facts, invite) ? 'can-accept' : 'cannot-accept', isShut);
}

/**
 * What `redeemInvite` would refuse whatever password is thought up: a disabled account, one that has another address by
 * now, one that is never reclaimed. Who holds a handed-over link is not told in what state an account is.
 */
async function isShutToMail(
  deps: InviteDeps,
  { link, invite, user }: OpenedLink,
  account: Account,
  way: RedeemWay,
): Promise<boolean> {
  if (link.kind !== 'mail') return false;
  if (account.disabled || !isInvitedAccount(account, invite)) return true;
  if (way !== 'set-password') return false;
  try {
    await assertOpenToReclaim(deps, account, user);
    return false;
  } catch (thrown) {
    if (isDomainError(thrown, 'invite/admin-needed')) return true;
    throw thrown;
  }
}

/** Once: the first opening is all that the inviter is shown. */
async function rememberOpened(deps: InviteDeps, { link, invite }: OpenedLink): Promise<void> {
  if (invite.openedAt !== null) return;
  const key = documentKeys.pendingInvite(invite.tenantId, invite.uid);
  const id = deps.random.hex(10);
  await deps.transact(async (tx) => {
    const { known } = await tx.readAll({ known: key });
    if (known?.inviteId !== invite.inviteId || known.openedAt !== null) return;
    const at = deps.clock.now();
    tx.update(key, { openedAt: at, attention: attentionOf({ ...known, openedAt: at }, at) });
    // Whoever it was: the link does not say, and mail scanners open links too.
    writeInviteEvent(tx, known, { id, kind: 'opened', actor: NOBODY, details: { link: link.kind }, at });
  });
}
