import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useRef, useState, type SyntheticEvent } from 'react';
import { EmailField } from '../ui/EmailField.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { Problem } from '../callable/toProblem.ts';
import type { useAddressField } from './useAddressField.ts';

interface SignInFormProps {
  address: ReturnType<typeof useAddressField>;
  busy: boolean;
  problem: Problem | null;
  onSubmit: (email: string, password: string) => void;
}

/** Address and password of an account that is there already. It keeps what was typed, whatever comes back. */
export function SignInForm({ address, busy, problem, onSubmit }: SignInFormProps) {
  const [password, setPassword] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    const isMissing = password === '';
    setMistake(isMissing ? 'Enter your password.' : null);
    const email = address.take();
    if (email === null) return;
    if (isMissing) passwordInput.current?.focus();
    else onSubmit(email, password);
  };

  return (
    <Stack component="form" noValidate onSubmit={handleSubmit} spacing={2.5} aria-label="Sign in">
      {problem && <Alert severity="error">{problem.message}</Alert>}
      <EmailField {...address.field} />
      <PasswordField
        label="Password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={mistake !== null}
        helperText={mistake}
        inputRef={passwordInput}
      />
      <Button type="submit" variant="contained" size="large" loading={busy}>
        Sign in
      </Button>
    </Stack>
  );
}
