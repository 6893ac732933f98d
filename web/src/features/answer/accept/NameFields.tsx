import Box from '@mui/material/Box';
import { useLayoutEffect, useRef } from 'react';
import { NAME_LENGTH_MAX } from '../../../../../functions/src/contract/limits.ts';
import { Field } from '../../../shared/ui/Field.tsx';
import type { SetPasswordForm } from './useSetPasswordForm.ts';

const NAMES = [
  { field: 'firstName', label: 'First name', autoComplete: 'given-name' },
  { field: 'lastName', label: 'Last name', autoComplete: 'family-name' },
] as const;

interface NameFieldsProps {
  form: SetPasswordForm;
  /** What the server found wrong. */
  errors: Readonly<Record<string, string>>;
  /** The person asked for them: the first one takes the focus, since the button that was pressed is gone. */
  startsHere: boolean;
}

/** The name as the inviter wrote it, for its owner to correct. */
export function NameFields({ form, errors, startsHere }: NameFieldsProps) {
  const firstInput = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (startsHere) firstInput.current?.focus();
  }, [startsHere]);

  return (
    <Box sx={{ display: 'grid', gap: 1.5, alignItems: 'start', gridTemplateColumns: '1fr 1fr' }}>
      {NAMES.map(({ field, label, autoComplete }) => (
        <Field
          key={field}
          label={label}
          autoComplete={autoComplete}
          maxLength={NAME_LENGTH_MAX}
          value={form.typed[field]}
          onChange={(name) => form.change(field, name)}
          error={errors[field] !== undefined}
          helperText={errors[field]}
          {...(field === 'firstName' && { inputRef: firstInput })}
        />
      ))}
    </Box>
  );
}
