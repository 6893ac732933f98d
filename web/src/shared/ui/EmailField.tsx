import { Field, type FieldProps } from './Field.tsx';

/** The address that somebody signs in with: password managers and a phone's keyboard know it as that. */
export function EmailField(props: Omit<FieldProps, 'label' | 'type' | 'autoComplete' | 'isCode'>) {
  return <Field label="Email address" type="email" autoComplete="username" isCode {...props} />;
}
