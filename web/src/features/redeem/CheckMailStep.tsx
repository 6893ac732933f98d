import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useNow } from '../../shared/useNow.ts';
import type { Invite } from './redeemState.ts';
import type { Redeem } from './useRedeem.ts';

const SECOND = 1000;
/** Long enough for a mail to arrive before another is asked for: the address takes few in a day. */
const PAUSE_SECONDS = 60;

/** The link at hand may not open the account: one that is mailed to the address proves who asks. */
export function CheckMailStep({ invite, redeem }: { invite: Invite; redeem: Redeem }) {
  const { problem, mailedAt, work } = redeem.state;
  return (
    <Stack spacing={2.5}>
      <Box>
        <Typography variant="h2" gutterBottom>
          One more step: your mail
        </Typography>
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          We will mail the link to <strong>{invite.maskedEmail}</strong>. Opening it from there shows that the
          address is yours; then you can join.
        </Typography>
      </Box>
      {problem && <Alert severity="error">{problem.message}</Alert>}
      {mailedAt === null ? (
        <Button variant="contained" size="large" loading={work === 'mailing'} onClick={redeem.mailLink}>
          Mail me the link
        </Button>
      ) : (
        <Sent
          mailedAt={mailedAt}
          maskedEmail={invite.maskedEmail}
          busy={work === 'mailing'}
          onAgain={redeem.mailLink}
        />
      )}
    </Stack>
  );
}

interface SentProps {
  mailedAt: number;
  maskedEmail: string;
  busy: boolean;
  onAgain: () => void;
}

function Sent({ mailedAt, maskedEmail, busy, onAgain }: SentProps) {
  const now = useNow(SECOND);
  const waitSeconds = Math.ceil(PAUSE_SECONDS - (now - mailedAt) / SECOND);
  return (
    <>
      <Alert severity="success" role="status">
        The link is on its way to {maskedEmail}. It can take a minute; look among the unwanted mail too. You
        can close this page.
      </Alert>
      <Button variant="outlined" size="large" loading={busy} disabled={waitSeconds > 0} onClick={onAgain}>
        {waitSeconds > 0 ? `Send it again in ${waitSeconds} s` : 'Send it again'}
      </Button>
    </>
  );
}
