import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react';
import { REASON_LENGTH_MAX } from '../../../../../functions/src/contract/limits.ts';
import type { Problem } from '../../../shared/callable/toProblem.ts';
import { Field } from '../../../shared/ui/Field.tsx';

interface DeclineFormProps {
  tenantName: string;
  busy: boolean;
  problem: Problem | null;
  onDecline: (reason: string) => void;
  onBack: () => void;
}

/** Asks once more before an invitation ends; a reason is welcome and never asked for. */
export function DeclineForm({ tenantName, busy, problem, onDecline, onBack }: DeclineFormProps) {
  const [reason, setReason] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const refusal = problem?.fields['reason'] ?? null;

  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    onDecline(reason);
  };

  return (
    <Stack component="form" noValidate spacing={2.5} aria-label="Decline" onSubmit={handleSubmit}>
      <Box>
        <Typography ref={heading} variant="h2" tabIndex={-1} gutterBottom>
          Decline this invitation?
        </Typography>
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {`You will not join ${tenantName}. They will see that you declined, and your reason if you give one.`}
        </Typography>
      </Box>
      <Field
        label="Reason (optional)"
        value={reason}
        onChange={setReason}
        maxLength={REASON_LENGTH_MAX}
        error={refusal !== null}
        helperText={refusal}
      />
      {problem && refusal === null && <Alert severity="error">{problem.message}</Alert>}
      <Button type="submit" variant="contained" size="large" loading={busy}>
        Decline invitation
      </Button>
      <Button disabled={busy} onClick={onBack}>
        Back
      </Button>
    </Stack>
  );
}
