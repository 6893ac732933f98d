/** What the commands about staff say. Pure. */
import type { StaffOutcome } from '../../functions/src/staff/setStaff.ts';

/** @returns the sentence for the terminal. */
export function staffWords(
  outcome: StaffOutcome,
  { email, active }: { email: string; active: boolean },
): string {
  switch (outcome.kind) {
    case 'changed':
      return `${active ? `${email} is HRX staff now, and signs invitations as ${outcome.name}.` : `${email} is HRX staff no longer.`} ${
        outcome.claimsApplied
          ? 'Open pages notice it by themselves.'
          : 'Their sign-in does not show it yet: run the same command again in a minute.'
      }`;
    case 'unknown':
      return `Nobody has an account with the address ${email}. Check the spelling, or have them come in first.`;
    case 'unproven':
      return `Nobody has confirmed that ${email} is theirs, so anybody may sit behind this account. Have them confirm it first.`;
    case 'disabled':
      return `The account of ${email} is disabled. Enable it first, if that is what you want.`;
    case 'not-staff':
      return `${email} is not HRX staff, and never was. Nothing was changed.`;
  }
}
