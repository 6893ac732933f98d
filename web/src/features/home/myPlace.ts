import type { MemberDocument } from '../../../../functions/src/contract/documents.ts';
import type { Permission } from '../../../../functions/src/contract/roles.ts';
import { ROLE_SENTENCES, withArticle } from '../../../../functions/src/contract/roleWords.ts';
import { dateInWords } from '../../shared/inWords.ts';

/** What somebody is in a tenant, in sentences. */
export interface MyPlace {
  title: string;
  meaning: string;
  /** Who invited them and when they came, as far as that is known. */
  history: string[];
  /** What they were granted beside their role. */
  grants: string[];
}

const GRANT_SENTENCES: Readonly<Record<Permission, string>> = {
  'invites:create': 'You may invite people.',
  'invites:manage': 'You may look after the invitations of others.',
  'members:read': 'You may see who is a member and who was invited.',
  'members:manage': 'You may change the roles of members.',
  'permissions:manage': 'You may decide what others may do.',
  'audit:read': 'You may read what was done here, and by whom.',
};

/** @returns the place of HRX staff who are no members. */
export function placeOfHrx(): MyPlace {
  return {
    title: 'You are here as HRX staff',
    meaning: 'You may do everything in this tenant. What you do is marked as done by HRX.',
    history: [],
    grants: [],
  };
}

/** @returns the place of a member, or of somebody who was promised one. */
export function placeOf(member: MemberDocument): MyPlace {
  const { role, securityLevel, state, invitedByName, joinedAt, permissions } = member;
  const is = { active: 'You are', invited: 'You are invited as', suspended: 'You are suspended as' }[state];
  const history: string[] = [];
  if (invitedByName !== null) history.push(`${invitedByName} invited you.`);
  if (joinedAt !== null) history.push(`You joined on ${dateInWords(joinedAt.toMillis())}.`);
  return {
    title: `${is} ${withArticle(role)}, with security level ${securityLevel}`,
    meaning: ROLE_SENTENCES[role],
    history,
    grants: role === 'Admin' ? [] : permissions.map((permission) => GRANT_SENTENCES[permission]),
  };
}
