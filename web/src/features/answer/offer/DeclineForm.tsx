import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react';
import { REASON_LENGTH_MAX } from '../../../../../functions/src/contract/limits.ts';
import { useAddressField } from '../../../shared/session/useAddressField.ts';
import type { Problem } from '../../../shared/callable/toProblem.ts';
import { addressProblem } from '../redeem/matchesMask.ts';
import type { Invite } from '../redeem/redeemReducer.ts';
import type { Declined } from '../redeem/useRedeem.ts';
import { Field } from '../../../shared/ui/Field.tsx';

interface DeclineFormProps {
  tenantName: string;
  /** Where the mailed link alone is at hand: robots that press buttons know no address. */
  asksAddressOf?: Invite | null;
  busy: boolean;
  problem: Problem | null;
  onDecline: (answer: Declined) => void;
  onBack: () => void;
}

/** Asks once more before an invitation ends; a reason is welcome and never asked for. */
export function DeclineForm({
  tenantName,
  asksAddressOf = null,
  busy,
  problem,
  onDecline,
  onBack,
}: DeclineFormProps) {
  const [reason, setReason] = useState('');
  const isAddressRefused = problem?.code === 'invite/wrong-address';
  const address = useAddressField({
    check: (email) => (asksAddressOf ? addressProblem(email, asksAddressOf.maskedEmail) : null),
    refusal: isAddressRefused ? problem.message : (problem?.fields['email'] ?? null),
  });
  const heading = useRef<HTMLHeadingElement>(null);
  const refusal = problem?.fields['reason'] ?? null;

  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    const email = asksAddressOf ? address.take() : null;
    if (!asksAddressOf || email !== null) onDecline({ reason, email });
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
      {asksAddressOf && (
        <Field
          label="Your email address"
          type="email"
          autoComplete="username"
          isCode
          {...address.field}
          helperText={
            address.field.helperText ?? `Type the full email address: ${asksAddressOf.maskedEmail}.`
          }
        />
      )}
      <Field
        label="Reason (optional)"
        value={reason}
        onChange={setReason}
        maxLength={REASON_LENGTH_MAX}
        error={refusal !== null}
        helperText={refusal}
      />
      {problem && refusal === null && address.field.helperText === null && (
        <Alert severity="error">{problem.message}</Alert>
      )}
      <Button type="submit" variant="contained" size="large" loading={busy}>
        Decline invitation
      </Button>
      <Button disabled={busy} onClick={onBack}>
        Back
      </Button>
    </Stack>
  );
}
