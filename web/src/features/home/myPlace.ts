import type { MemberDocument } from '../../../../functions/src/contract/documents.ts';
import type { Permission } from '../../../../functions/src/contract/roles.ts';
import { ROLE_SENTENCES, withArticle } from '../../../../functions/src/contract/roleWords.ts';
import { dateInWords, dayInWords } from '../../shared/words/timeInWords.ts';

/** What somebody is in a tenant, in sentences. */
export interface MyPlace {
  title: string;
  meaning: string;
  /** What they may do beside what their role says. */
  grants: string[];
  /** Who invited them, since when they are here, as whom: as far as that is known. */
  facts: { term: string; value: string }[];
}

const GRANT_SENTENCES: Readonly<Record<Permission, string>> = {
  'invites:create': 'You can invite people.',
  'invites:manage': 'You can manage invitations from others.',
  'members:read': 'You can see members and invitations.',
  'members:manage': 'You can change the roles of members.',
  'permissions:manage': 'You can decide what others can do.',
  'audit:read': 'You can see who did what.',
};
const OWNER_SENTENCE = 'You are the owner. Nobody can change your role or remove you.';

/** @returns the place of HRX staff who are no members. */
export function placeOfHrx(email: string): MyPlace {
  return {
    title: 'You are HRX staff',
    meaning: 'You can do everything in this company. Your actions are recorded as HRX.',
    grants: [],
    facts: [{ term: 'Signed in as', value: email }],
  };
}

/** @returns the place of a member, or of somebody who was promised one. */
export function placeOf(member: MemberDocument, isOwner: boolean): MyPlace {
  const { role, securityLevel, state, permissions } = member;
  const is = { active: 'You are', invited: 'You are invited as', suspended: 'You are suspended as' }[state];
  const granted = role === 'Admin' ? [] : permissions.map((permission) => GRANT_SENTENCES[permission]);
  return {
    title: `${is} ${withArticle(role)} with security level ${securityLevel}`,
    meaning: ROLE_SENTENCES[role],
    grants: isOwner ? [OWNER_SENTENCE, ...granted] : granted,
    facts: factsOf(member),
  };
}

function factsOf(member: MemberDocument): MyPlace['facts'] {
  const { state, invitedByName, joinedAt, invitedUntil, designation, department, email } = member;
  const facts = [
    { term: 'Invited by', value: invitedByName },
    { term: 'Member since', value: joinedAt && dayInWords(joinedAt.toMillis()) },
    {
      term: 'Invitation expires',
      value: state === 'invited' && invitedUntil && dateInWords(invitedUntil.toMillis()),
    },
    { term: 'Job title', value: designation },
    { term: 'Department', value: department },
    { term: 'Signed in as', value: email },
  ];
  return facts.flatMap(({ term, value }) => (value ? [{ term, value }] : []));
}
