import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import { Field } from '../../../shared/ui/Field.tsx';
import { useToast } from '../../../shared/ui/ToastContext.ts';
import { nameOf } from '../inviteWords.ts';
import { ActionForm } from './ActionForm.tsx';
import type { ActionFormOf } from './actionForms.ts';

/** The address was wrong: the same invitation for another one. */
export function CorrectForm({ invite, onClose }: ActionFormOf) {
  const { tenantId, uid } = invite;
  // The old address is where a mistyped letter is corrected fastest. What it was when the form was opened: the
  // invitation ends by this.
  const [before] = useState(invite.email);
  const [email, setEmail] = useState(invite.email);
  const { run, loading, error } = useCallable('correctInvite');
  const showToast = useToast();
  const wanted = email.trim();
  const refusal = error?.fields['email'] ?? null;

  const handleConfirm = async () => {
    if (!(await run({ tenantId, uid, email: wanted }))) return;
    showToast(`The invitation is on its way to ${wanted}.`);
    onClose();
  };
  return (
    <ActionForm
      title={`Correct the address of ${nameOf(invite)}`}
      confirm="Send to this address"
      disabled={wanted === '' || wanted === before}
      loading={loading}
      error={error}
      onConfirm={() => void handleConfirm()}
      onCancel={onClose}
    >
      <Typography sx={{ overflowWrap: 'anywhere', mb: 2.5 }}>
        The invitation to <strong>{before}</strong> ends, and its links stop working. The same invitation is
        sent to the new address.
      </Typography>
      <Field
        label="Email"
        type="email"
        autoComplete="off"
        isCode
        value={email}
        onChange={setEmail}
        error={refusal !== null}
        helperText={refusal}
      />
      {wanted !== '' && wanted !== before && (
        <Box role="status" sx={{ mt: 1.5, overflowWrap: 'anywhere' }}>
          {before} → {wanted}
        </Box>
      )}
    </ActionForm>
  );
}
