import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { can } from '../../../../../functions/src/domain/authority.ts';
import { managementRefusal, type Who } from '../../../../../functions/src/domain/inviteManagement.ts';
import { statusAt } from '../../../../../functions/src/domain/inviteStatus.ts';

/** What somebody can do to an invitation from this page. */
export const INVITE_ACTIONS = ['resend', 'link', 'edit', 'correct', 'revoke', 'again'] as const;
export type InviteAction = (typeof INVITE_ACTIONS)[number];

export const ACTION_WORDS: Readonly<Record<InviteAction, string>> = {
  resend: 'Resend',
  link: 'Copy link',
  edit: 'Edit',
  correct: 'Correct address',
  revoke: 'Revoke',
  again: 'Invite again',
};

const WHILE_OPEN: readonly InviteAction[] = ['resend', 'link', 'edit', 'correct', 'revoke'];

/** @returns what this person may do to the invitation now, in the order of the menu. The server decides anew. */
export function actionsFor(who: Who | null, invite: PendingInviteDocument, now: number): InviteAction[] {
  if (!who || managementRefusal(who, invite) !== null) return [];
  const status = statusAt(invite, new Date(now));
  if (status === 'pending') return [...WHILE_OPEN];
  const isKnown = invite.addressErasedAt === null;
  return status !== 'accepted' && isKnown && can(who.actor, 'invites:create') ? ['again'] : [];
}
