import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import type { Person } from '../redeem/redeemReducer.ts';
import type { Invite } from '../redeem/redeemReducer.ts';
import type { Redeem } from '../redeem/useRedeem.ts';

interface SwitchAccountStepProps {
  invite: Invite;
  person: Person;
  redeem: Redeem;
}

/** Somebody else is signed in here: names both accounts. */
export function SwitchAccountStep({ invite, person, redeem }: SwitchAccountStepProps) {
  const { state } = redeem;
  return (
    <Stack spacing={2.5}>
      <Box>
        <Typography variant="h2" gutterBottom>
          This invitation is for another account
        </Typography>
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          You are signed in as <strong>{person.email}</strong>. The invitation is for{' '}
          <strong>{invite.maskedEmail}</strong>.
        </Typography>
      </Box>
      {state.problem && <Alert severity="error">{state.problem.message}</Alert>}
      <Button
        variant="contained"
        size="large"
        loading={state.work === 'switching'}
        onClick={redeem.switchAccount}
      >
        Switch account
      </Button>
      <Button variant="text" href={pagePaths.root.getHref()}>
        Stay signed in
      </Button>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Switching signs you out in this browser.
      </Typography>
    </Stack>
  );
}
