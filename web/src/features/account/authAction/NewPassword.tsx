import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useRef, useState, type SyntheticEvent } from 'react';
import { Navigate, useNavigate } from 'react-router-dom';
import { passwordStrength } from '../../../shared/ui/passwordStrength.ts';
import { pagePaths } from '../../../shared/routing/pagePaths.ts';
import { safeContinue } from '../../../shared/routing/safeNext.ts';
import { useAuth } from '../../../shared/session/AuthContext.ts';
import { SignInPanel } from '../../../shared/session/SignInPanel.tsx';
import { NewPasswordField } from '../../../shared/ui/NewPasswordField.tsx';
import { ScreenHeading } from '../../../shared/ui/ScreenHeading.tsx';
import { setPasswordByCode } from '../../../shared/session/setPasswordByCode.ts';
import { signIn } from '../../../shared/session/signIn.ts';
import { useCallable } from '../../../shared/callable/useCallable.ts';
import { CheckedCodeScreen } from './CheckedCodeScreen.tsx';
import { DeadCode } from './DeadCode.tsx';
import { otherAddressProblem } from './otherAddressProblem.ts';
import { useAction } from '../../../shared/callable/useAction.ts';
import { CODE_IS_DEAD } from './useActionCode.ts';

/** Our own mail: whoever opens its link proves the mailbox, and every way in from before ends. */
export function NewPasswordBySecret({ secret }: { secret: string }) {
  const { call: setNewPassword } = useCallable('setNewPassword');
  const setPassword = async (password: string) => (await setNewPassword({ secret, password })).email;
  return <NewPassword email={null} continueUrl={null} setPassword={setPassword} />;
}

/** Firebase's mail. */
export function NewPasswordByCode({ code, continueUrl }: { code: string; continueUrl: string | null }) {
  return (
    <CheckedCodeScreen code={code} mode="resetPassword">
      {(email) => (
        <NewPassword
          email={email}
          continueUrl={continueUrl}
          setPassword={async (password) => {
            await setPasswordByCode(code, password);
            return email;
          }}
        />
      )}
    </CheckedCodeScreen>
  );
}

interface NewPasswordProps {
  /** Whose password it is, where that is known before. */
  email: string | null;
  continueUrl: string | null;
  /** @returns the address to sign in with */
  setPassword: (password: string) => Promise<string>;
}

const IS_DEAD = [...CODE_IS_DEAD, 'recovery/not-found'];

/** Sets a new password and signs in with it. */
function NewPassword({ email, continueUrl, setPassword }: NewPasswordProps) {
  const [password, setPasswordField] = useState('');
  const [wasSent, setWasSent] = useState(false);
  /** The address to sign in with, once the password is set. */
  const [setFor, setSetFor] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const { loading, error, run } = useAction();
  const { signOut } = useAuth();
  const navigate = useNavigate();
  const strength = passwordStrength(password, email?.split('@').slice(0, 1) ?? []);
  const next = safeContinue(continueUrl) ?? pagePaths.root.getHref();

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    setWasSent(true);
    if (!strength.allowed) {
      input.current?.focus();
      return;
    }
    void run(async () => {
      const address = await setPassword(password);
      try {
        await signIn(address, password);
        await navigate(next, { replace: true });
      } catch {
        // The password is set, whatever keeps them out: a second step, a lost connection. Who was signed in before
        // has no part in it.
        await signOut().catch(() => undefined);
        setSetFor(address);
      }
    });
  };

  if (error && IS_DEAD.includes(error.code)) return <DeadCode why="resetPassword" />;
  if (setFor !== null) return <PasswordIsSet email={setFor} next={next} />;
  return (
    <>
      <ScreenHeading>Choose a new password</ScreenHeading>
      <Typography sx={{ mt: 1.5, mb: 2.5, overflowWrap: 'anywhere' }}>
        {email === null ? (
          'Your old password and all other ways to sign in to this account will stop working.'
        ) : (
          <>
            For <strong>{email}</strong>. Your old password will stop working.
          </>
        )}
      </Typography>
      <Stack component="form" noValidate spacing={2.5} aria-label="New password" onSubmit={handleSubmit}>
        <div>
          <input type="text" name="username" autoComplete="username" value={email ?? ''} readOnly hidden />
          <NewPasswordField
            value={password}
            onChange={setPasswordField}
            strength={strength}
            error={wasSent && !strength.allowed}
            refusal={error?.fields['password'] ?? null}
            inputRef={input}
          />
        </div>
        {error && <Alert severity="error">{error.message}</Alert>}
        <Button type="submit" variant="contained" size="large" loading={loading}>
          Set password and sign in
        </Button>
      </Stack>
    </>
  );
}

function PasswordIsSet({ email, next }: { email: string; next: string }) {
  const { user } = useAuth();
  if (user) return <Navigate to={next} replace />;
  return (
    <>
      <ScreenHeading>Your new password is set</ScreenHeading>
      <Typography sx={{ mt: 1.5, mb: 2.5, overflowWrap: 'anywhere' }}>
        Sign in as <strong>{email}</strong> with your new password.
      </Typography>
      <SignInPanel checkEmail={(typed) => otherAddressProblem(typed, email)} />
    </>
  );
}
