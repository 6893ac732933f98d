import TextField, { type TextFieldProps } from '@mui/material/TextField';
import { useController, type Control } from 'react-hook-form';
import type { InviteFormField, InviteFormInput, InviteFormValues } from './inviteFormSchema.ts';

export type InviteFormControl = Control<InviteFormInput, unknown, InviteFormValues>;

type InviteTextFieldProps = Omit<TextFieldProps, 'name' | 'value' | 'error'> & {
  name: Exclude<InviteFormField, 'withoutPassword'>;
  control: InviteFormControl;
  /** Told after the value changed. */
  onValueChange?: (value: string) => void;
};

/** One field of the invite form; what is wrong with it stands under it, where its hint stood. */
export function InviteTextField({
  name,
  control,
  helperText,
  onValueChange,
  ...props
}: InviteTextFieldProps) {
  const {
    field: { ref, onChange, ...field },
    fieldState: { error },
  } = useController({ name, control });
  return (
    <TextField
      fullWidth
      {...props}
      {...field}
      inputRef={ref}
      error={error !== undefined}
      helperText={error?.message ?? helperText ?? ' '}
      onChange={(event) => {
        onChange(event);
        onValueChange?.(event.target.value);
      }}
    />
  );
}
