import { useState } from 'react';
import { InviteUserForm } from '../form/InviteUserForm.tsx';
import { nameOf } from '../inviteWords.ts';
import type { ActionFormOf } from './actionForms.ts';
import { formOfInvite } from './offerForm.ts';

/** A new invitation for somebody whose last one ended, with the form filled in. */
export function AgainForm({ invite, onClose }: ActionFormOf) {
  // As it was when the form was opened: once it is sent the invitation is another one.
  const [filledIn] = useState(() => formOfInvite(invite));
  return (
    <InviteUserForm
      title={`Invite ${nameOf(invite)} again`}
      subtitle="They get a new invitation. Change what is different this time."
      tenantId={invite.tenantId}
      filledIn={filledIn}
      onCancel={onClose}
    />
  );
}
