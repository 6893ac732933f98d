import Alert, { type AlertProps } from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { Connection } from './connection.ts';
import { useConnection } from './useConnection.ts';

interface Words {
  severity: NonNullable<AlertProps['severity']>;
  text: string;
}

const WORDS: Readonly<Record<Exclude<Connection, 'fine'>, Words>> = {
  offline: {
    severity: 'warning',
    text: 'You are offline. What you typed is kept. Continue when the connection is back.',
  },
  unreachable: {
    severity: 'warning',
    text: "We can't reach the service. What you typed is kept. This message changes when the connection is back.",
  },
  unanswered: {
    severity: 'warning',
    text: 'The service is not available right now. What you typed is kept. Try again in a minute.',
  },
  slow: {
    severity: 'info',
    text: 'This is taking longer than usual. Keep this page open. What you typed is kept.',
  },
  back: { severity: 'success', text: 'The connection is back.' },
};

/** How the connection is, where that is worth a word: it stays in sight, and screen readers say it. */
export function ConnectionBanner({ top }: { top: number | Record<string, number> }) {
  const connection = useConnection();
  return (
    <Box aria-live="polite" sx={{ position: 'sticky', top, zIndex: 'appBar' }}>
      {connection !== 'fine' && (
        <Alert
          // The region around it is what screen readers listen to: it was there before.
          role="presentation"
          severity={WORDS[connection].severity}
          sx={{ mb: 2, border: 1, borderColor: `${WORDS[connection].severity}.main` }}
        >
          {WORDS[connection].text}
        </Alert>
      )}
    </Box>
  );
}
