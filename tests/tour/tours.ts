/** Every page of the app, in every state that a person can bring about: in parts that take about as long. */
import { aboutAccounts, accountsFromBefore } from './accounts.ts';
import { beginning, returning } from './accepting.ts';
import { inviting, watchingInvitations } from './inviting.ts';
import { changingSettings } from './settings.ts';
import { beingAtHome, signingIn } from './signingIn.ts';

export const toursOfPlaces = { signingIn, beingAtHome, watchingInvitations, changingSettings };
export const toursOfInvitations = { inviting, beginning, returning };
export const toursOfAccounts = { accountsFromBefore, aboutAccounts };
