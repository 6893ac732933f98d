/** Roles in plain words, for pages and mails alike. No zod here. */
import type { Role } from './roles.ts';

/** What each role may do, in one sentence to the person who has it or is invited to it. */
export const ROLE_SENTENCES: Readonly<Record<Role, string>> = {
  Customer: 'You can see what the company shares with its customers.',
  Worker: 'You can see your own job and details.',
  Recruiter: 'You can invite people and see members, if an Admin allows it.',
  Manager: 'You can invite people, see members and manage them, if an Admin allows it.',
  Admin: 'You can invite people, see everyone and decide who can do what.',
};

/** The same, short, to whoever gives the role. */
export const ROLE_SUMMARIES: Readonly<Record<Role, string>> = {
  Customer: 'Sees what the company shares with customers.',
  Worker: 'Sees their own job and details.',
  Recruiter: 'Can invite people and see members, if an Admin allows it.',
  Manager: 'Can invite, see and manage people, if an Admin allows it.',
  Admin: 'Can do everything: invite people, see everyone, decide who can do what.',
};

/** @returns the role as it stands in a sentence: "a Recruiter", "an Admin". */
export function withArticle(role: Role): string {
  return `${/^[AEIOU]/.test(role) ? 'an' : 'a'} ${role}`;
}
