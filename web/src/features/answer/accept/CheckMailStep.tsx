import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { MailSent } from '../../../shared/ui/MailSent.tsx';
import type { Invite } from '../redeem/redeemReducer.ts';
import type { Redeem } from '../redeem/useRedeem.ts';

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
        <MailSent sentAt={mailedAt} busy={work === 'mailing'} onAgain={redeem.mailLink}>
          The link is on its way to {invite.maskedEmail}. It can take a minute; look among the unwanted mail
          too. You can close this page.
        </MailSent>
      )}
    </Stack>
  );
}
