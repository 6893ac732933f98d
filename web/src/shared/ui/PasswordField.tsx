import Visibility from '@mui/icons-material/Visibility';
import VisibilityOff from '@mui/icons-material/VisibilityOff';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import { useState } from 'react';
import { Field, type FieldProps } from './Field.tsx';

interface PasswordFieldProps extends Omit<FieldProps, 'type' | 'isCode' | 'endAdornment' | 'autoComplete'> {
  /** Tells password managers whether to fill in or to offer a new one. */
  autoComplete: 'current-password' | 'new-password';
}

/** A password that can be looked at before it is sent. */
export function PasswordField(field: PasswordFieldProps) {
  const [visible, setVisible] = useState(false);

  return (
    <Field
      {...field}
      isCode
      type={visible ? 'text' : 'password'}
      endAdornment={
        <InputAdornment position="end">
          <IconButton
            edge="end"
            aria-label={visible ? 'Hide password' : 'Show password'}
            onClick={() => setVisible(!visible)}
          >
            {visible ? <VisibilityOff /> : <Visibility />}
          </IconButton>
        </InputAdornment>
      }
    />
  );
}
