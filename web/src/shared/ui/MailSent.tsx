import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useNow } from '../hooks/useNow.ts';

interface MailSentProps {
  /** What was sent, and where. */
  children: ReactNode;
  /** In milliseconds. */
  sentAt: number;
  busy: boolean;
  onAgain: () => void;
}

const SECOND = 1000;
/** Long enough for a mail to arrive before another is asked for: the server takes no more of one address either. */
const PAUSE_SECONDS = 60;

/** A mail is on its way; after a while it can be sent again. */
export function MailSent({ children, sentAt, busy, onAgain }: MailSentProps) {
  const now = useNow(SECOND);
  const waitSeconds = Math.ceil(PAUSE_SECONDS - (now - sentAt) / SECOND);
  return (
    <>
      <Alert severity="success" role="status">
        {children}
      </Alert>
      <Button variant="outlined" size="large" loading={busy} disabled={waitSeconds > 0} onClick={onAgain}>
        {waitSeconds > 0 ? `Send again in ${waitSeconds} s` : 'Send again'}
      </Button>
    </>
  );
}
