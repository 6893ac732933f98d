import { beginning, returning } from './accepting.ts';
import { inviting, watchingInvitations } from './inviting.ts';
import { beingAtHome, signingIn } from './signingIn.ts';

/** Every page of the app, in every state that a person can bring about. */
export const tours = { signingIn, beingAtHome, watchingInvitations, inviting, beginning, returning };
