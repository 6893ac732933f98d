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
          Get the link by email
        </Typography>
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          We'll email a link to <strong>{invite.maskedEmail}</strong>. Open it to confirm that the email
          address is yours. Then you can join.
        </Typography>
      </Box>
      {problem && <Alert severity="error">{problem.message}</Alert>}
      {mailedAt === null ? (
        <Button variant="contained" size="large" loading={work === 'mailing'} onClick={redeem.mailLink}>
          Email me the link
        </Button>
      ) : (
        <MailSent sentAt={mailedAt} busy={work === 'mailing'} onAgain={redeem.mailLink}>
          We sent the link to {invite.maskedEmail}. It can take a minute. Check your spam folder too. You can
          close this page.
        </MailSent>
      )}
    </Stack>
  );
}
