/** What the commands about staff say. Pure. */
import type { StaffOutcome } from '../../functions/src/staff/setStaff.ts';

/** @returns the sentence for the terminal. */
export function staffWords(
  outcome: StaffOutcome,
  { email, active }: { email: string; active: boolean },
): string {
  switch (outcome.kind) {
    case 'changed':
      return `${active ? `${email} is now HRX staff. Their invitations are from ${outcome.name}.` : `${email} is no longer HRX staff.`} ${
        outcome.claimsApplied
          ? 'Open pages update by themselves.'
          : 'Their session is not updated yet. Run the same command again in a minute.'
      }`;
    case 'unknown':
      return `There is no account for ${email}. Check the spelling, or invite them first.`;
    case 'unproven':
      return `The email address ${email} was never confirmed. Ask its owner to confirm it first.`;
    case 'disabled':
      return `The account of ${email} is disabled. Enable it first.`;
    case 'not-staff':
      return `${email} was never HRX staff. Nothing was changed.`;
  }
}
