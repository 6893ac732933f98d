import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { ResetMailOffer } from '../../../shared/session/ResetMailOffer.tsx';
import type { Person } from '../redeem/redeemReducer.ts';
import type { Redeem } from '../redeem/useRedeem.ts';

interface ProveAddressStepProps {
  person: Person;
  redeem: Redeem;
}

/** The account began with a link that somebody handed over: a new password, set from its own mailbox, makes it theirs. */
export function ProveAddressStep({ person, redeem }: ProveAddressStepProps) {
  return (
    <Stack spacing={2.5}>
      <Box>
        <Typography variant="h2" gutterBottom>
          Confirm your email address to join
        </Typography>
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          Your account was created with a link that someone sent you. Confirm that{' '}
          <strong>{person.email}</strong> is yours: get a link by email and choose a new password. Then accept
          this invitation under My invitations.
        </Typography>
      </Box>
      <ResetMailOffer email={person.email} />
      <Button disabled={redeem.state.work !== null} onClick={redeem.switchAccount}>
        Use another account
      </Button>
    </Stack>
  );
}
