import Alert from '@mui/material/Alert';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { MailSent } from '../ui/MailSent.tsx';
import type { MailRequest } from './useMailRequest.ts';

type SentRequest = MailRequest & { sent: NonNullable<MailRequest['sent']> };

/** @returns whether there is something to say about `request`. */
export function isSent(request: MailRequest): request is SentRequest {
  return request.sent !== null;
}

/** A mail was asked for, for an address that anybody may have typed: it does not tell whether there is an account. */
export function MailRequested({ request }: { request: SentRequest }) {
  const { loading, error, sent, send } = request;
  return (
    <Stack spacing={2.5}>
      {error && <Alert severity="error">{error.message}</Alert>}
      <MailSent sentAt={sent.at} busy={loading} onAgain={() => send(sent.email)}>
        If {sent.email} has an account, we sent an email to it. It can take a minute. Check your spam folder
        too. The link works once, for one hour.
      </MailSent>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        No email? Maybe another email address was invited. Ask the person who invited you.
      </Typography>
    </Stack>
  );
}
