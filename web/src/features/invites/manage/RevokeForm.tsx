import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { REASON_LENGTH_MAX } from '../../../../../functions/src/contract/limits.ts';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import { Field } from '../../../shared/ui/Field.tsx';
import { useToast } from '../../../shared/ui/ToastContext.ts';
import { nameOf } from '../inviteWords.ts';
import { ActionForm } from './ActionForm.tsx';
import type { ActionFormOf } from './actionForms.ts';

/** Ends the invitation, with a reason for colleagues. */
export function RevokeForm({ invite, onClose }: ActionFormOf) {
  const { tenantId, uid } = invite;
  const [reason, setReason] = useState('');
  const { run, loading, error } = useCallable('revokeInvite');
  const showToast = useToast();
  const refusal = error?.fields['reason'] ?? null;

  const handleConfirm = async () => {
    if (!(await run({ tenantId, uid, reason: reason.trim() || null }))) return;
    showToast(`The invitation of ${nameOf(invite)} is revoked.`);
    onClose();
  };
  return (
    <ActionForm
      title={`Revoke the invitation of ${nameOf(invite)}?`}
      confirm="Revoke invitation"
      danger
      loading={loading}
      error={error}
      onConfirm={() => void handleConfirm()}
      onCancel={onClose}
    >
      <Typography>They can't join with it any more. You can invite them again later.</Typography>
      <Box sx={{ mt: 2.5 }}>
        <Field
          label="Reason (optional)"
          value={reason}
          onChange={setReason}
          maxLength={REASON_LENGTH_MAX}
          error={refusal !== null}
          helperText={refusal ?? 'Your colleagues see it. The invited person does not.'}
        />
      </Box>
    </ActionForm>
  );
}
