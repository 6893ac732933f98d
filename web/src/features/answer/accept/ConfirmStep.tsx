import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { Person } from '../redeem/redeemReducer.ts';
import { JoinSentence } from './JoinSentence.tsx';
import type { Invite } from '../redeem/redeemReducer.ts';
import type { Redeem } from '../redeem/useRedeem.ts';

const NO_NAMES = { email: '', password: '', firstName: '', lastName: '' };

interface ConfirmStepProps {
  invite: Invite;
  person: Person;
  redeem: Redeem;
}

/** The invited person is signed in: names the account that will join, and waits for their word. */
export function ConfirmStep({ invite, person, redeem }: ConfirmStepProps) {
  const { state } = redeem;
  return (
    <Stack spacing={2.5}>
      <JoinSentence account={person.email} />
      {state.problem && <Alert severity="error">{state.problem.message}</Alert>}
      <Button
        variant="contained"
        size="large"
        loading={state.work === 'joining'}
        disabled={state.work !== null}
        onClick={() => redeem.join(NO_NAMES)}
      >
        Join {invite.tenantName}
      </Button>
      <Button variant="text" disabled={state.work !== null} onClick={redeem.switchAccount}>
        Use another account
      </Button>
    </Stack>
  );
}
