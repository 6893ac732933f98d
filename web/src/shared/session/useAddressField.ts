import { useRef, useState } from 'react';
import type { FieldProps } from '../ui/Field.tsx';

interface AddressFieldOptions {
  initial?: string;
  /** Says what is wrong with the address before it is sent; null: nothing. */
  check?: ((email: string) => string | null) | undefined;
  /** What the server said is wrong with it; null: nothing. */
  refusal?: string | null;
}

interface AddressField {
  /** What was typed, without the spaces around it. */
  email: string;
  field: Pick<FieldProps, 'value' | 'onChange' | 'error' | 'helperText' | 'inputRef'>;
  /** @returns the address; or null, where the field says what is wrong with it, and has the focus. */
  take: () => string | null;
}

/** The field for somebody's address, in the forms that begin with it. */
export function useAddressField({ initial = '', check, refusal = null }: AddressFieldOptions): AddressField {
  const [value, setValue] = useState(initial);
  const [mistake, setMistake] = useState<string | null>(null);
  const inputRef = useRef<HTMLInputElement>(null);
  const email = value.trim();
  const helperText = mistake ?? refusal;

  const take = () => {
    const found = email === '' ? 'Enter your email address.' : (check?.(email) ?? null);
    setMistake(found);
    if (found === null) return email;
    inputRef.current?.focus();
    return null;
  };
  return {
    email,
    field: { value, onChange: setValue, error: helperText !== null, helperText, inputRef },
    take,
  };
}
