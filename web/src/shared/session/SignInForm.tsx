import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useRef, useState, type SyntheticEvent } from 'react';
import { EmailField } from '../ui/EmailField.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import type { Problem } from './toProblem.ts';

interface SignInFormProps {
  busy: boolean;
  problem: Problem | null;
  onSubmit: (email: string, password: string) => void;
  /** Says what is wrong with the address before it is sent; null: nothing. */
  checkEmail?: (email: string) => string | null;
}

interface FieldErrors {
  email: string | null;
  password: string | null;
}

/** Address and password of an account that is there already. It keeps what was typed, whatever comes back. */
export function SignInForm({ busy, problem, onSubmit, checkEmail }: SignInFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<FieldErrors>({ email: null, password: null });
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault();
    const address = email.trim();
    const found: FieldErrors = {
      email: address === '' ? 'Fill in your email address.' : (checkEmail?.(address) ?? null),
      password: password === '' ? 'Fill in your password.' : null,
    };
    setErrors(found);
    if (found.email !== null) emailInput.current?.focus();
    else if (found.password !== null) passwordInput.current?.focus();
    else onSubmit(address, password);
  };

  return (
    <Stack component="form" noValidate onSubmit={handleSubmit} spacing={2.5} aria-label="Sign in">
      {problem && <Alert severity="error">{problem.message}</Alert>}
      <EmailField
        value={email}
        onChange={setEmail}
        error={errors.email !== null}
        helperText={errors.email}
        inputRef={emailInput}
      />
      <PasswordField
        label="Password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={errors.password !== null}
        helperText={errors.password}
        inputRef={passwordInput}
      />
      <Button type="submit" variant="contained" size="large" loading={busy}>
        Sign in
      </Button>
    </Stack>
  );
}
