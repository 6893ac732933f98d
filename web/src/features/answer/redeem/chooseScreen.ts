import { matchesMask } from './matchesMask.ts';
import type { DeadStatus, Invite, Person, RedeemState } from './redeemReducer.ts';

/** What the page shows: one thing, with the one next step for this person. */
export type Screen =
  | { name: 'loading' }
  | { name: 'load-failed' }
  | { name: 'dead'; status: DeadStatus; invite: Invite | null; signedIn: boolean }
  | { name: 'admin-needed'; invite: Invite }
  | { name: 'set-password'; invite: Invite }
  | { name: 'no-password'; invite: Invite }
  | { name: 'sign-in'; invite: Invite }
  | { name: 'confirm'; invite: Invite; person: Person }
  | { name: 'switch-account'; invite: Invite; person: Person }
  | { name: 'check-mail'; invite: Invite }
  | { name: 'prove-address'; invite: Invite; person: Person };

/** The screens that show an invitation which waits. */
export type InviteScreen = Exclude<Screen, { name: 'loading' | 'load-failed' | 'dead' }>;

/**
 * @param person null: nobody is signed in
 * @returns the screen for this state and this person
 */
export function chooseScreen(state: RedeemState, person: Person | null): Screen {
  const { invite, dead } = state;
  const isInvitee =
    person !== null &&
    invite !== null &&
    person.uid !== state.wrongUid &&
    matchesMask(person.email, invite.maskedEmail);

  if (dead) return { name: 'dead', status: dead, invite, signedIn: isInvitee };
  if (!invite) return { name: state.work === 'loading' ? 'loading' : 'load-failed' };
  // Whoever is signed in: no account opens this one before somebody has looked at it.
  if (state.needsAdmin || invite.step === 'none') return { name: 'admin-needed', invite };
  if (person && !isInvitee) return { name: 'switch-account', invite, person };

  switch (state.detour ?? invite.step) {
    case 'set-password':
      return { name: 'set-password', invite };
    case 'sign-in':
    case 'accept':
      return person ? { name: 'confirm', invite, person } : { name: 'sign-in', invite };
    case 'check-mail':
      if (invite.kind === 'handover') return { name: 'check-mail', invite };
      // A mailed link came from that mail already: another would lead here again.
      return person ? { name: 'prove-address', invite, person } : { name: 'sign-in', invite };
    case 'email-link':
      return { name: 'no-password', invite };
  }
}
