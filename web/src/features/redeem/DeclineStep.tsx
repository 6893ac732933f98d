import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react';
import { REASON_LENGTH_MAX } from '../../../../functions/src/contract/limits.ts';
import { Field } from '../../shared/ui/Field.tsx';
import type { Invite } from './redeemState.ts';
import type { Redeem } from './useRedeem.ts';

interface DeclineStepProps {
  invite: Invite;
  redeem: Redeem;
  onBack: () => void;
}

/** Asks once more before the invitation ends; a reason is welcome and never asked for. */
export function DeclineStep({ invite, redeem, onBack }: DeclineStepProps) {
  const { problem, work } = redeem.state;
  const [reason, setReason] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const refusal = problem?.fields['reason'] ?? null;

  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    redeem.decline(reason);
  };

  return (
    <Stack component="form" noValidate spacing={2.5} aria-label="Decline" onSubmit={handleSubmit}>
      <Box>
        <Typography ref={heading} variant="h2" tabIndex={-1} gutterBottom>
          Decline this invitation?
        </Typography>
        <Typography>
          {`You will not join ${invite.tenantName}, and this link ends. They see that you declined, and your reason if you give one.`}
        </Typography>
      </Box>
      <Field
        label="Reason (if you like)"
        value={reason}
        onChange={setReason}
        maxLength={REASON_LENGTH_MAX}
        error={refusal !== null}
        helperText={refusal}
      />
      {problem && refusal === null && <Alert severity="error">{problem.message}</Alert>}
      <Button type="submit" variant="contained" size="large" loading={work === 'declining'}>
        Decline the invitation
      </Button>
      <Button disabled={work !== null} onClick={onBack}>
        Back
      </Button>
    </Stack>
  );
}
