import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useCallable } from '../../../shared/callable/useCallable.ts';

/** For the holder of a link that has expired or was replaced: the answer is the same whether or not there will be one. */
export function FreshLinkOffer({ secret }: { secret: string }) {
  const { loading, error, result, run } = useCallable('requestFreshLink');
  if (result) {
    return (
      <Alert severity="success" role="status" sx={{ mt: 3 }}>
        If the invitation can be renewed, a new link is on its way to the invited email address. It can take a
        minute. Check your spam folder too.
      </Alert>
    );
  }
  return (
    <Stack spacing={2} sx={{ mt: 3 }}>
      {error && <Alert severity="error">{error.message}</Alert>}
      <Button variant="contained" size="large" loading={loading} onClick={() => void run({ secret })}>
        Ask for a new link
      </Button>
    </Stack>
  );
}
