/** Which open invitations a filter of the page matches: what is left out asks nothing. Pure. */
import type { PendingInviteDocument } from '../contract/documents.ts';
import type { Role } from '../contract/roles.ts';
import { searchTokenFor } from '../contract/search.ts';
import { MAIL_PROBLEMS } from '../contract/statuses.ts';
import { attentionOf } from './inviteAttention.ts';

export interface InviteFilter {
  search?: string | null | undefined;
  role?: Role | null | undefined;
  inviterUid?: string | null | undefined;
  mailProblem?: boolean | null | undefined;
  attention?: boolean | null | undefined;
}

/** @returns whether the invitation is among what the page would show. */
export function matchesFilter(invite: PendingInviteDocument, filter: InviteFilter, now: Date): boolean {
  const token = searchTokenFor(filter.search ?? '');
  return (
    (token === '' || invite.searchTokens.includes(token)) &&
    (!filter.role || invite.role === filter.role) &&
    (!filter.inviterUid || invite.inviterUid === filter.inviterUid) &&
    (!filter.mailProblem || MAIL_PROBLEMS.includes(invite.mail.state)) &&
    (!filter.attention || attentionOf(invite, now) !== null)
  );
}
