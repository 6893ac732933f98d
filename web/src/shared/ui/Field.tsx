import FormControl from '@mui/material/FormControl';
import FormHelperText from '@mui/material/FormHelperText';
import InputLabel from '@mui/material/InputLabel';
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput';
import { useId, type ReactNode } from 'react';

export interface FieldProps extends Pick<
  OutlinedInputProps,
  'type' | 'autoComplete' | 'inputRef' | 'endAdornment'
> {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: boolean;
  /** What to do, or what is wrong. */
  helperText?: ReactNode;
  maxLength?: number;
  /** Names and words begin with a capital letter on a phone's keyboard; addresses and passwords do not. */
  isCode?: boolean;
  /** A phone shows its digits. */
  isDigits?: boolean;
}

/** MUI's TextField without the select and the menu that come with it: pages outside the frame load fast on a phone. */
export function Field({
  label,
  onChange,
  error = false,
  helperText,
  maxLength,
  isCode = false,
  isDigits = false,
  ...input
}: FieldProps) {
  const id = useId();
  const helperId = `${id}-help`;
  return (
    <FormControl fullWidth error={error} variant="outlined">
      <InputLabel htmlFor={id}>{label}</InputLabel>
      <OutlinedInput
        {...input}
        id={id}
        label={label}
        onChange={(event) => onChange(event.target.value)}
        {...(helperText !== undefined && helperText !== null && { 'aria-describedby': helperId })}
        slotProps={{
          input: {
            maxLength,
            ...(isCode && { autoCapitalize: 'none', spellCheck: false }),
            ...(isDigits && { inputMode: 'numeric' as const }),
          },
        }}
      />
      {helperText && (
        <FormHelperText component="div" id={helperId}>
          {helperText}
        </FormHelperText>
      )}
    </FormControl>
  );
}
