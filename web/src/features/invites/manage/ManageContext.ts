import { createContext, useContext } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import type { InviteAction } from './inviteActions.ts';

export interface Management {
  /** What may be done to an invitation now. */
  actionsFor: (invite: PendingInviteDocument, now: number) => InviteAction[];
  /** Opens the dialog of an action. */
  start: (action: InviteAction, invite: PendingInviteDocument) => void;
}

export const ManageContext = createContext<Management>({ actionsFor: () => [], start: () => undefined });

/** @returns what the person on the page can do to its invitations. */
export function useManagement(): Management {
  return useContext(ManageContext);
}
