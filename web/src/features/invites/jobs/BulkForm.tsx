import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { InvitesJobAction } from '../../../../../functions/src/contract/jobDocuments.ts';
import { REASON_LENGTH_MAX } from '../../../../../functions/src/contract/limits.ts';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import { Field } from '../../../shared/ui/Field.tsx';
import { hoursInWords } from '../../../shared/words/hoursInWords.ts';
import { ActionForm } from '../manage/ActionForm.tsx';
import { BULK_WORDS, invitationsInWords } from './jobWords.ts';
import { selectionInput, sizeOf, type Selection } from './selection.ts';

const EXTEND_HOURS = [24, 72, 168, 336, 720];

export interface BulkFormProps {
  tenantId: string;
  action: InvitesJobAction;
  selection: Selection;
  onStarted: (jobId: string) => void;
  onClose: () => void;
}

/** Asks once more, and starts the work on all that are selected. */
export function BulkForm({ tenantId, action, selection, onStarted, onClose }: BulkFormProps) {
  const [reason, setReason] = useState('');
  const [hours, setHours] = useState(168);
  const { run, loading, error } = useCallable('startInvitesJob');
  const { verb, effect } = BULK_WORDS[action];
  const what = invitationsInWords(sizeOf(selection));

  const handleConfirm = async () => {
    const started = await run({
      tenantId,
      action,
      selection: selectionInput(selection),
      ...(action === 'revoke' && { reason: reason.trim() || null }),
      ...(action === 'extend' && { hours }),
    });
    if (started) onStarted(started.jobId);
  };
  return (
    <ActionForm
      title={`${verb} ${what}?`}
      confirm={`${verb} ${what}`}
      danger={action === 'revoke'}
      loading={loading}
      error={error}
      onConfirm={() => void handleConfirm()}
      onCancel={onClose}
    >
      <Typography>{effect}</Typography>
      <Typography sx={{ color: 'text.secondary', mt: 1 }}>
        Invitations that have ended by then are left alone. You see what became of each.
      </Typography>
      {action === 'revoke' && (
        <Box sx={{ mt: 2.5 }}>
          <Field
            label="Reason (optional)"
            value={reason}
            onChange={setReason}
            maxLength={REASON_LENGTH_MAX}
            helperText="Your colleagues see it. The invited people do not."
          />
        </Box>
      )}
      {action === 'extend' && (
        <TextField
          select
          fullWidth
          label="Expire in"
          value={hours}
          onChange={(event) => setHours(Number(event.target.value))}
          sx={{ mt: 2.5 }}
        >
          {EXTEND_HOURS.map((each) => (
            <MenuItem key={each} value={each}>
              {hoursInWords(each)} from now
            </MenuItem>
          ))}
        </TextField>
      )}
    </ActionForm>
  );
}
