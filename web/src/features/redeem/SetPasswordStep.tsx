import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { JoinSentence } from './JoinSentence.tsx';
import { NewPasswordField } from './NewPasswordField.tsx';
import { AddressField, NameFields } from './PersonFields.tsx';
import type { Invite } from './redeemState.ts';
import type { Redeem } from './useRedeem.ts';
import { useSetPasswordForm } from './useSetPasswordForm.ts';
import { PASSWORD_IS_REFUSED } from './wayIn.ts';

/** For somebody who has no password yet: they choose one, correct their name, and are in. */
export function SetPasswordStep({ invite, redeem }: { invite: Invite; redeem: Redeem }) {
  const { state, person } = redeem;
  const { progress, problem, work } = state;
  const isHandover = invite.kind === 'handover';
  const isSignedIn = ['accept', 'refresh', 'done'].includes(progress.stage);
  const isPasswordSet = isSignedIn || (progress.stage === 'sign-in' && progress.ifRefused === 'fail');
  // Auth refuses the password that was set a moment ago: the address is another account's, or nobody's.
  const isAddressRefused =
    isHandover && progress.stage === 'sign-in' && PASSWORD_IS_REFUSED.includes(problem?.code ?? '');
  const form = useSetPasswordForm(invite, {
    asksAddress: isHandover && !isSignedIn,
    asksPassword: !isPasswordSet,
  });

  return (
    <Stack
      component="form"
      noValidate
      spacing={2.5}
      aria-label="Set your password"
      onSubmit={form.handleSubmit(redeem.join)}
    >
      <JoinSentence invite={invite} account={person?.email ?? invite.maskedEmail} />
      {isHandover && !isSignedIn ? (
        <AddressField mask={invite.maskedEmail} form={form} refused={isAddressRefused} />
      ) : (
        <UsernameForPasswordManagers email={'email' in progress ? progress.email : (person?.email ?? '')} />
      )}
      {isPasswordSet ? (
        <Alert severity="success">Your password is set. One step is left.</Alert>
      ) : (
        <NewPasswordField form={form} refusal={problem?.fields['password'] ?? null} />
      )}
      <NameFields form={form} errors={problem?.fields ?? {}} />
      {problem && !isAddressRefused && <Alert severity="error">{problem.message}</Alert>}
      <Button type="submit" variant="contained" size="large" loading={work !== null}>
        {isPasswordSet ? `Join ${invite.tenantName}` : 'Set password and join'}
      </Button>
    </Stack>
  );
}

/** Password managers keep the password under this name, which the page learns only when the link is redeemed. */
function UsernameForPasswordManagers({ email }: { email: string }) {
  return <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />;
}
