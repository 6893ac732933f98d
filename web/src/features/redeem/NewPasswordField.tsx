import Box from '@mui/material/Box';
import { PasswordField } from '../../shared/ui/PasswordField.tsx';
import type { PasswordStrength } from './passwordStrength.ts';
import type { SetPasswordForm } from './useSetPasswordForm.ts';

interface NewPasswordFieldProps {
  form: SetPasswordForm;
  /** What the server found wrong with it. */
  refusal: string | null;
}

/** A new password, with how hard it is to guess. */
export function NewPasswordField({ form, refusal }: NewPasswordFieldProps) {
  const { typed, change, strength, errors, passwordInput } = form;
  return (
    <PasswordField
      label="Choose a password"
      autoComplete="new-password"
      value={typed.password}
      onChange={(password) => change('password', password)}
      error={errors.password !== null || refusal !== null}
      helperText={
        <>
          <StrengthBar score={strength.score} />
          <span aria-live="polite">{refusal ?? strength.words}</span>
        </>
      }
      inputRef={passwordInput}
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
