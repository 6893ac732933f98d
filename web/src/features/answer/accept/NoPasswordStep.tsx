import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Invite } from '../redeem/redeemReducer.ts';
import type { Redeem } from '../redeem/useRedeem.ts';
import { useSetPasswordForm } from './useSetPasswordForm.ts';
import { WhoJoins } from './WhoJoins.tsx';

/** For somebody who was invited without a password: the mailed link itself signs in. */
export function NoPasswordStep({ invite, redeem }: { invite: Invite; redeem: Redeem }) {
  const { problem, work } = redeem.state;
  const form = useSetPasswordForm(invite, { asksAddress: false, asksPassword: false });

  return (
    <Stack
      component="form"
      noValidate
      spacing={2.5}
      aria-label="Join without a password"
      onSubmit={form.handleSubmit(redeem.join)}
    >
      <WhoJoins account={invite.maskedEmail} form={form} errors={problem?.fields ?? {}} />
      <Typography sx={{ color: 'text.secondary' }}>
        No password needed. This link signs you in. Next time, request a link on the sign-in page.
      </Typography>
      {problem && <Alert severity="error">{problem.message}</Alert>}
      <Button type="submit" variant="contained" size="large" loading={work !== null}>
        Join {invite.tenantName}
      </Button>
    </Stack>
  );
}
