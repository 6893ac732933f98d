import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { NewPasswordField } from '../../../shared/ui/NewPasswordField.tsx';
import { AddressField } from './AddressField.tsx';
import type { Invite } from '../redeem/redeemReducer.ts';
import type { Redeem } from '../redeem/useRedeem.ts';
import { useSetPasswordForm } from './useSetPasswordForm.ts';
import { PASSWORD_IS_REFUSED } from '../redeem/takeNextStage.ts';
import { WhoJoins } from './WhoJoins.tsx';

const SUBMIT = { begin: 'Set password and join', reclaim: 'Make this account mine' } as const;

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
      spacing={2}
      aria-label="Set your password"
      onSubmit={form.handleSubmit(redeem.join)}
    >
      <WhoJoins
        account={isSignedIn && person ? person.email : invite.maskedEmail}
        form={form}
        errors={problem?.fields ?? {}}
      />
      {isHandover && !isSignedIn ? (
        <AddressField form={form} refused={isAddressRefused} />
      ) : (
        <UsernameForPasswordManagers email={'email' in progress ? progress.email : (person?.email ?? '')} />
      )}
      {isPasswordSet ? (
        <Alert severity="success">Your password is set. One step is left.</Alert>
      ) : (
        <NewPasswordField
          value={form.typed.password}
          onChange={(password) => form.change('password', password)}
          strength={form.strength}
          error={form.errors.password !== null}
          refusal={problem?.fields['password'] ?? null}
          inputRef={form.passwordInput}
        />
      )}
      {progress.stage === 'reclaim' && <ReclaimWarning maskedEmail={invite.maskedEmail} />}
      {problem && !isAddressRefused && <Alert severity="error">{problem.message}</Alert>}
      <Button type="submit" variant="contained" size="large" loading={work !== null}>
        {isPasswordSet
          ? `Join ${invite.tenantName}`
          : SUBMIT[progress.stage === 'reclaim' ? 'reclaim' : 'begin']}
      </Button>
    </Stack>
  );
}

/** The account was there before, begun by whoever typed this address: its mailbox's owner takes it over. */
function ReclaimWarning({ maskedEmail }: { maskedEmail: string }) {
  return (
    <Alert severity="warning" sx={{ alignItems: 'flex-start' }}>
      <AlertTitle>There is already an account for {maskedEmail}</AlertTitle>
      Its email address was never confirmed. Your invitation email shows that it is yours. If you continue,
      the old password and all other ways to sign in will stop working. Everyone who is signed in to the
      account will be signed out. Only your new password will work.
    </Alert>
  );
}

/** Password managers keep the password under this name, which the page learns only when the link is redeemed. */
function UsernameForPasswordManagers({ email }: { email: string }) {
  return <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />;
}
