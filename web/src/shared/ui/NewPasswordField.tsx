import Box from '@mui/material/Box';
import type { Ref } from 'react';
import type { PasswordStrength } from './passwordStrength.ts';
import { PasswordField } from './PasswordField.tsx';

interface NewPasswordFieldProps {
  value: string;
  onChange: (password: string) => void;
  strength: PasswordStrength;
  /** It was sent, and is not good enough. */
  error: boolean;
  /** What the server found wrong with it. */
  refusal: string | null;
  inputRef: Ref<HTMLInputElement>;
}

/** A new password, with how hard it is to guess. */
export function NewPasswordField({
  value,
  onChange,
  strength,
  error,
  refusal,
  inputRef,
}: NewPasswordFieldProps) {
  return (
    <PasswordField
      label="Choose a password"
      autoComplete="new-password"
      value={value}
      onChange={onChange}
      error={error || refusal !== null}
      helperText={
        <>
          <StrengthBar score={strength.score} />
          <span aria-live="polite">{refusal ?? strength.words}</span>
        </>
      }
      inputRef={inputRef}
    />
  );
}

const COLORS = ['divider', 'error.main', 'warning.main', 'success.main', 'success.main'] as const;

/** The same as the words beside it, for the eye. */
function StrengthBar({ score }: { score: PasswordStrength['score'] }) {
  return (
    <Box
      aria-hidden
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 0.5, mt: 0.5, mb: 0.75 }}
    >
      {[1, 2, 3, 4].map((step) => (
        <Box
          key={step}
          sx={{ height: 4, borderRadius: 2, bgcolor: step <= score ? COLORS[score] : 'divider' }}
        />
      ))}
    </Box>
  );
}
