import type { ComponentType } from 'react';
import type { PendingInviteDocument } from '../../../../../functions/src/contract/documents.ts';
import { lazyPart } from '../../../shared/connection/lazyPart.ts';
import type { InviteAction } from './inviteActions.ts';

/** What each form is given. The invitation is live. */
export interface ActionFormOf {
  invite: PendingInviteDocument;
  onClose: () => void;
}

/** The form of each action, fetched when somebody wants it: the list does without. */
export const ACTION_FORMS: Readonly<Record<InviteAction, ComponentType<ActionFormOf>>> = {
  resend: lazyPart(() => import('./ResendForm.tsx'), 'ResendForm'),
  link: lazyPart(() => import('./LinkForm.tsx'), 'LinkForm'),
  edit: lazyPart(() => import('./EditForm.tsx'), 'EditForm'),
  correct: lazyPart(() => import('./CorrectForm.tsx'), 'CorrectForm'),
  again: lazyPart(() => import('./AgainForm.tsx'), 'AgainForm'),
  revoke: lazyPart(() => import('./RevokeForm.tsx'), 'RevokeForm'),
};
