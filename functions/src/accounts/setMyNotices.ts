/** Choosing which notices one gets by email. */
import type { CallableRequest, CallableResponse } from '../contract/callables.ts';
import { documentKeys } from '../contract/documentKeys.ts';
import { NOTICE_KINDS, noticesOf } from '../contract/notices.ts';
import { newUserDocument } from '../domain/account.ts';
import { isSessionCurrent } from '../domain/standing.ts';
import type { Caller } from '../platform/authenticate.ts';
import { DomainError } from '../platform/DomainError.ts';
import type { PlatformDeps } from '../platform/platformDeps.ts';
import type { AccountStore } from './accounts.auth.ts';
import { assertOwnAccount } from './assertOwnAccount.ts';

type Response = CallableResponse<'setMyNotices'>;

export interface SetMyNoticesDeps extends Pick<PlatformDeps, 'transact'> {
  accounts: Pick<AccountStore, 'findByUid'>;
}

/** @returns what the person wants now: kinds that the request leaves out stay as they are. @throws auth/*. */
export async function setMyNotices(
  deps: SetMyNoticesDeps,
  caller: Caller,
  { notices: wanted }: CallableRequest<'setMyNotices'>,
): Promise<Response> {
  assertOwnAccount(caller, await deps.accounts.findByUid(caller.uid));
  const key = documentKeys.user(caller.uid);
  return deps.transact(async (tx) => {
    const { user } = await tx.readAll({ user: key });
    if (!isSessionCurrent(caller.authTimeMillis, user)) throw new DomainError('auth/session-ended');
    const notices = noticesOf(user);
    for (const kind of NOTICE_KINDS) notices[kind] = wanted[kind] ?? notices[kind];
    if (user) tx.update(key, { notices });
    else tx.create(key, { ...newUserDocument(caller.uid, { tenantId: '', inviteId: '' }), notices });
    return { notices };
  });
}
