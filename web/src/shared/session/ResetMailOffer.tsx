import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useMailRequest } from './useMailRequest.ts';
import { MailSent } from '../ui/MailSent.tsx';

/** Offers the mail that sets a new password, for an address that is known here. */
export function ResetMailOffer({ email }: { email: string }) {
  const { loading, error, sent, send } = useMailRequest('requestPasswordReset');
  return (
    <Stack spacing={2.5}>
      {error && <Alert severity="error">{error.message}</Alert>}
      {sent === null ? (
        <Button variant="contained" size="large" loading={loading} onClick={() => send(email)}>
          Email me a link
        </Button>
      ) : (
        <MailSent sentAt={sent.at} busy={loading} onAgain={() => send(email)}>
          We sent an email to {email}. It can take a minute. The link works once, for one hour.
        </MailSent>
      )}
    </Stack>
  );
}
