import { Field } from '../../../shared/ui/Field.tsx';
import type { SetPasswordForm } from './useSetPasswordForm.ts';

interface AddressFieldProps {
  form: SetPasswordForm;
  /** The server, or Auth, knows that this is not the address. */
  refused: boolean;
}

/** The page tells no address: whoever was invited knows it. A robot that presses buttons does not. */
export function AddressField({ form, refused }: AddressFieldProps) {
  const { typed, change, errors, emailInput } = form;
  const refusal = refused
    ? "This email address doesn't match the invitation. Check it for typing mistakes."
    : null;
  return (
    <Field
      label="Your email address"
      type="email"
      autoComplete="username"
      isCode
      value={typed.email}
      onChange={(email) => change('email', email)}
      error={errors.email !== null || refused}
      helperText={errors.email ?? refusal ?? 'Type the full email address.'}
      inputRef={emailInput}
    />
  );
}
