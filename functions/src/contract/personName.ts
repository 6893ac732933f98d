/** The names of people: an allow-list, and nothing that poses as us, as a company or as an office. No zod here. */

const CHARACTERS = /^[\p{L}'’][\p{L}\p{M} '’.-]*$/u;
/** A full stop ends a word, as in `St. John` or `Jr.`, and nothing else. */
const STRAY_STOP = /(?<![\p{L}\p{M}])\.|\.(?![ ]|$)/u;
/** More than any script stacks on one letter. */
const TOO_MANY_MARKS = /\p{M}{5,}/u;
/** Letters of scripts that look alike, in one word: `Аdmin` with a Cyrillic А. */
const LOOK_ALIKE_SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/** Words that no name has and that an invitee would trust: offices and roles of ours, not names. */
const OFFICES = new Set([
  'accounts',
  'admin',
  'administration',
  'administrator',
  'billing',
  'compliance',
  'helpdesk',
  'invitations',
  'moderator',
  'noreply',
  'official',
  'payroll',
  'postmaster',
  'recruiting',
  'security',
  'staffing',
  'support',
  'system',
  'team',
  'verification',
  'verified',
  'webmaster',
]);

/** @returns whether it is written with what names are written with. */
export function isNameSpelling(name: string): boolean {
  if (!CHARACTERS.test(name) || STRAY_STOP.test(name) || TOO_MANY_MARKS.test(name) || name.includes('  '))
    return false;
  return name
    .split(' ')
    .every((word) => LOOK_ALIKE_SCRIPTS.filter((script) => script.test(word)).length <= 1);
}

/** @returns whether the name, or a word of it, says HRX or an office: `Security Team`, `H.R.X.`, `Admin`. */
export function posesAsOffice(name: string): boolean {
  const words = wordsOf(name);
  return words.join('').includes('hrx') || words.some((word) => OFFICES.has(word));
}

/** @returns whether the person's whole name is the company's, or holds it. */
export function posesAsCompany(
  person: { firstName: string; lastName: string },
  companyName: string,
): boolean {
  const company = wordsOf(companyName).join(' ');
  const full = wordsOf(`${person.firstName} ${person.lastName}`).join(' ');
  return company !== '' && ` ${full} `.includes(` ${company} `);
}

/** Lower case, without accents and without what stands between: as a person reads it in passing. */
function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
