/** Roles in plain words, for pages and mails alike. No zod here. */
import type { Role } from './roles.ts';

/** What each role may do, in one sentence that fits whoever reads it: the invited person and the one who invites. */
export const ROLE_SENTENCES: Readonly<Record<Role, string>> = {
  Customer: 'A client of the company, who sees what is shared with clients.',
  Worker: 'Part of the workforce, who sees their own place and details.',
  Recruiter: 'Looks for people and looks after them; invites and sees others where an Admin allows it.',
  Manager: 'Leads people; invites and sees others where an Admin allows it.',
  Admin: 'Runs the workspace: invites people, sees everybody and decides who may do what.',
};

/** @returns the role as it stands in a sentence: "a Recruiter", "an Admin". */
export function withArticle(role: Role): string {
  return `${/^[AEIOU]/.test(role) ? 'an' : 'a'} ${role}`;
}
