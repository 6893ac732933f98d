import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { NAME_LENGTH_MAX } from '../../../../functions/src/contract/limits.ts';
import type { SetPasswordForm } from './useSetPasswordForm.ts';

interface AddressFieldProps {
  mask: string;
  form: SetPasswordForm;
  /** The password is set, and the account under this address did not take it. */
  refused: boolean;
}

/** A hand-over link tells no address: whoever was invited knows it. */
export function AddressField({ mask, form, refused }: AddressFieldProps) {
  const { typed, change, errors, emailInput } = form;
  const refusal = refused ? 'Your password is set. Check this address for a typing error.' : null;
  return (
    <TextField
      label="Your email address"
      type="email"
      fullWidth
      required
      value={typed.email}
      onChange={(event) => change('email', event.target.value)}
      error={errors.email !== null || refused}
      helperText={errors.email ?? refusal ?? `In full: the one that ${mask} stands for.`}
      inputRef={emailInput}
      slotProps={{
        htmlInput: { autoComplete: 'username', autoCapitalize: 'none', spellCheck: false },
        inputLabel: { required: false },
      }}
    />
  );
}

const NAMES = [
  { field: 'firstName', label: 'First name', autoComplete: 'given-name' },
  { field: 'lastName', label: 'Last name', autoComplete: 'family-name' },
] as const;

interface NameFieldsProps {
  form: SetPasswordForm;
  /** What the server found wrong. */
  errors: Readonly<Record<string, string>>;
}

/** The name as the inviter wrote it, for its owner to correct. */
export function NameFields({ form, errors }: NameFieldsProps) {
  return (
    <Box sx={{ display: 'grid', gap: 1.5, alignItems: 'start', gridTemplateColumns: '1fr 1fr' }}>
      {NAMES.map(({ field, label, autoComplete }) => (
        <TextField
          key={field}
          label={label}
          value={form.typed[field]}
          onChange={(event) => form.change(field, event.target.value)}
          error={errors[field] !== undefined}
          helperText={errors[field]}
          slotProps={{ htmlInput: { autoComplete, maxLength: NAME_LENGTH_MAX } }}
        />
      ))}
    </Box>
  );
}
