/** The first question of every callable about a tenant: does this session count, and does the caller belong there? */
import type { Actor } from '../domain/authority.ts';
import { isSessionCurrent, standingOf, type callerKeys } from '../domain/standing.ts';
import type { DocumentKey } from '../contract/documentKeys.ts';
import type { TenantDocument, TenantSettingsDocument } from '../contract/documents.ts';
import type { Caller } from '../platform/authenticate.ts';
import { DomainError } from '../platform/DomainError.ts';

type Documents<Keys> = {
  [Name in keyof Keys]: Keys[Name] extends DocumentKey<infer Document> ? Document | undefined : never;
};
export type CallerDocuments = Documents<ReturnType<typeof callerKeys>>;

/** What a callable knows once its caller was let in. */
export interface Admitted {
  actor: Actor;
  tenant: TenantDocument;
  settings: TenantSettingsDocument;
}

/**
 * @param read the documents of `callerKeys`, read in the transaction that the answer is used in.
 * @throws auth/session-ended, and tenant/not-found to strangers: the same whether there is such a tenant or not.
 */
export function requireActor(caller: Caller, read: CallerDocuments): Admitted {
  if (!isSessionCurrent(caller.authTimeMillis, read.user)) throw new DomainError('auth/session-ended');
  const actor = standingOf(read);
  if (!actor || !read.tenant || !read.settings) throw new DomainError('tenant/not-found');
  return { actor, tenant: read.tenant, settings: read.settings };
}
