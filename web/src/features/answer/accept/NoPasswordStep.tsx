import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { AddressField } from './AddressField.tsx';
import type { Invite } from '../redeem/redeemReducer.ts';
import type { Redeem } from '../redeem/useRedeem.ts';
import { useSetPasswordForm } from './useSetPasswordForm.ts';
import { WhoJoins } from './WhoJoins.tsx';

/** For somebody who was invited without a password: the mailed link itself signs in. */
export function NoPasswordStep({ invite, redeem }: { invite: Invite; redeem: Redeem }) {
  const { problem, progress, work } = redeem.state;
  const isBefore = progress.stage === 'redeem';
  const isAddressRefused = problem?.code === 'invite/wrong-address';
  const form = useSetPasswordForm(invite, { asksAddress: isBefore, asksPassword: false });

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
        No password needed. Type your email address, and this link signs you in. Next time, request a link on
        the sign-in page.
      </Typography>
      {isBefore && <AddressField form={form} refused={isAddressRefused} />}
      {problem && !isAddressRefused && <Alert severity="error">{problem.message}</Alert>}
      <Button type="submit" variant="contained" size="large" loading={work !== null}>
        Join {invite.tenantName}
      </Button>
    </Stack>
  );
}
